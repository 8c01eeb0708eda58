import { instantOf, momentsIn } from "./dates.ts";

/** What may stand behind a date without meaning anything: "(MEZ)", "19 June 2024." */
const CLOSING = /^[\s).]*$/;
const FIRST_MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/**
 * The instant of a value that is a date, or a date and time, in the words of a language, and nothing else but the day of
 * the week before it. Nothing where it is none.
 */
export function instantIn(value: string, language: string, timeZone: string): string | undefined {
  if (isInstant(value)) return value;
  const text = withoutWeekday(value, language);
  const [moment] = momentsIn(text, language);
  if (!moment?.day || moment.start > 0 || !CLOSING.test(text.slice(moment.end))) return undefined;
  return instantOf({ ...moment, day: moment.day }, timeZone);
}

const INSTANT = /^(?:1[89]|20|21)\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** Whether it is written as instants are kept: most are, and no words need be looked for. */
const isInstant = (value: string): boolean =>
  INSTANT.test(value) && JSON.stringify(new Date(value)) === `"${value.replace("Z", ".000Z")}"`;

function withoutWeekday(value: string, language: string): string {
  const [before = "", word = ""] = /^([\p{L}\p{M}-]+)\.?,?\s+/u.exec(value) ?? [];
  return weekdaysOf(language).has(word.toLowerCase()) ? value.slice(before.length) : value;
}

/** Names of the days of the week, long and short, in a language and in English (RFC 5322 §3.3: "Wed, 19 Jun 2024"). */
export function weekdaysOf(language: string): ReadonlySet<string> {
  const known = weekdays.get(language);
  if (known) return known;
  const names = [language, "en"].flatMap((tag) =>
    (["long", "short"] as const).flatMap((weekday) => {
      const format = new Intl.DateTimeFormat(tag, { weekday, timeZone: "UTC" });
      return Array.from({ length: 7 }, (_, i) => format.format(FIRST_MONDAY + i * DAY));
    }),
  );
  const found = new Set(names.map((name) => name.toLowerCase().replace(/\.$/, "")));
  weekdays.set(language, found);
  return found;
}

const weekdays = new Map<string, ReadonlySet<string>>();
