import { baseOf } from "../languages.ts";

const NUMERIC = /(?<!\d)(\d{1,2})\/(\d{1,2})\/(?:20|19)\d\d(?!\d)/g;
const ZONES = {
  US: /\b(?:E[SD]T|C[SD]T|M[SD]T|P[SD]T|AK[SD]T)\b/,
  GB: /\b(?:BST|GMT|IST|CEST?|AES?T|NZ[SD]T|SAST)\b/,
} as const;

/** Where a date can be read in two ways, the month that the text names beside a day tells which is meant. */
function toldByMonths(numeric: readonly RegExpExecArray[], text: string): string | undefined {
  for (const [, first = "", second = ""] of numeric) {
    if (first === second || Number(first) > 12 || Number(second) > 12) continue;
    const [monthFirst, dayFirst] = [isNamed(Number(first), text), isNamed(Number(second), text)];
    if (monthFirst !== dayFirst) return monthFirst ? "en-US" : "en-GB";
  }
  return undefined;
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

const isNamed = (month: number, text: string): boolean =>
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? ${MONTHS[month - 1]}\\b|\\b${MONTHS[month - 1]} \\d{1,2}\\b`).test(
    text,
  );

const INDIA =
  /\b(?:India|Indian|Delhi|Mumbai|Bengaluru|Bangalore|Kolkata|Chennai|Hyderabad|Pune|Maharashtra|Kerala|Gujarat|Uttar Pradesh|lakh|crore)\b|₹|\bRs\.? ?\d/;
const CHINA = /\b(?:China|Chinese|Beijing|Shanghai|Guangzhou|Shenzhen|Xinhua|yuan)\b/;

/** The first date that can be read in one way only tells. */
function toldByOrder(numeric: readonly RegExpExecArray[]): "GB" | "US" | undefined {
  for (const [, first = "", second = ""] of numeric) {
    if (Number(first) > 12 && Number(second) <= 12) return "GB";
    if (Number(second) > 12 && Number(first) <= 12) return "US";
  }
  return undefined;
}

/**
 * The language with the region whose order of day and month the page follows (`en-GB`: 19/06/2024, `en-US`: 06/19/2024):
 * a date that can be read in one way only tells, else the zone of a time; otherwise the language's own habit holds.
 */
export function dateHabit(text: string, language: string): string {
  const base = baseOf(language);
  const numeric = text.includes("/") ? [...text.matchAll(NUMERIC)] : [];
  const order = toldByOrder(numeric);
  if (order) return `${base}-${order}`;
  if (base !== "en") return base;
  const told = toldByMonths(numeric, text);
  if (told) return told;
  // Two of the abbreviations that mean several zones are told by the country that the page speaks of.
  if (/\bIST\b/.test(text) && INDIA.test(text)) return "en-IN";
  if (/\bCST\b/.test(text) && CHINA.test(text)) return "en-CN";
  if (ZONES.US.test(text)) return "en-US";
  return ZONES.GB.test(text) ? "en-GB" : base;
}
