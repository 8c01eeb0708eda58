import type { Article } from "../article.ts";
import { instantOf, type Moment } from "../dates.ts";
import { bad, good, type Outcome, undatedAt } from "../problem.ts";
import { dateHabit } from "./habit.ts";
import { linesOf, type MarkedLine } from "./lines.ts";
import { type Block, blocksOf } from "./paragraphs.ts";
import { peopleOf } from "./people.ts";
import { weightOf } from "./prose.ts";
import { type Parts, partPage } from "./region.ts";
import { markLines } from "./roles.ts";
import { statedHeading } from "./stated.ts";
import { readHeading } from "./title.ts";
import { vocabularyOf } from "./vocabulary.ts";
import { type When, whenOf } from "./when.ts";

/** What a text seed says of itself: the body as plain text. */
export interface Reading
  extends Pick<Article, "title" | "agencies" | "authors" | "related">,
    Partial<Pick<Article, "published" | "updated" | "initials" | "source" | "note">> {
  readonly blocks: readonly Block[];
  /** What the page says between its title and its text of what the article is about. */
  readonly standfirst?: string;
  /** Every line that is not blank, and what it became. */
  readonly lines: readonly MarkedLine[];
}

export interface TextSeed {
  readonly text: string;
  /** The number of the text's first line in its file. */
  readonly firstLine: number;
  readonly language: string;
  /** IANA time zone of times that name none. */
  readonly timeZone: string;
  /** The title, where it is stated outright. */
  readonly title?: string | undefined;
}

/** Reads the text of a saved page: each line gets a role, and the roles become the article. */
export function readText({ text, firstLine, language: tag, timeZone, title }: TextSeed): Outcome<Reading> {
  const language = dateHabit(text, tag);
  const lines = linesOf(text, firstLine, language);
  const vocabulary = vocabularyOf(language);
  const heading =
    title === undefined
      ? readHeading(lines, vocabulary, language)
      : statedHeading(title, lines, vocabulary, language);
  if (!heading) return bad({ line: firstLine, expected: "a title and an article", found: "an empty file" });
  const marked = markLines(lines, { heading, language, vocabulary });
  const parts = partPage(marked, heading, vocabulary);
  if (parts.body.length === 0)
    return bad({
      line: firstLine,
      expected: "an article below its title",
      found: marked.some(({ number, role }) => number > heading.line && role !== "rule")
        ? "no line that reads as a sentence; a seed called .md is taken as it stands"
        : "no more text",
    });
  const when = whenOf(marked, parts, vocabulary, language);
  if (when.impossible) return bad(when.impossible);
  const { outlet, ...people } = peopleOf(marked, parts, heading, vocabulary, language);
  const notes = marked.filter(({ role }) => role === "note").map(({ text }) => text);
  const dates = datesOf(when, timeZone);
  const standfirst = standfirstOf(parts, heading.line);
  return good(
    {
      title: heading.title,
      blocks: blocksOf(parts.body),
      ...(standfirst && { standfirst }),
      lines: asRead(marked, parts),
      related: marked.filter(({ role }) => role === "related").map(({ says }) => says),
      ...people,
      ...dates,
      ...(outlet && { source: { name: outlet } }),
      ...(notes.length > 0 && { note: notes.join(" ") }),
    },
    dates.published ? [] : [undatedAt(firstLine)],
  );
}

const SHORTEST = 45;

/** The first line below the title, above the day or who wrote, that is too long for a name or a section. */
function standfirstOf({ head }: Parts, title: number): string | undefined {
  const meta = head.findIndex(({ number, role }) => number > title && (role === "date" || role === "byline"));
  return head
    .slice(0, Math.max(meta, 0))
    .find(
      ({ number, role, text }) =>
        number > title && role === "body" && weightOf(text) >= SHORTEST && !/\s{2}|[|•·:：]$/u.test(text),
    )?.text;
}

/** Lines that could be body, but stand above the article, behind it or under another's headline, are the page's. */
function asRead(marked: readonly MarkedLine[], { body }: Parts): readonly MarkedLine[] {
  const kept = new Set(body.map(({ number }) => number));
  const elsewhere = (line: MarkedLine): boolean =>
    (line.role === "body" || line.role === "list") && !kept.has(line.number);
  return marked.map((line) =>
    elsewhere(line) ? { ...line, role: "furniture", why: "not a part of the article's body" } : line,
  );
}

/** A change that names no day was made on the day of publication. */
function datesOf({ published, updated }: When, timeZone: string): Pick<Reading, "published" | "updated"> {
  const day = published?.day;
  if (!day) return {};
  const first = instantOf({ ...published, day }, timeZone);
  const change =
    updated && (updated.day || updated.time) ? instantOf(changeOf(updated, day), timeZone) : undefined;
  return change && change > first ? { published: first, updated: change } : { published: first };
}

const changeOf = (updated: Moment, day: string): Moment & { readonly day: string } => ({
  ...updated,
  day: updated.day ?? day,
});
