import { eld } from "eld/small";
import { de } from "./languages/de.ts";
import { en } from "./languages/en.ts";
import { es } from "./languages/es.ts";
import { fr } from "./languages/fr.ts";
import type { Words } from "./languages/words.ts";

const WORDS: Readonly<Record<string, Words>> = { de, en, es, fr };

/** As much of a text as tells its language. */
const SAMPLE = 2000;

const known = new Map<string, Words>();

/** The words of a language, and English labels beside them: pages in every language carry some. */
export function wordsOf(language: string): Words {
  const base = baseOf(language);
  const words = known.get(base) ?? withEnglish(WORDS[base] ?? { ...en, monthFirst: false });
  known.set(base, words);
  return words;
}

const withEnglish = (words: Words): Words => ({
  ...words,
  published: [...words.published, ...en.published],
  updated: [...words.updated, ...en.updated],
  by: [...words.by, ...en.by],
  neighbours: [...words.neighbours, ...en.neighbours],
});

/** `pt` of `pt-BR`. */
export const baseOf = (language: string): string => language.split("-")[0] ?? language;

/** The language that a text is written in, as an ISO 639-1 code; nothing where there is too little to tell. */
export const detectLanguage = (text: string): string | undefined =>
  eld.detect(text.slice(0, SAMPLE)).language || undefined;
