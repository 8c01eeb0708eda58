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
  const pace = PACE[article.language.split("-")[0] ?? ""] ?? MEAN;
  const told = Math.max(1, Math.round(lettersIn(text) / pace));
  minutes.set(article, told);
  return told;
}

const LETTER = /[\p{L}\p{N}]/u;
/** What was found out about characters: 1 is a letter or a digit, 2 is neither. To ask the pattern each time takes ten times as long. */
const asked = new Uint8Array(0x1_0000);

/** How many letters and digits there are. */
function lettersIn(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0xd800 && code < 0xdc00) {
      if (LETTER.test(text.slice(i, i + 2))) count++;
      i++;
      continue;
    }
    if (asked[code] === 0) asked[code] = LETTER.test(String.fromCharCode(code)) ? 1 : 2;
    if (asked[code] === 1) count++;
  }
  return count;
}
