import { unwrapped } from "./wrap.ts";

/** A line of a text seed that is not blank, without the white space around it. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
  /** A blank line stands before it. */
  readonly gap: boolean;
}

/** What a line is for. */
export type Role =
  | "title"
  | "rule"
  | "date"
  | "byline"
  | "credit"
  | "note"
  | "related"
  | "readAlso"
  | "skip"
  | "furniture"
  | "plea"
  | "caption"
  | "code"
  | "tags"
  | "copyright"
  | "contact"
  | "source"
  | "ends"
  | "heading"
  | "list"
  | "body";

/** A line and what it is for. */
export interface MarkedLine extends Line {
  readonly role: Role;
  /** Why, in a few words for the author. */
  readonly why: string;
  /** What of its text matters for its role. */
  readonly says: string;
}

const INVISIBLE = /^[\s\p{Cf}\u3164]+$/u;

/** The lines of a text that are not blank, those of a paragraph broken at a column put together; `first` is the number of its first one. */
export function linesOf(text: string, first: number, language: string): readonly Line[] {
  const lines: Line[] = [];
  let gap = false;
  for (const [i, raw] of text.split("\n").entries()) {
    const line = raw.trim();
    if (line === "" || INVISIBLE.test(line)) gap = true;
    else {
      lines.push({ number: first + i, text: line, gap });
      gap = false;
    }
  }
  return unwrapped(lines, language);
}
