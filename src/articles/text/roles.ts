import { momentsIn } from "../dates.ts";
import type { Words } from "../languages/words.ts";
import { anyOf } from "../words.ts";
import type { Line, MarkedLine, Role } from "./lines.ts";

/** What is known of the whole page when a line is looked at. */
export interface Page {
  readonly titleLines: ReadonlySet<number>;
  readonly language: string;
  readonly words: Words;
}

type Rule = (line: Line, page: Page) => string | undefined;

/** A note is longer than the label of a date. */
const LABEL_LENGTH = 24;
const NAME = "\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:\\s\\p{L}[\\p{L}\\p{M}.'’-]*){0,4}";

/** What a line outside the body says, or nothing where it does not say it; looked through in this order. */
const RULES: readonly (readonly [Role, Rule])[] = [
  ["blank", ({ text }) => (text === "" ? "" : undefined)],
  ["title", ({ number, text }, { titleLines }) => (titleLines.has(number) ? text : undefined)],
  ["rule", ({ text }) => (/[\p{L}\p{N}]/u.test(text) ? undefined : text)],
  ["related", ({ text }, { words }) => group(`^${anyOf(words.neighbours)}(?:\\s*:)?\\s+(\\S.*)$`, text)],
  ["note", (line, page) => (labelled(line, page, page.words.updated)?.long ? line.text : undefined)],
  ["updated", (line, page) => labelled(line, page, page.words.updated)?.label],
  ["published", (line, page) => labelled(line, page, page.words.published)?.label],
  ["credit", ({ text }) => (/^(?:[\p{L}.\s/]{1,12}\s)?\(\p{L}[^()]{1,80}\)$/u.test(text) ? text : undefined)],
  [
    "byline",
    ({ text }, { words }) =>
      group(`^${anyOf(words.by)}\\s*:?\\s+(${NAME}(?:(?:,|\\s${anyOf(words.and)})\\s${NAME})*)$`, text, "u"),
  ],
];

const group = (pattern: string, text: string, flags = "iu") => new RegExp(pattern, flags).exec(text)?.[1];

function labelled(
  { text }: Line,
  { language }: Page,
  labels: readonly string[],
): { label: string; long: boolean } | undefined {
  const match = new RegExp(`^${anyOf(labels)}(?![\\p{L}\\p{N}])`, "iu").exec(text);
  if (!match || momentsIn(text, language).length === 0) return undefined;
  const letters = text.slice(match[0].length).replace(/[^\p{L}]/gu, "").length;
  return { label: text, long: letters > LABEL_LENGTH };
}

/**
 * Gives each line its role. Lines that only look like the page's furniture are body when body stands on both sides of them:
 * in doubt nothing of the article is lost.
 */
export function markLines(lines: readonly Line[], page: Page): readonly MarkedLine[] {
  const marked = lines.map((line): MarkedLine => {
    for (const [role, rule] of RULES) {
      const says = rule(line, page);
      if (says !== undefined) return { ...line, role, says };
    }
    return { ...line, role: "body", says: line.text };
  });
  const first = marked.findIndex((line) => line.role === "body");
  const last = marked.findLastIndex((line) => line.role === "body");
  const layout = new Set<Role>(["blank", "title", "rule"]);
  return marked.map((line, i) =>
    i > first && i < last && !layout.has(line.role) ? { ...line, role: "body", says: line.text } : line,
  );
}
