import { Temporal } from "temporal-polyfill";
import { END, EVENING, type Grammar, grammarOf } from "./date-grammar.ts";
import { wordsOf } from "./languages.ts";
import { remembering } from "./remembering.ts";
import { offsetOf, zoneAt, zoneSpoken } from "./zones.ts";

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

/** Every match has a digit: at each of them one is looked for, and right before it where a word stands that may open one. */
function matchesIn(text: string, grammar: Grammar): readonly Match[] {
  const found: Match[] = [];
  let from = 0;
  while (from < text.length) {
    DIGITS.lastIndex = from;
    const digit = DIGITS.exec(text)?.index;
    if (digit === undefined) break;
    const match = matchAround(digit, from, text, grammar);
    if (!match) {
      from = digit + 1;
      continue;
    }
    const end = match.index + match[0].length;
    const zone = match.groups?.hour === undefined ? undefined : zoneBehind(text, end, grammar);
    found.push({
      start: match.index,
      end: zone?.end ?? end,
      groups: match.groups ?? {},
      ...(zone && { zone: zone.name }),
    });
    from = zone?.end ?? end;
  }
  return found;
}

/** What may stand between a time and its zone. */
const BEFORE_ZONE = /,?\s?[(（]?/uy;

function zoneBehind(
  text: string,
  at: number,
  { labels }: Grammar,
): { name: string; end: number } | undefined {
  BEFORE_ZONE.lastIndex = at;
  const start = at + (BEFORE_ZONE.exec(text)?.[0].length ?? 0);
  const name = zoneAt(text, start, labels);
  return name ? { name, end: start + name.length } : undefined;
}

const DIGITS = /\d/g;

/** The first match whose first digit this is, and that begins at `from` or behind it. */
function matchAround(
  digit: number,
  from: number,
  text: string,
  { token, openings }: Grammar,
): RegExpExecArray | null {
  const end = text
    .slice(Math.max(from, digit - MARKS - END), digit)
    .replace(BEFORE_DIGIT, "")
    .toLowerCase();
  const isOpened = openings.ends.has(end.slice(-END)) || openings.ends.has(end.slice(-1));
  for (let at = isOpened ? Math.max(from, digit - openings.longest) : digit; at <= digit; at++) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match) return match;
  }
  return null;
}

/** Between a word that opens a day or a time and its first digit. */
const BEFORE_DIGIT = /\.?\s?$/u;
const MARKS = 2;

/** Arabic-Indic, Persian and full-width digits begin at a multiple of 16, those of Devanagari six behind one. */
const asciiDigit = (digit: string): string =>
  String((digit.charCodeAt(0) - (/[\u0966-\u096F]/.test(digit) ? 6 : 0)) & 0xf);

/** Digits right before or behind belong to it, unless they are a date or a time themselves (glued pairs). */
function isPartOfNumber({ start, end }: Match, text: string, tokens: readonly Moment[]): boolean {
  const before = /\d[.,:]?$/.test(text.slice(Math.max(0, start - 2), start)) && tokens.at(-1)?.end !== start;
  const behind = /^\d/.test(text.slice(end)) && !/^\d{1,2}[:.]\d/.test(text.slice(end));
  return before || behind;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** A day or a time with its zone. */
interface Match {
  readonly start: number;
  readonly end: number;
  readonly groups: Groups;
  readonly zone?: string;
}

function toMoment({ start, end, groups, zone }: Match, grammar: Grammar): Moment | undefined {
  const place = { start, end };
  if (groups.hour !== undefined) return { ...place, ...timeOf(groups, zone, grammar.language) };
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

function timeOf(g: Groups, behind: string | undefined, language: string): Pick<Moment, "time" | "offset"> {
  const half = (g.half ?? g.halfBefore)?.toLowerCase();
  const evening = half !== undefined && EVENING.includes(half);
  const hour = (Number(g.hour) % (half ? 12 : 24)) + (evening ? 12 : 0);
  const two = (part: string | number | undefined) => String(part ?? 0).padStart(2, "0");
  const time = `${two(hour)}:${two(g.minute ?? g.frenchMinute)}:${two(g.secondOfTime)}`;
  const zone = behind ?? g.zoneBefore;
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
