import type { Words } from "../languages/words.ts";
import { wordsOf } from "../languages.ts";
import { remembering } from "../remembering.ts";
import { anyOf } from "../words.ts";
import { lower, openingOf } from "./opening.ts";

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
