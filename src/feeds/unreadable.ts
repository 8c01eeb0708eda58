/** What is thrown where a file of the archive cannot be read: what needs it is answered by 503, and nothing else. */
export const unreadable = (name: string, why: string): Error =>
  Object.assign(new Error(`archive: ${name}: a file as it was written; found ${why}`), { kind: UNREADABLE });

const UNREADABLE = "unreadable";

export const isUnreadable = (error: unknown): boolean =>
  error instanceof Error && "kind" in error && error.kind === UNREADABLE;
