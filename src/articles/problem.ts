/** One thing an author has to mend, or, as a warning, may want to. `line` counts from 1. */
export interface Problem {
  readonly line: number;
  readonly expected: string;
  readonly found: string;
}

/** What came of reading something: a value, or every reason why there is none. Warnings may come with a value. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A value read without a complaint. */
export const good = <T>(value: T, warnings: readonly Problem[] = []): Outcome<T> => ({
  ok: true,
  value,
  warnings,
});

/** Nothing could be read, and why. */
export const bad = (...problems: readonly Problem[]): Outcome<never> => ({ ok: false, problems });

/** The warning that nothing tells an article's day. */
export const undatedAt = (line: number): Problem => ({
  line,
  expected: "a day of publication",
  found: "none: it is published undated, behind all others",
});

/** A found text, short enough for a message. */
export const quote = (text: string): string =>
  text.length > 60 ? `${JSON.stringify(text.slice(0, 59))}…` : JSON.stringify(text);
