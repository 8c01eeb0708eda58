import { Temporal } from "temporal-polyfill";
import { EVENING, type Grammar, grammarOf, LONGEST_OPENING } from "./date-grammar.ts";
import { wordsOf } from "./languages.ts";
import { remembering } from "./remembering.ts";
import { offsetOf, zoneSpoken } from "./zones.ts";

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

/** What may stand between a day and its time: a few short words, no digit, no line end. */
const BETWEEN = /^[^\p{N}\n]{0,18}$/u;

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
  const lead = Math.max(months.longest, LONGEST_OPENING) + MARKS;
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
/** Characters between what a match begins with and its first digit. */
const MARKS = 4;

/** Arabic-Indic, Persian and full-width digits begin at a multiple of 16, those of Devanagari six behind one. */
const asciiDigit = (digit: string): string =>
  String((digit.charCodeAt(0) - (/[\u0966-\u096F]/.test(digit) ? 6 : 0)) & 0xf);

/** Digits right before or behind belong to it, unless they are a date or a time themselves (glued pairs). */
function isPartOfNumber(match: RegExpExecArray, text: string, tokens: readonly Moment[]): boolean {
  const end = match.index + match[0].length;
  const before =
    /\d[.,:]?$/.test(text.slice(Math.max(0, match.index - 2), match.index)) &&
    tokens.at(-1)?.end !== match.index;
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
