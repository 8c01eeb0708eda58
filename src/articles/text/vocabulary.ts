import { plainSpaced } from "../characters.ts";
import type { Words } from "../languages/words.ts";
import { wordsOf } from "../languages.ts";
import { anyOf } from "../words.ts";
import { foldLabel } from "./labels.ts";
import { openingOf } from "./opening.ts";
import { phrasesOf } from "./phrases.ts";
import { type Rows, rowsOf } from "./rows.ts";

/** The words of a language, made ready to be looked for in lines. */
export interface Vocabulary extends Rows {
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
  readonly holds: (kind: (typeof HELD)[number], text: string) => boolean;
  /** Labels of the credit of a picture of more than one word. */
  readonly longCaptions: readonly string[];
  /** Whether a text is a label of who took the pictures, and nothing else. */
  readonly isPicture: (text: string) => boolean;
  /** Whether a text asks for something in two ways, or names a platform to do it on. */
  readonly asksTwice: (text: string) => boolean;
  /** Whether a line lets one jump over a box within the article. */
  readonly isSkip: (text: string) => boolean;
  /** The label of a picture's credit, where one stands in the line. */
  readonly caption: (text: string) => RegExpExecArray | null;
  /** Whether a text ends with the credit of a picture in brackets: `(foto Elio Stragà)`, `（記者蔡宜庭攝）`. */
  readonly endsWithPicture: (text: string) => boolean;
  /** A name with a word behind it that says it is a writer's. */
  readonly bySuffix: RegExp;
  /** A text with something else in place of each label of a day. */
  readonly withoutLabels: (text: string, by: string) => string;
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

/** What is looked for anywhere in a line. */
const HELD = ["copyright", "readingTime", "asks", "updated"] as const;

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
  const held = new Map(HELD.map((kind) => [kind, phrasesOf(words[kind])]));
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
    holds: (kind, text) => held.get(kind)?.areIn(text) ?? false,
    asksTwice(text) {
      const said = text.replaceAll("İ", "i").toLowerCase();
      const asked = words.asks.filter((phrase) => said.includes(phrase)).length;
      return asked > 1 || (asked > 0 && PLATFORM.test(text));
    },
    longCaptions: words.captions.filter((label) => label.includes(" ")),
    isPicture: (text) => pictures.has(foldLabel(text)),
    ...rowsOf(wholes),
    isSkip: (text) =>
      words.skips.some(
        ([opening, end]) => foldLabel(text).startsWith(opening) && foldLabel(text).endsWith(end),
      ),
    caption: (text) => (CREDIT_MARK.test(text) ? caption.exec(text) : null),
    endsWithPicture(text) {
      const inner = IN_BRACKETS.exec(text)?.[1];
      if (inner === undefined) return false;
      const said = plainSpaced(inner.toLowerCase());
      const isLabel = (label: string) =>
        said.startsWith(label) && BEHIND_LABEL.test(inner.slice(label.length));
      return TAKEN.test(inner) || words.captions.some(isLabel);
    },
    bySuffix:
      words.bySuffix.length > 0
        ? new RegExp(`\\p{L}\\s?${anyOf(words.bySuffix)}(?:$|[\\s\\p{P}])`, "u")
        : NEVER,
    withoutLabels: phrasesOf([...words.published, ...words.updated]).replacedIn,
  };
}

/** Where pages want to be followed and shared. */
export const PLATFORM =
  /facebook|twitter|whatsapp|telegram|pinterest|linkedin|instagram|reddit|tumblr|mastodon|bluesky|viber|youtube/iu;

const NEVER = /(?!)/;
const IN_BRACKETS = /[(（]([^()（）]+)[)）]$/u;
const BEHIND_LABEL = /^[\s:：–-]+[^()（）]{2,40}$/u;
const TAKEN = /^[^()（）]{2,20}(?:攝|摄|撮影|촬영|提供)$/u;
/** No label is longer; a longer line is not taken apart to see. */
const LONGEST_LABEL = 200;
const CREDIT_MARK = /[:：/／=＝©ⓒ.]|\(c\)/iu;
