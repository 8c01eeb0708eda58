import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { decode } from "../../src/articles/decode.ts";
import { baseOf, wordsOf } from "../../src/articles/languages.ts";
import { likeness } from "../../src/articles/text/likeness.ts";
import type { Role } from "../../src/articles/text/lines.ts";
import { isSolid } from "../../src/articles/text/prose.ts";
import { vocabularyOf } from "../../src/articles/text/vocabulary.ts";
import { outcomeOf, valueIn } from "../articles/read.ts";
import { CASES } from "./cases.ts";

/** A line of a seed as it was left, with what it was read as: blank ones, and those put together with one above, as nothing. */
export interface Left {
  readonly text: string;
  readonly role: Role | undefined;
}

/** A seed that is to be taken apart, and what is read off it as it was left. */
export interface Whole {
  readonly name: string;
  readonly language: string;
  readonly lines: readonly Left[];
  readonly read: Told;
}

/** What a seed tells: everything that is published of it. */
export type Told = Readonly<Record<string, unknown>>;

const OWNERS = "seeds/000_82d2947d75b919a4.txt";

/** No-break and ideographic spaces stay in what is published: here they are as good as any other. */
const folded = (text: string | undefined): string | undefined => text?.replace(/\s+/gu, " ").trim();

/** What is read off the bytes of a seed. */
export function toldBy(name: string, bytes: Uint8Array): Told {
  const { title, language, published, updated, source, authors, agencies, initials, note, ...draft } =
    valueIn(outcomeOf(name, bytes)).draft;
  return {
    title: folded(title),
    language,
    published,
    updated,
    source: folded(source?.name),
    authors: authors.map((author) => folded(author.name)),
    agencies: agencies.map(folded),
    initials: folded(initials),
    note: folded(note),
    related: draft.related.map(folded),
    body: draft.contentHtml.split("\n").map(folded),
  };
}

/** A seed by its path. */
export function wholeAt(path: string): Whole {
  const bytes = readFileSync(path);
  const { lines, draft } = valueIn(outcomeOf(path, bytes));
  const roles = new Map(lines.map(({ number, role }) => [number, role]));
  const text = valueIn(decode(bytes)).split("\n");
  return {
    name: path,
    language: baseOf(draft.language),
    lines: text.map((line, i) => ({ text: line, role: roles.get(i + 1) })),
    read: toldBy(path, bytes),
  };
}

/** One case for each language, the next in order for the next language, so that their layouts differ; and the owner's seed. */
export function seedsToTakeApart(): readonly Whole[] {
  const names = readdirSync(CASES).filter((name) => name.endsWith(".txt"));
  const languages = [...new Set(names.map((name) => name.slice(0, 2)))].sort();
  const chosen = languages.flatMap((language, i) => {
    const own = names.filter((name) => name.startsWith(language)).sort();
    return own.slice(i % own.length, (i % own.length) + 1);
  });
  return [...chosen.map((name) => join(CASES, name)), OWNERS].map(wholeAt);
}

/** Throws dice: a number below the sides. 0 changes nothing, so that what fast-check leaves of a failure is its reason. */
export type Dice = (sides: number) => number;

/** A change after which a page still says the same. */
export type Change = (lines: readonly Left[], dice: Dice, whole: Whole) => readonly Left[];

const isBlank = ({ text }: Left): boolean => /^[\s\p{Cf}]*$/u.test(text);
const blank: Left = { text: "", role: undefined };

/** Lines that were put together have no role of their own: there a blank line, or none, would mean something. */
const isWrapped = ({ lines }: Whole): boolean =>
  lines.some((line) => line.role === undefined && !isBlank(line));

/**
 * Single line ends part as well as blank lines do, but where lines are broken at a column, and where what is no sentence stands
 * below what is not the article's (a heading below others' headlines, a title below an office's name): there only the gap tells.
 */
export const dropBlanks: Change = (lines, dice, whole) =>
  isWrapped(whole) ? lines : lines.filter((line, i) => !isBlank(line) || isBorder(lines, i) || dice(2) === 0);

function isBorder(lines: readonly Left[], at: number): boolean {
  const above = lines.slice(0, at).findLast((line) => !isBlank(line));
  const below = lines.slice(at).find((line) => !isBlank(line));
  return above?.role !== "body" && below?.role !== "furniture" && !isSolid(below?.text.trim() ?? "");
}

/** Where there is a blank line there may be several. */
export const addBlanks: Change = (lines, dice) =>
  lines.flatMap((line) => (isBlank(line) ? Array.from({ length: 1 + dice(3) }, () => blank) : [line]));

/** A page says its title as often as it likes. */
export const repeatTitles: Change = (lines, dice, { read }) =>
  lines.flatMap((line) =>
    line.role === "title" && likeness(line.text, String(read.title)) > 0.5
      ? Array.from({ length: 1 + dice(5) }, () => line)
      : [line],
  );

/** Buttons and navigation, alone on their lines, stand in any order among themselves. */
export const shuffleDebris: Change = (lines, dice, { language }) => {
  const labels = labelsOf(language);
  const shuffled = [...lines];
  for (let i = 1; i < shuffled.length; i++) {
    const [one, other] = [shuffled[i - 1], shuffled[i]];
    if (one && other && isLabel(one, labels) && isLabel(other, labels) && dice(2) === 1)
      shuffled.splice(i - 1, 2, other, one);
  }
  return shuffled;
};

/** … and as often as the page likes. */
export const repeatDebris: Change = (lines, dice, { language }) => {
  const labels = labelsOf(language);
  return lines.flatMap((line) =>
    isLabel(line, labels) ? Array.from({ length: 1 + dice(3) }, () => line) : [line],
  );
};

const isLabel = ({ text, role }: Left, labels: readonly string[]): boolean =>
  role === "furniture" && labels.includes(text.trim().toLowerCase());

/** Those that mean nothing else too. */
function labelsOf(language: string): readonly string[] {
  const { whole, holds } = vocabularyOf(language);
  return wordsOf(language).furniture.filter((label) => whole(label) === "furniture" && !holds("asks", label));
}

/** One more of them stands above and below the article, and between its paragraphs. */
export const insertDebris: Change = (lines, dice, whole) => {
  const labels = labelsOf(whole.language);
  const around = isWrapped(whole) ? [blank] : [];
  return lines.flatMap((line, i) => {
    const before = lines[i - 1];
    const free = i > 0 && (isBlank(line) || (line.role === "body" && before?.role === "body"));
    const label = free && dice(6) === 1 ? labels[dice(labels.length)] : undefined;
    return label ? [...around, { text: capital(label), role: undefined }, ...around, line] : [line];
  });
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** White space around a line is nobody's. */
export const spaceAround: Change = (lines, dice) => {
  const spaces = ["", " ", "\t", "\u00A0", "\u3000", "  \t"];
  return lines.map(({ text, role }) => ({
    text: `${text}${spaces[dice(spaces.length)]}`,
    role,
  }));
};

/** A space that does not break is a space. */
export const noBreakSpaces: Change = (lines, dice) =>
  lines.map(({ text, role }) => ({ text: dice(2) === 1 ? text.replaceAll(" ", "\u00A0") : text, role }));

export const CHANGES = {
  dropBlanks,
  addBlanks,
  repeatTitles,
  shuffleDebris,
  repeatDebris,
  insertDebris,
  spaceAround,
  noBreakSpaces,
} as const satisfies Readonly<Record<string, Change>>;

/** How a text lies on a disk. */
export const LAID = {
  "UTF-8": (text) => Buffer.from(text),
  "UTF-8 with a byte order mark": (text) => Buffer.from(`\uFEFF${text}`),
  "UTF-16, little end first": (text) => Buffer.from(`\uFEFF${text}`, "utf16le"),
  "UTF-16, big end first": (text) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
} as const satisfies Readonly<Record<string, (text: string) => Uint8Array>>;

export const ENDS = ["\n", "\r\n", "\r"] as const;

/** Throws as many dice as are asked for, the same ones whenever fast-check asks again. */
export const diceOf = (numbers: readonly number[]): Dice => {
  let thrown = 0;
  return (sides) => (numbers[thrown++ % numbers.length] ?? 0) % sides;
};

/** The dice of one page. */
export const throws = fc.array(fc.nat({ max: 5039 }), { minLength: 1, maxLength: 97 });
