import { ar } from "./languages/ar.ts";
import { de } from "./languages/de.ts";
import { en } from "./languages/en.ts";
import { es } from "./languages/es.ts";
import { fr } from "./languages/fr.ts";
import { he } from "./languages/he.ts";
import { hi } from "./languages/hi.ts";
import { it } from "./languages/it.ts";
import { ja } from "./languages/ja.ts";
import { ko } from "./languages/ko.ts";
import { nl } from "./languages/nl.ts";
import { pl } from "./languages/pl.ts";
import { pt } from "./languages/pt.ts";
import { ru } from "./languages/ru.ts";
import { languageByScript, languageByWords } from "./languages/small.ts";
import { tr } from "./languages/tr.ts";
import { uk } from "./languages/uk.ts";
import type { Words } from "./languages/words.ts";
import { zh } from "./languages/zh.ts";
import { onDemand } from "./on-demand.ts";

const WORDS: Readonly<Record<string, Words>> = {
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

/** As much of a text as tells its language. */
const SAMPLE = 600;

const known = new Map<string, Words>();

/** The words of a language, and English labels beside them: pages in every language carry some. */
export function wordsOf(language: string): Words {
  const base = baseOf(language);
  const words = known.get(base) ?? withEnglish(WORDS[base] ?? { ...en, monthFirst: false });
  known.set(base, words);
  return words;
}

/** Lists of labels; what belongs to one language alone (months, order, hours) is left as it is. */
const SHARED = [
  "published",
  "updated",
  "notes",
  "by",
  "staff",
  "neighbours",
  "readAlso",
  "ends",
  "furniture",
  "prompts",
  "asks",
  "follow",
  "skips",
  "skipEnds",
  "captions",
  "tags",
  "copyright",
  "readingTime",
  "contact",
  "source",
] as const satisfies readonly (keyof Words)[];

const withEnglish = (words: Words): Words => ({
  ...words,
  ...Object.fromEntries(SHARED.map((list) => [list, [...new Set([...words[list], ...en[list]])]])),
});

/** `pt` of `pt-BR`. */
export const baseOf = (language: string): string => language.split("-")[0] ?? language;

/** Nearly as likely as the likeliest: a language that is read here is then the better guess. */
const CLOSE = 0.8;

const detector = onDemand((require): typeof import("./detector.ts") => require("./detector.ts"));

/** The language that a text is written in, as an ISO 639-1 code; nothing where there is too little to tell. */
export function detectLanguage(text: string): string | undefined {
  const sure = languageByScript(text) ?? languageByWords(text);
  if (sure && WORDS[sure]) return sure;
  const detected = detector().eld.detect(text.slice(0, SAMPLE));
  if (!detected.language || WORDS[detected.language]) return detected.language || undefined;
  const scores = Object.entries(detected.getScores());
  const best = Math.max(...scores.map(([, score]) => score));
  return (
    scores.find(([language, score]) => WORDS[language] && score >= best * CLOSE)?.[0] ?? detected.language
  );
}
