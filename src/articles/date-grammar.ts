import { baseOf, wordsOf } from "./languages.ts";
import { type Months, monthsOf } from "./months.ts";
import { anyOf } from "./words.ts";
import { SPOKEN_ZONES, ZONE_NAMES } from "./zones.ts";

/** How days and times are written in a language. */
export interface Grammar {
  /** A day, or a time without the zone behind it. */
  readonly token: RegExp;
  readonly months: Months;
  readonly language: string;
  /** What may be glued to a zone. */
  readonly labels: readonly string[];
  readonly openings: Openings;
}

/** Words that may stand before the first digit of a day or a time: months, zones, halves of the day. */
interface Openings {
  /** Their last characters, in lower case: {@link END} of them, or all there are. */
  readonly ends: ReadonlySet<string>;
  /** Characters of the longest, and of what may stand between it and the digit. */
  readonly longest: number;
}

/** So many characters tell nearly always that no such word stands before a digit. */
export const END = 2;

const grammars = new Map<string, Grammar>();
const YEAR = "(?:1[89]|20|21)\\d\\d";
const ORDINAL = "(?:\\.|º|ª|°|er|re|st|nd|rd|th|-?го|-е)?";
/** Halves of the day, before a time or behind it. */
const MORNING = ["a.m", "am", "a. m", "ص", "صباحا", "صباحاً", "오전", "午前", "上午", "凌晨", "सुबह"];
export const EVENING = [
  "p.m",
  "pm",
  "p. m",
  "م",
  "مساء",
  "مساءً",
  "오후",
  "午後",
  "下午",
  "晚上",
  "दोपहर",
  "शाम",
  "रात",
];
const HALF = anyOf([...MORNING, ...EVENING]);

/** One expression for all that may be a day or a time; which, is told by the groups that took part. */
export function grammarOf(language: string): Grammar {
  const found = grammars.get(language);
  if (found) return found;
  const words = wordsOf(language);
  const months = monthsOf(baseOf(language), words.months);
  const month = `[ב]?${months.pattern}\\.?`;
  // A zone's name behind the word is told apart by itself.
  const hours = anyOf([
    ...new Set(["Uhr", "hrs", "بتوقيت", ...words.hours.map((word) => word.split(" ")[0] ?? word)]),
  ]);
  const dayForms = [
    `(?<isoYear>${YEAR})(?<isoMark>[-/.])\\s?(?<isoMonth>\\d{1,2})\\k<isoMark>\\s?(?<isoDay>\\d{1,2})(?!\\d)`,
    `(?<first>\\d{1,2})(?<mark>[-/.])\\s?(?<second>\\d{1,2})\\k<mark>\\s?(?<year>${YEAR}|\\d\\d(?![\\d:.%]))`,
    `(?<textDay>\\d{1,2})${ORDINAL}[\\s.-]*(?:de\\s|of\\s|d['’])?\\s?(?<textMonth>${month})[.,-]?\\s?(?:de\\s|del\\s)?(?<textYear>${YEAR})`,
    `(?<usMonth>${month})\\s(?<usDay>\\d{1,2})${ORDINAL},?\\s(?<usYear>${YEAR})`,
    `(?<cjkYear>${YEAR})\\s?[年년]\\s?(?<cjkMonth>\\d{1,2})\\s?[月월]\\s?(?<cjkDay>\\d{1,2})\\s?[日日号일]`,
  ].join("|");
  const spoken = SPOKEN_ZONES.map((phrase) => RegExp.escape(phrase).replaceAll("\\x20", "\\s")).join("|");
  const time =
    `(?:(?<![\\p{L}\\d])(?<zoneBefore>${anyOf(ZONE_NAMES.filter((name) => name.length > 2))}(?=\\s)|${spoken})\\s?)?(?:(?<halfBefore>${HALF})\\s?)?(?<hour>2[0-4]|[01]?\\d)(?:[:.時时시点點]\\s?(?<minute>[0-5]\\d)(?::(?<secondOfTime>[0-5]\\d)(?:[.,]\\d{1,9})?)?[分분]?|\\s?h\\s?(?<frenchMinute>[0-5]\\d)?(?!\\p{L})|(?=\\s?(?:${HALF}(?!\\p{L})|${hours}(?!\\p{L}))))` +
    `(?:\\s?(?<half>${HALF})(?!\\p{L})\\.?)?(?:\\s?${hours}(?!\\p{L}))?(?:['’]\\p{L}{1,4})?`;
  const token = new RegExp(`(?:${dayForms})|${time}`, "iuy");
  const labels = [...words.published, ...words.updated];
  const grammar = { token, months, language, labels, openings: openingsOf(months) };
  grammars.set(language, grammar);
  return grammar;
}

const longestOf = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length));

/** A zone and a half of the day may stand before a time, one behind the other. */
const LONGEST_OPENING = longestOf([...ZONE_NAMES, ...SPOKEN_ZONES]) + longestOf([...MORNING, ...EVENING]);
/** Characters between what a match begins with and its first digit. */
const MARKS = 4;

const openingsOf = ({ names, longest }: Months): Openings => ({
  ends: new Set(
    [...names, ...ZONE_NAMES, ...SPOKEN_ZONES, ...MORNING, ...EVENING].map((name) =>
      name.toLowerCase().slice(-END),
    ),
  ),
  longest: Math.max(longest, LONGEST_OPENING) + MARKS,
});

/** A whole line that is a day without its year, perhaps with a time ("11 November, 14:02"): it names no day. */
export function isYearless(text: string, language: string): boolean {
  if (text.length > 40 || !/\p{Nd}/u.test(text)) return false;
  const base = baseOf(language);
  const pattern =
    yearless.get(base) ??
    new RegExp(
      `^\\P{L}*(?:\\p{L}+,?\\s)?(?:\\d{1,2}${ORDINAL}\\s?(?:de\\s)?${monthsOf(base, wordsOf(base).months).pattern}|${monthsOf(base, wordsOf(base).months).pattern}\\s\\d{1,2})[.,]?(?:[^\\d\\n]{0,6}\\d{1,2}[:.h]\\d\\d)?[^\\p{L}\\d]*$`,
      "iu",
    );
  yearless.set(base, pattern);
  return pattern.test(text);
}

const yearless = new Map<string, RegExp>();
