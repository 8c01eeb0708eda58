import { nameOfLanguage } from "../articles/language-tag.ts";
import { remembering } from "../articles/remembering.ts";

// Each is made once for a language: to make one takes longer than to write all the rest of an entry.

/** Counts. */
export const numbersIn = remembering((language) => new Intl.NumberFormat(language));

export const minutesIn = remembering(
  (language) => new Intl.NumberFormat(language, { style: "unit", unit: "minute" }),
);

/** Names, of which all count. */
export const listsIn = remembering((language) => new Intl.ListFormat(language, { type: "conjunction" }));

/** What a language is called in itself. */
export const ownNameOf = remembering((language) => nameOfLanguage(language, language));

/** Days in a time zone. */
export const daysIn = (language: string, timeZone: string): Intl.DateTimeFormat =>
  days(`${language} ${timeZone}`);

/** Days in a time zone, with the time of the day. */
export const momentsIn = (language: string, timeZone: string): Intl.DateTimeFormat =>
  moments(`${language} ${timeZone}`);

const days = remembering((key) => dated(key, { dateStyle: "long" }));
const moments = remembering((key) => dated(key, { dateStyle: "long", timeStyle: "short" }));

function dated(key: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const [language = "", timeZone = ""] = key.split(" ");
  return new Intl.DateTimeFormat(language, { ...style, timeZone });
}
