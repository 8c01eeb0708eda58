import { baseOf } from "../languages.ts";

const NUMERIC = /(?<!\d)(\d{1,2})\/(\d{1,2})\/(?:20|19)\d\d(?!\d)/g;
const ZONES = {
  US: /\b(?:E[SD]T|C[SD]T|M[SD]T|P[SD]T|AK[SD]T)\b/,
  GB: /\b(?:BST|GMT|IST|CEST?|AES?T|NZ[SD]T|SAST)\b/,
} as const;

/**
 * The language with the region whose order of day and month the page follows (`en-GB`: 19/06/2024, `en-US`: 06/19/2024):
 * a date that can be read in one way only tells, else the zone of a time; otherwise the language's own habit holds.
 */
export function dateHabit(text: string, language: string): string {
  const base = baseOf(language);
  for (const [, first = "", second = ""] of text.matchAll(NUMERIC)) {
    if (Number(first) > 12 && Number(second) <= 12) return `${base}-GB`;
    if (Number(second) > 12 && Number(first) <= 12) return `${base}-US`;
  }
  if (base !== "en") return base;
  if (ZONES.US.test(text)) return "en-US";
  return ZONES.GB.test(text) ? "en-GB" : base;
}
