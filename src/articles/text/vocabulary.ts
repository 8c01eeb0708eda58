import { wordsOf } from "../languages.ts";
import type { Words } from "../languages/words.ts";
import { anyOf } from "../words.ts";

/** The words of a language, made ready to be looked for in lines. */
export interface Vocabulary {
  readonly words: Words;
  /** What a whole line is, by its letters alone. */
  readonly whole: (text: string) => "ends" | "furniture" | "tags" | "neighbours" | "readAlso" | "contact" | "label" | undefined;
  /** The label that a line begins with, and what follows it. */
  readonly opening: (kind: Opening, text: string) => { readonly label: string; readonly rest: string } | undefined;
  /** One label for who wrote and who took the pictures ("Text & Fotos:"). */
  readonly wordsAndPictures: (text: string) => { readonly label: string; readonly rest: string } | undefined;
  readonly holds: (kind: "copyright" | "readingTime", text: string) => boolean;
  /** The label of a picture's credit, where one stands in the line. */
  readonly caption: RegExp;
  readonly labels: RegExp;
}

export type Opening = "published" | "updated" | "notes" | "by" | "neighbours" | "readAlso" | "prompts" | "tags" | "contact" | "source";

const OPENINGS = ["published", "updated", "notes", "by", "neighbours", "readAlso", "prompts", "tags", "contact", "source"] as const satisfies readonly Opening[];
/** What may stand behind a label: its colon, a dash, a bar, an arrow. */
const AFTER = "\\s*[:：|»›>→–—-]?\\s*";
const WORD_END = "(?![\\p{L}\\p{M}\\p{N}])";

/** A line's letters, in lower case, without what stands around them: counts, arrows, brackets, emoji. */
export const foldLabel = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^[^\p{L}\p{M}]+|\s*[([]?[\d.,\s]*[)\]]?[^\p{L}\p{M}]*$/gu, "")
    .replace(/\s+/gu, " ");

const known = new Map<string, Vocabulary>();

export function vocabularyOf(language: string): Vocabulary {
  const found = known.get(language) ?? compile(wordsOf(language));
  known.set(language, found);
  return found;
}

function compile(words: Words): Vocabulary {
  const wholes = new Map<string, ReturnType<Vocabulary["whole"]>>();
  for (const label of [...words.published, ...words.updated, ...words.by, ...words.source, ...words.staff, ...words.captions]) wholes.set(foldLabel(label), "label");
  for (const kind of ["contact", "neighbours", "tags", "furniture", "readAlso", "ends"] as const)
    for (const label of words[kind]) wholes.set(foldLabel(label), kind);
  const openings = new Map(OPENINGS.map((kind) => [kind, openingOf(words[kind])]));
  const holding = { copyright: anywhere(words.copyright), readingTime: anywhere(words.readingTime) };
  const both = new RegExp(`^(${anyOf(words.by.map((label) => label.replace(/:$/, "")))}\\s*(?:${anyOf(words.and)}|[/,·])\\s*${anyOf(words.captions)})\\s*[:：]?\\s*(?:${anyOf(words.by)}\\s)?`, "iu");
  return {
    words,
    wordsAndPictures(text) {
      const match = both.exec(text);
      return match ? { label: match[1] ?? "", rest: text.slice(match[0].length) } : undefined;
    },
    whole: (text) => wholes.get(foldLabel(text)),
    opening(kind, text) {
      const match = openings.get(kind)?.exec(text);
      return match ? { label: match[1] ?? "", rest: text.slice(match[0].length) } : undefined;
    },
    holds: (kind, text) => holding[kind].test(text),
    caption: new RegExp(`(?:^|[\\s.(（\\[/|])(?:${anyOf(words.captions)}\\s*[:：/／=©]|©|\\(c\\)\\s)\\s*`, "iu"),
    labels: new RegExp(`${anyOf([...words.published, ...words.updated])}`, "giu"),
  };
}

/** Latin labels end with a word; those of scripts without spaces, anywhere. */
function openingOf(labels: readonly string[]): RegExp {
  const bounded = labels.map((label) => RegExp.escape(label) + (/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}]$/u.test(label) ? WORD_END : ""));
  const longestFirst = bounded.sort((a, b) => b.length - a.length);
  return labels.length === 0 ? /(?!)/ : new RegExp(`^[^\\p{L}\\p{N}]{0,4}(${longestFirst.join("|")})${AFTER}`, "iu");
}

const anywhere = (phrases: readonly string[]): RegExp => (phrases.length === 0 ? /(?!)/ : new RegExp(anyOf(phrases), "iu"));
