/** A line of a text seed, without the white space around it. `number` counts from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** What a line is for. */
export type Role =
  | "blank"
  | "title"
  | "rule"
  | "published"
  | "updated"
  | "byline"
  | "credit"
  | "note"
  | "related"
  | "body";

/** A line, what it is for, and what of its text matters for that. */
export interface MarkedLine extends Line {
  readonly role: Role;
  readonly says: string;
}

/** The lines of a text; `first` is the number of its first one. */
export const linesOf = (text: string, first: number): readonly Line[] =>
  text.split("\n").map((line, i) => ({ number: first + i, text: line.trim() }));
