import type { Draft } from "../article.ts";
import type { MarkedLine } from "../text/lines.ts";
import { readText } from "../text/read.ts";

/** What a saved page shows beside its text, read as the lines of a saved text are. */
export type Shown = Pick<Draft, "authors" | "agencies"> &
  Partial<Pick<Draft, "published" | "updated" | "initials">>;

interface Showing {
  readonly title: string;
  readonly lines: readonly string[];
  readonly language: string;
  readonly timeZone: string;
}

/** Reads who wrote and when; a day counts only where a line is there for it, not one of a sentence. */
export function shownBy({ title, lines, language, timeZone }: Showing): Shown {
  const text = [title, ...lines].join("\n\n");
  const reading = readText({ text, firstLine: 1, language, timeZone });
  if (!reading.ok) return { authors: [], agencies: [] };
  const { authors, agencies, initials, published, updated, lines: marked } = reading.value;
  return {
    authors,
    agencies,
    ...(initials && { initials }),
    ...(published && marked.some(isDated) && { published, ...(updated && { updated }) }),
  };
}

const isDated = ({ role, text }: MarkedLine): boolean =>
  (role === "date" || role === "byline") && /\p{Nd}/u.test(text);
