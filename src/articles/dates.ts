import { Temporal } from "temporal-polyfill";
import { wordsOf } from "./languages.ts";
import { type Months, monthsOf } from "./months.ts";
import { anyOf } from "./words.ts";
import { offsetOf, ZONE_NAMES } from "./zones.ts";

/** A day, a time of day, or both, as a text names them. */
export interface Moment {
  /** Where it stands in the text: first character, and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** `2024-06-19` */
  readonly day?: string;
  /** `11:35:00` */
  readonly time?: string;
  /** `+01:00`, where the text names a zone. */
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
const ZONE = `(?:(?:UTC|GMT)\\s?[+\\-−–]\\d{1,2}(?::?\\d{2})?|[+\\-−]\\d{2}:?\\d{2}|${anyOf(ZONE_NAMES)}(?![\\p{L}\\d]))`;
const ORDINAL = "(?:\\.|º|ª|°|er|re|st|nd|rd|th|-?го|-е)?";
/** What may stand between a day and its time: a few short words, no digit, no line end. */
const BETWEEN = /^[^\p{N}\n]{0,18}$/u;

/** One expression for all that may be a day or a time; which, is told by the groups that took part. */
function grammarOf(language: string): Grammar {
  const found = grammars.get(language);
  if (found) return found;
  const words = wordsOf(language);
  const months = monthsOf(language, words.months);
  const month = `${months.pattern}\\.?`;
  const hours = anyOf(["Uhr", ...words.hours]);
  const dayForms = [
    `(?<isoYear>${YEAR})(?<isoMark>[-/.])(?<isoMonth>\\d{1,2})\\k<isoMark>(?<isoDay>\\d{1,2})(?!\\d)`,
    `(?<first>\\d{1,2})(?<mark>[-/.])\\s?(?<second>\\d{1,2})\\k<mark>\\s?(?<year>${YEAR})`,
    `(?<textDay>\\d{1,2})${ORDINAL}\\s?(?:de\\s|of\\s|d['’])?\\s?(?<textMonth>${month}),?\\s?(?:de\\s|del\\s)?(?<textYear>${YEAR})`,
    `(?<usMonth>${month})\\s(?<usDay>\\d{1,2})${ORDINAL},?\\s(?<usYear>${YEAR})`,
    `(?<cjkYear>${YEAR})\\s?[年년]\\s?(?<cjkMonth>\\d{1,2})\\s?[月월]\\s?(?<cjkDay>\\d{1,2})\\s?[日日号일]`,
  ].join("|");
  const time =
    `(?<hour>[01]?\\d|2[0-4])(?:[:.時时시]\\s?(?<minute>[0-5]\\d)(?::(?<secondOfTime>[0-5]\\d)(?:[.,]\\d{1,9})?)?|\\s?h\\s?(?<frenchMinute>[0-5]\\d)?(?!\\p{L})|(?=\\s?(?:[ap]\\.?m\\b|${hours})))` +
    `(?:\\s?(?<half>[ap])\\.?m\\b\\.?)?(?:\\s?${hours}(?!\\p{L}))?(?:\\s?\\(?(?<zone>${ZONE}))?`;
  const grammar = { token: new RegExp(`(?:${dayForms})|${time}`, "giu"), months, language };
  grammars.set(language, grammar);
  return grammar;
}

/** Every day and time in the text, in order. A time that stands beside a day is one moment with it. */
export function momentsIn(text: string, language: string): readonly Moment[] {
  const grammar = grammarOf(language);
  const ascii = text.replace(/[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\uFF10-\uFF19]/g, (digit) =>
    String((digit.charCodeAt(0) - 6) & 0xf),
  );
  const tokens: Moment[] = [];
  for (const match of ascii.matchAll(grammar.token)) {
    const glued = /[\d.,:]/.test(ascii[match.index - 1] ?? "") && tokens.at(-1)?.end !== match.index;
    const cut =
      /^\d/.test(ascii.slice(match.index + match[0].length)) && tokens.length === 0 && !match.groups?.hour;
    const moment = glued || cut ? undefined : toMoment(match, grammar);
    if (moment) tokens.push(moment);
  }
  return joined(tokens, ascii);
}

type Groups = Readonly<Record<string, string | undefined>>;

function toMoment(match: RegExpExecArray, grammar: Grammar): Moment | undefined {
  const place = { start: match.index, end: match.index + match[0].length };
  const groups: Groups = match.groups ?? {};
  if (groups.hour !== undefined) return { ...place, ...timeOf(groups, grammar.language) };
  const [year, month, day] = dayNumbers(groups, grammar);
  try {
    return {
      ...place,
      day: Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString(),
    };
  } catch {
    return { ...place, impossible: true }; // Temporal has no other way to say that no calendar has this day.
  }
}

function dayNumbers(g: Groups, { months, language }: Grammar): readonly [number, number, number] {
  if (g.isoYear) return [Number(g.isoYear), Number(g.isoMonth), Number(g.isoDay)];
  if (g.cjkYear) return [Number(g.cjkYear), Number(g.cjkMonth), Number(g.cjkDay)];
  if (g.textYear) return [Number(g.textYear), months.numberOf(g.textMonth ?? "") ?? 0, Number(g.textDay)];
  if (g.usYear) return [Number(g.usYear), months.numberOf(g.usMonth ?? "") ?? 0, Number(g.usDay)];
  const [first, second] = [Number(g.first), Number(g.second)];
  const monthFirst = second > 12 || (first <= 12 && g.mark === "/" && wordsOf(language).monthFirst);
  return monthFirst ? [Number(g.year), first, second] : [Number(g.year), second, first];
}

function timeOf(g: Groups, language: string): Pick<Moment, "time" | "offset"> {
  const hour = (Number(g.hour) % (g.half ? 12 : 25)) + (g.half?.toLowerCase() === "p" ? 12 : 0);
  const two = (part: string | number | undefined) => String(part ?? 0).padStart(2, "0");
  const time = `${two(hour === 24 ? 0 : hour)}:${two(g.minute ?? g.frenchMinute)}:${two(g.secondOfTime)}`;
  const offset = g.zone ? offsetOf(g.zone, language) : undefined;
  return offset ? { time, offset } : { time };
}

/** Puts each day together with the time right behind it, else right before it. */
function joined(tokens: readonly Moment[], text: string): readonly Moment[] {
  const moments: Moment[] = [];
  for (const token of tokens) {
    const last = moments.at(-1);
    const fits = last && Boolean(last.time) !== Boolean(token.time) && !last.impossible && !token.impossible;
    if (last && fits && !(last.day && last.time) && BETWEEN.test(text.slice(last.end, token.start)))
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
  const text = (instant: Temporal.Instant) => instant.toString({ smallestUnit: "second" });
  if (!time) return `${day}T00:00:00Z`;
  if (offset) return text(Temporal.Instant.from(`${day}T${time}${offset}`));
  return text(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).toInstant());
}
