import { remembering } from "../articles/remembering.ts";
import { ar } from "./words/ar.ts";
import { de } from "./words/de.ts";
import { en } from "./words/en.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { he } from "./words/he.ts";
import { hi } from "./words/hi.ts";
import { it } from "./words/it.ts";
import { ja } from "./words/ja.ts";
import { ko } from "./words/ko.ts";
import { nl } from "./words/nl.ts";
import { pl } from "./words/pl.ts";
import { pt } from "./words/pt.ts";
import { ru } from "./words/ru.ts";
import { tr } from "./words/tr.ts";
import { uk } from "./words/uk.ts";
import type { Words } from "./words/words.ts";
import { zh } from "./words/zh.ts";

export type { Words } from "./words/words.ts";

/** Fixed words by base language: a new language is one file with the shape of `words/words.ts`, and its name here. */
export const WORDS: Readonly<Record<string, Words>> = {
  ar,
  de,
  en,
  es,
  fr,
  he,
  hi,
  it,
  ja,
  ko,
  nl,
  pl,
  pt,
  ru,
  tr,
  uk,
  zh,
};

/** A page's fixed words, and the language that they are in where it is not the page's own. */
export interface Spoken {
  readonly words: Words;
  readonly language: string;
}

/** The words of a language, else of another (the publication's), else English. */
export function spokenIn(language: string, other: string): Spoken {
  for (const tag of [language, other]) {
    const base = tag.split("-")[0] ?? "";
    const words = Object.hasOwn(WORDS, base) && !isTraditional(tag) ? WORDS[base] : undefined;
    if (words) return { words, language: tag };
  }
  return { words: WORDS.en ?? en, language: "en" };
}

/** Chinese has words in simplified characters alone. */
const isTraditional = remembering((tag) => new Intl.Locale(tag).maximize().script === "Hant");

/** A text with what stands for something else in it replaced. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (mark, name: string) => values[name] ?? mark);
