import type { Words } from "../languages/words.ts";
import { wordsOf } from "../languages.ts";
import { remembering } from "../remembering.ts";
import { anyOf } from "../words.ts";

/** The words of a language, made ready to be looked for in lines. */
export interface Vocabulary {
  readonly words: Words;
  /** What a whole line is, by its letters alone. */
  readonly whole: (
    text: string,
  ) => "ends" | "furniture" | "tags" | "neighbours" | "readAlso" | "contact" | "label" | undefined;
  /** The label that a line begins with, and what follows it. */
  readonly opening: (
    kind: Opening,
    text: string,
  ) => { readonly label: string; readonly rest: string } | undefined;
  /** One label for who wrote and who took the pictures ("Text & Fotos:"). */
  readonly wordsAndPictures: (text: string) => { readonly label: string; readonly rest: string } | undefined;
  readonly holds: (kind: "copyright" | "readingTime" | "asks" | "updated", text: string) => boolean;
  /** Whether a text is a label of who took the pictures, and nothing else. */
  readonly isPicture: (text: string) => boolean;
  /** Whether a text asks for something in two ways, or names a platform to do it on. */
  readonly asksTwice: (text: string) => boolean;
  /** Whether a line is nothing but labels in a row ("Share Tweet Print"). */
  readonly isRow: (text: string) => boolean;
  /** Whether a line lets one jump over a box within the article. */
  readonly isSkip: (text: string) => boolean;
  /** The label of a picture's credit, where one stands in the line. */
  readonly caption: (text: string) => RegExpExecArray | null;
  /** The credit of a picture in brackets at the end: `(foto Elio Stragà)`, `（記者蔡宜庭攝）`. */
  readonly pictureBy: RegExp;
  /** A name with a word behind it that says it is a writer's. */
  readonly bySuffix: RegExp;
  readonly labels: RegExp;
}

type Opening =
  | "published"
  | "updated"
  | "notes"
  | "by"
  | "neighbours"
  | "readAlso"
  | "prompts"
  | "tags"
  | "contact"
  | "source"
  | "skipEnds"
  | "follow";

const OPENINGS = [
  "published",
  "updated",
  "notes",
  "by",
  "neighbours",
  "readAlso",
  "prompts",
  "tags",
  "contact",
  "source",
  "skipEnds",
  "follow",
] as const satisfies readonly Opening[];
/** What may stand behind a label: its colon, a dash, a bar, an arrow. */
const AFTER = /^\s*[:：|»›>→–—-]?\s*/u;
/** Scripts whose words have ends; in the others a label may go on. */
const SPACED =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Hangul}]$/u;

/** In lower case, with as many characters as before: Turkish capitals of i lose their dots, with those of every language. */
const lower = (text: string): string => text.replace(/[İı]/g, "i").toLowerCase();

/** A line's letters, in lower case, without what stands around them: counts, arrows, brackets, emoji. */
const foldLabel = remembering((text: string): string => trimmed(lower(text)).replace(/\s+/gu, " "));

function trimmed(text: string): string {
  const start = OUTSIDE.exec(text)?.[0].length ?? 0;
  let end = text.length;
  while (end > start) {
    const width = (text.codePointAt(end - 2) ?? 0) > 0xffff ? 2 : 1;
    if (LETTER.test(text.slice(end - width, end))) break;
    end -= width;
  }
  return text.slice(start, Math.max(start, end));
}

const OUTSIDE = /^[^\p{L}\p{M}]*/u;
const LETTER = /[\p{L}\p{M}]/u;

const known = new Map<string, Vocabulary>();

export function vocabularyOf(language: string): Vocabulary {
  const found = known.get(language) ?? compile(wordsOf(language));
  known.set(language, found);
  return found;
}

function compile(words: Words): Vocabulary {
  const wholes = new Map<string, ReturnType<Vocabulary["whole"]>>();
  for (const label of [
    ...words.published,
    ...words.updated,
    ...words.by,
    ...words.source,
    ...words.staff,
    ...words.captions,
  ])
    wholes.set(foldLabel(label), "label");
  for (const kind of ["contact", "neighbours", "tags", "furniture", "readAlso", "ends"] as const)
    for (const label of words[kind]) wholes.set(foldLabel(label), kind);
  const pictures = new Set([...words.captions, "photo", "foto", "fotografia", "fotos"].map(foldLabel));
  const openings = new Map(OPENINGS.map((kind) => [kind, openingOf(words[kind])]));
  const caption = new RegExp(
    `(?:^|[\\s.(（\\[/|])(?:${anyOf(words.captions)}(?:\\s*[:：/／=＝©]|(?<=\\.)(?=\\s\\p{Lu}))|[©ⓒ]|\\(c\\)\\s)\\s*`,
    "iu",
  );
  const both = new RegExp(
    `^(${anyOf(words.by.map((label) => label.replace(/:$/, "")))}\\s*(?:${anyOf(words.and)}|[/,·])\\s*${anyOf(words.captions)})\\s*[:：]?\\s*(?:${anyOf(words.by)}\\s)?`,
    "iu",
  );
  return {
    words,
    wordsAndPictures(text) {
      const match = /[:：&/]/u.test(text) ? both.exec(text) : null;
      return match ? { label: match[1] ?? "", rest: text.slice(match[0].length) } : undefined;
    },
    whole: (text) => (text.length > LONGEST_LABEL ? undefined : wholes.get(foldLabel(text))),
    opening: (kind, text) => openings.get(kind)?.(text),
    holds(kind, text) {
      const said = text.replaceAll("İ", "i").replace(/\s/gu, " ").toLowerCase();
      return words[kind].some((phrase) => said.includes(phrase));
    },
    asksTwice(text) {
      const said = text.replaceAll("İ", "i").toLowerCase();
      const asked = words.asks.filter((phrase) => said.includes(phrase)).length;
      return asked > 1 || (asked > 0 && PLATFORM.test(text));
    },
    isPicture: (text) => pictures.has(foldLabel(text)),
    isRow: (text) => isRowOf(foldLabel(text).split(" "), wholes),
    isSkip: (text) =>
      words.skips.some(
        ([opening, end]) => foldLabel(text).startsWith(opening) && foldLabel(text).endsWith(end),
      ),
    caption: (text) => (CREDIT_MARK.test(text) ? caption.exec(text) : null),
    pictureBy: new RegExp(
      `[(（](?:${anyOf(words.captions)}[\\s:：–-]+[^()（）]{2,40}|[^()（）]{2,20}(?:攝|摄|撮影|촬영|提供))[)）]$`,
      "iu",
    ),
    bySuffix:
      words.bySuffix.length > 0
        ? new RegExp(`\\p{L}\\s?${anyOf(words.bySuffix)}(?:$|[\\s\\p{P}])`, "u")
        : NEVER,
    labels: new RegExp(`${anyOf([...words.published, ...words.updated])}`, "giu"),
  };
}

const LONGEST_ROW = 16;

/** Whether words are two or more labels, one behind another. */
function isRowOf(row: readonly string[], wholes: ReadonlyMap<string, unknown>): boolean {
  if (row.length < 2 || row.length > LONGEST_ROW) return false;
  // The number of labels that the words so far can be parted into; 0 where they cannot.
  const counts: number[] = [0];
  for (let end = 1; end <= row.length; end++) {
    const starts = row
      .slice(0, end)
      .flatMap((_, start) =>
        (start === 0 || (counts[start] ?? 0) > 0) && wholes.has(foldLabel(row.slice(start, end).join(" ")))
          ? [(counts[start] ?? 0) + 1]
          : [],
      );
    counts.push(Math.max(0, ...starts));
  }
  return (counts[row.length] ?? 0) > 1;
}

/** Where pages want to be followed and shared. */
export const PLATFORM =
  /facebook|twitter|whatsapp|telegram|pinterest|linkedin|instagram|reddit|tumblr|mastodon|bluesky|viber|youtube/iu;

const NEVER = /(?!)/;
/** No label is longer; a longer line is not taken apart to see. */
const LONGEST_LABEL = 200;
const CREDIT_MARK = /[:：/／=＝©ⓒ.]|\(c\)/iu;

/** For a label's colon a page may write a bar or a dash. */
const markedOtherwise = (label: string): readonly string[] =>
  label.endsWith(":")
    ? [label, ...[" |", " -", " –", " —"].map((mark) => label.slice(0, -1) + mark)]
    : [label];

/** Finds the longest of the labels that a text begins with: by its first characters, as there are hundreds. */
function openingOf(
  labels: readonly string[],
): (text: string) => { readonly label: string; readonly rest: string } | undefined {
  const all = new Set(labels.flatMap(markedOtherwise).map(lower));
  const longest = Math.max(0, ...[...all].map((label) => label.length));
  const byHead = Map.groupBy(all, (label) => label.slice(0, HEAD));
  return (text) => {
    const { start, head } = headOf(text);
    if (!byHead.has(head) && !byHead.has(head.charAt(0))) return undefined;
    const opening = lower(text.slice(start, start + longest + 1).replace(/\s/gu, " "));
    const could = [...(byHead.get(head) ?? []), ...(byHead.get(head.charAt(0)) ?? [])];
    const found = could.filter((label) => opening.startsWith(label) && endsThere(opening, label.length));
    if (found.length === 0) return undefined;
    const end = start + Math.max(...found.map((label) => label.length));
    return { label: text.slice(start, end), rest: text.slice(end).replace(AFTER, "") };
  };
}

/** So many characters tell whether any label may open a line. */
const HEAD = 2;
const BEFORE = /^[^\p{L}\p{N}]{0,4}/u;

/** Where a line's words begin, and their first characters. */
function headOf(text: string): { readonly start: number; readonly head: string } {
  if (text !== looked.text) {
    const start = BEFORE.exec(text)?.[0].length ?? 0;
    looked = { text, start, head: lower(text.slice(start, start + HEAD).replace(/\s/gu, " ")) };
  }
  return looked;
}

/** Each kind of label is looked for at the beginning of a line, one after another. */
let looked = { text: "", start: 0, head: "" };

/** A label is a whole word; in scripts without spaces only one of a single character needs a mark or a space behind it. */
function endsThere(text: string, length: number): boolean {
  const bounded = SPACED.test(text.slice(0, length)) || length === 1;
  return !bounded || !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(length));
}
