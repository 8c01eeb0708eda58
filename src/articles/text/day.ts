import { momentsIn } from "../dates.ts";

export const isDay = (text: string, language: string): boolean => lettersBesideDay(text, language) < 12;

/** A place may stand before it. */
export const isMostlyDay = (text: string, language: string): boolean => lettersBesideDay(text, language) < 24;

function lettersBesideDay(text: string, language: string): number {
  const [moment, ...more] = momentsIn(text, language);
  if (!moment?.day || more.length > 0) return Number.POSITIVE_INFINITY;
  return (text.slice(0, moment.start) + text.slice(moment.end)).replace(/[^\p{L}]/gu, "").length;
}
