import { Temporal } from "temporal-polyfill";
import { baseOf, wordsOf } from "./languages.ts";
import { type Months, monthsOf } from "./months.ts";
import { remembering } from "./remembering.ts";
import { anyOf } from "./words.ts";
import { offsetOf, SPOKEN_ZONES, ZONE_NAMES, zoneSpoken } from "./zones.ts";

/** A day, a time of day, or both, as a text names them. */
export interface Moment {
  /** Where it stands in the text: first character, and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** `2024-06-19` */
  readonly day?: string;
  /** `11:35:00` */
  readonly time?: string;
  /** `+01:00`, or a zone of the IANA database, where the text names a zone. */
  readonly offset?: string;
  /** Written like a day, but no calendar has it (31.02.2024). */
  readonly impossible?: true;
}

interface Grammar {
  readonly token: RegExp;
  readonly months: Months;
  readonly language: string;
}

const grammars = new Map<string, Grammar>();
const YEAR = "(?:1[89]|20|21)\\d\\d";
/** A zone ends with its word, or where a label is glued to it. */
const zonePattern = (labels: readonly string[]): string =>
  `(?:(?:UTC|GMT)\\s?[+\\-−–]\\d{1,2}(?::?\\d{2})?|[+\\-−]\\d{2}:?\\d{2}(?!\\d)|${anyOf(ZONE_NAMES)}(?:(?![\\p{L}\\d])|(?=${anyOf(labels)})))`;
const ORDINAL = "(?:\\.|º|ª|°|er|re|st|nd|rd|th|-?го|-е)?";
/** What may stand between a day and its time: a few short words, no digit, no line end. */
const BETWEEN = /^[^\p{N}\n]{0,18}$/u;
/** Halves of the day, before a time or behind it. */
const MORNING = ["a.m", "am", "a. m", "ص", "صباحا", "صباحاً", "오전", "午前", "上午", "凌晨", "सुबह"];
const EVENING = [
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
function grammarOf(language: string): Grammar {
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
    `(?:\\s?(?<half>${HALF})(?!\\p{L})\\.?)?(?:\\s?${hours}(?!\\p{L}))?(?:['’]\\p{L}{1,4})?(?:,?\\s?[(（]?(?<zone>${spoken}|${zonePattern([...words.published, ...words.updated])}))?`;
  const grammar = { token: new RegExp(`(?:${dayForms})|${time}`, "giu"), months, language };
  grammars.set(language, grammar);
  return grammar;
}

/** Every day and time in the text, in order. A time that stands beside a day is one moment with it. */
export function momentsIn(text: string, language: string): readonly Moment[] {
  if (!DIGIT.test(text)) return NONE;
  const reader = readers.get(language) ?? remembering((line) => read(line, grammarOf(language)));
  readers.set(language, reader);
  return reader(text);
}

const NONE: readonly Moment[] = [];
const DIGIT = /\p{Nd}/u;
const OTHER_DIGIT = /[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\uFF10-\uFF19]/g;
const readers = new Map<string, (text: string) => readonly Moment[]>();

function read(text: string, grammar: Grammar): readonly Moment[] {
  const ascii = text.replace(OTHER_DIGIT, asciiDigit);
  const tokens: Moment[] = [];
  for (const match of matchesIn(ascii, grammar)) {
    const moment = isPartOfNumber(match, ascii, tokens) ? undefined : toMoment(match, grammar);
    if (moment) tokens.push(moment);
  }
  return joined(tokens, ascii);
}

/** Every match has a digit: only around digits is one looked for. */
function matchesIn(text: string, { token, months }: Grammar): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  const lead = Math.max(months.longest, LONGEST_ZONE + LONGEST_HALF) + MARKS;
  let from = 0;
  while (from < text.length) {
    DIGITS.lastIndex = from;
    const digit = DIGITS.exec(text)?.index;
    if (digit === undefined) break;
    token.lastIndex = Math.max(from, digit - lead);
    const match = token.exec(text);
    if (!match) break;
    found.push(match);
    from = match.index + match[0].length;
  }
  return found;
}

const DIGITS = /\d/g;
/** What stands before a match's first digit: a month's name, or a zone's and a half of the day, with a few characters between. */
const LONGEST_ZONE = Math.max(...[...ZONE_NAMES, ...SPOKEN_ZONES].map((name) => name.length));
const LONGEST_HALF = Math.max(...[...MORNING, ...EVENING].map((half) => half.length));
const MARKS = 4;

/** Arabic-Indic, Persian and full-width digits begin at a multiple of 16, those of Devanagari six behind one. */
const asciiDigit = (digit: string): string =>
  String((digit.charCodeAt(0) - (/[\u0966-\u096F]/.test(digit) ? 6 : 0)) & 0xf);

/** Digits right before or behind belong to it, unless they are a date or a time themselves (glued pairs). */
function isPartOfNumber(match: RegExpExecArray, text: string, tokens: readonly Moment[]): boolean {
  const end = match.index + match[0].length;
  const before = /[\d.,:]/.test(text[match.index - 1] ?? "") && tokens.at(-1)?.end !== match.index;
  const behind = /^\d/.test(text.slice(end)) && !/^\d{1,2}[:.]\d/.test(text.slice(end));
  return before || behind;
}

type Groups = Readonly<Record<string, string | undefined>>;

function toMoment(match: RegExpExecArray, grammar: Grammar): Moment | undefined {
  const place = { start: match.index, end: match.index + match[0].length };
  const groups: Groups = match.groups ?? {};
  if (groups.hour !== undefined) return { ...place, ...timeOf(groups, grammar.language) };
  const day = dayOf(...dayNumbers(groups, grammar));
  if (day) return { ...place, day };
  // With a short year it may be no date at all.
  return groups.year?.length === 2 ? undefined : { ...place, impossible: true };
}

/** Nothing where no calendar has the day. Years have four digits. */
function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

function dayNumbers(g: Groups, { months, language }: Grammar): readonly [number, number, number] {
  const named = (name: string | undefined) => months.numberOf((name ?? "").replace(/^ב/u, "")) ?? 0;
  if (g.isoYear) return [Number(g.isoYear), Number(g.isoMonth), Number(g.isoDay)];
  if (g.cjkYear) return [Number(g.cjkYear), Number(g.cjkMonth), Number(g.cjkDay)];
  if (g.textYear) return [Number(g.textYear), named(g.textMonth), Number(g.textDay)];
  if (g.usYear) return [Number(g.usYear), named(g.usMonth), Number(g.usDay)];
  const [first, second] = [Number(g.first), Number(g.second)];
  const year = Number(g.year?.length === 2 ? `20${g.year}` : g.year);
  const monthFirst = second > 12 || (first <= 12 && g.mark === "/" && isMonthFirst(language));
  return monthFirst ? [year, first, second] : [year, second, first];
}

/** Writers of English in most countries put the day first; the tag's region tells where it is known. */
const isMonthFirst = (language: string): boolean =>
  language.endsWith("-US") || (wordsOf(language).monthFirst && !/-[A-Z]{2}$/.test(language));

function timeOf(g: Groups, language: string): Pick<Moment, "time" | "offset"> {
  const half = (g.half ?? g.halfBefore)?.toLowerCase();
  const evening = half !== undefined && EVENING.includes(half);
  const hour = (Number(g.hour) % (half ? 12 : 24)) + (evening ? 12 : 0);
  const two = (part: string | number | undefined) => String(part ?? 0).padStart(2, "0");
  const time = `${two(hour)}:${two(g.minute ?? g.frenchMinute)}:${two(g.secondOfTime)}`;
  const zone = g.zone ?? g.zoneBefore;
  const offset = zone ? (zoneSpoken(zone) ?? offsetOf(zone, language)) : undefined;
  return offset ? { time, offset } : { time };
}

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

const isDay = ({ day, impossible }: Moment): boolean => day !== undefined || impossible === true;

/** Puts each day together with the time right behind it, else right before it. */
function joined(tokens: readonly Moment[], text: string): readonly Moment[] {
  const moments: Moment[] = [];
  for (const token of tokens) {
    const last = moments.at(-1);
    const fits = last && Boolean(last.time) !== Boolean(token.time) && !(isDay(last) && last.time);
    if (last && fits && BETWEEN.test(text.slice(last.end, token.start)))
      moments.splice(-1, 1, { ...last, ...token, start: last.start });
    else moments.push(token);
  }
  return moments;
}

/** RFC 3339 in UTC. A day alone is 00:00 UTC; a time without an offset is in the time zone. */
export function instantOf(
  { day, time, offset }: { day: string; time?: string; offset?: string },
  timeZone: string,
): string {
  if (!time) return `${day}T00:00:00Z`;
  const zone = offset ?? timeZone;
  const shift = zone === "UTC" ? "+00:00" : zone;
  if (/^[+-]/.test(shift)) return `${new Date(`${day}T${time}${shift}`).toISOString().slice(0, 19)}Z`;
  return Temporal.PlainDateTime.from(`${day}T${time}`)
    .toZonedDateTime(zone)
    .toInstant()
    .toString({ smallestUnit: "second" });
}
