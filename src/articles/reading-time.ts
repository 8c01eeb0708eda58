import type { Article } from "./article.ts";

/**
 * Letters and digits that people read in a minute, by language (S. Trauzettel-Klosinski and K. Dietz, "Standardized
 * Assessment of Reading Performance", 2012, table 2), and the mean of those for all others.
 */
const PACE: Readonly<Record<string, number>> = {
  ar: 612,
  de: 920,
  en: 987,
  es: 1025,
  fi: 1078,
  fr: 998,
  he: 833,
  it: 950,
  ja: 357,
  nl: 978,
  pl: 916,
  pt: 913,
  ru: 986,
  sl: 885,
  sv: 917,
  tr: 1054,
  zh: 255,
};
const MEAN = 863;

type Text = Pick<Article, "contentHtml" | "language">;

const minutes = new WeakMap<Text, number>();

/** Whole minutes that it takes to read an article, at least one. */
export function readingMinutes(article: Text): number {
  const known = minutes.get(article);
  if (known !== undefined) return known;
  const text = article.contentHtml.replace(/<[^>]*>|&#?\w+;/g, " ");
  const letters = lengthOf(text.replace(/[^\p{L}\p{N}]+/gu, ""));
  const pace = PACE[article.language.split("-")[0] ?? ""] ?? MEAN;
  const told = Math.max(1, Math.round(letters / pace));
  minutes.set(article, told);
  return told;
}

/** In characters. A match for each of them would cost ten times as much. */
const lengthOf = (text: string): number =>
  text.length - (text.match(/[\u{10000}-\u{10FFFF}]/gu)?.length ?? 0);
