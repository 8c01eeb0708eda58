import type { Article, Author } from "../article.ts";
import { instantOf, momentsIn } from "../dates.ts";
import { wordsOf } from "../languages.ts";
import { bad, good, type Outcome, type Problem, quote } from "../problem.ts";
import { anyOf } from "../words.ts";
import { linesOf, type MarkedLine, type Role } from "./lines.ts";
import { markLines } from "./roles.ts";
import { type Heading, readHeading } from "./title.ts";

/** What a text seed says of itself: the body as plain paragraphs. */
export interface Reading
  extends Pick<Article, "title" | "agencies" | "authors" | "related">,
    Partial<Pick<Article, "published" | "updated" | "initials" | "source" | "note">> {
  readonly paragraphs: readonly string[];
}

export interface TextSeed {
  readonly text: string;
  /** The number of the text's first line in its file. */
  readonly firstLine: number;
  readonly language: string;
  /** IANA time zone of times that name none. */
  readonly timeZone: string;
}

/** Reads the text of a saved page: each line gets a role, and the roles become the article. */
export function readText({ text, firstLine, language, timeZone }: TextSeed): Outcome<Reading> {
  const lines = linesOf(text, firstLine);
  const heading = readHeading(lines, language);
  if (!heading) return bad({ line: firstLine, expected: "a title and an article", found: "an empty file" });
  const marked = markLines(lines, { titleLines: heading.lines, language, words: wordsOf(language) });
  const texts = (role: Role) => marked.filter((line) => line.role === role).map((line) => line.says);
  const paragraphs = texts("body");
  if (paragraphs.length === 0)
    return bad({ line: firstLine, expected: "an article below its title", found: "no more text" });
  const dates = readDates(heading, marked, language, timeZone);
  if (!dates.ok) return dates;
  return good({
    title: heading.title,
    paragraphs,
    authors: texts("byline").flatMap((names) => authorsOf(names, language)),
    related: texts("related"),
    ...dates.value,
    ...creditOf(texts("credit").at(-1)),
    ...(heading.outlet && { source: { name: heading.outlet } }),
    ...noteOf(texts("note")),
  });
}

const noteOf = (notes: readonly string[]): Pick<Reading, "note"> =>
  notes.length > 0 ? { note: notes.join(" ") } : {};

function authorsOf(names: string, language: string): readonly Author[] {
  const separator = new RegExp(`,|\\s${anyOf(wordsOf(language).and)}\\s`, "iu");
  return names.split(separator).map((name) => ({ name: name.trim() }));
}

/** `lgc (efe, dpa, afp)` */
function creditOf(credit: string | undefined): Pick<Reading, "initials" | "agencies"> {
  const [, initials = "", agencies = ""] = /^(.*?)\s*\((.*)\)$/u.exec(credit ?? "") ?? [];
  const names = agencies.split(/[,;/،、]/u).map((name) => name.trim().toLowerCase());
  return { agencies: names.filter((name) => name !== ""), ...(initials && { initials }) };
}

type Dates = Pick<Reading, "published" | "updated">;

/** `published` is what a label or the title line says; a change that names no day was made on that day. */
function readDates(
  heading: Heading,
  marked: readonly MarkedLine[],
  language: string,
  timeZone: string,
): Outcome<Dates> {
  const momentsOf = (role: Role) =>
    marked.filter((line) => line.role === role).flatMap((line) => momentsIn(line.says, language));
  const stated = momentsOf("published").find((moment) => moment.day) ?? heading.moment;
  if (stated?.impossible) return bad(impossible(marked, language));
  const day = stated?.day;
  if (!day) return good({});
  const published = instantOf({ ...stated, day }, timeZone);
  const change = [...momentsOf("updated"), ...momentsOf("note")].at(-1);
  const updated = change && instantOf({ ...change, day: change.day ?? day }, timeZone);
  return good(updated && updated > published ? { published, updated } : { published });
}

function impossible(marked: readonly MarkedLine[], language: string): Problem {
  for (const { number, text } of marked) {
    const moment = momentsIn(text, language).find((one) => one.impossible);
    if (moment)
      return {
        line: number,
        expected: "a date that exists",
        found: quote(text.slice(moment.start, moment.end)),
      };
  }
  return { line: 1, expected: "a date that exists", found: "none" };
}
