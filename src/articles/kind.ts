/** The endings of seeds. */
export const KINDS = ["txt", "md", "html"] as const;

export type Kind = (typeof KINDS)[number];

/** The kind of seed that a file's name says it is; nothing where it is none. */
export const kindOf = (name: string): Kind | undefined =>
  KINDS.find((kind) => name.toLowerCase().endsWith(`.${kind}`));
