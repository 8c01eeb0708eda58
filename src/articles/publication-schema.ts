import { Temporal } from "temporal-polyfill";
import * as v from "valibot";
import { addressAsked, isPublicAddress, originIn } from "./address.ts";
import { isCanonicalTag } from "./language-tag.ts";
import { isTable } from "./located.ts";
import { isFormer, segment } from "./topic-ids.ts";

const UUID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const text = v.pipe(v.string("a text"), v.trim());
const someText = v.pipe(text, v.minLength(1, "a text that is not empty"));
const tag = v.pipe(text, v.check(isCanonicalTag, 'a language tag such as "de" or "pt-BR"'));
const timeZone = v.pipe(text, v.check(isTimeZone, 'a time zone such as "Europe/Berlin"'));
const seconds = v.pipe(v.number("seconds"), v.integer("whole seconds"), v.minValue(0, "seconds, 0 or more"));
const ADDRESS = "an address that begins with https:// or http://";
const address = v.pipe(text, v.check(isPublicAddress, addressAsked(ADDRESS)));
/** An address, or an empty text. */
const optionalAddress = (expected: string) =>
  v.pipe(
    text,
    v.check((u) => u === "" || isPublicAddress(u), addressAsked(expected)),
  );
const addressOrNone = optionalAddress(`${ADDRESS}, or nothing`);
const origin = v.pipe(
  text,
  v.check(
    (u) => u === "" || originIn(u) !== undefined,
    addressAsked("an origin such as https://news.example.com, or nothing"),
  ),
  v.transform((u) => originIn(u) ?? ""),
);
const HOUR = "an hour from 0 to 23 (GMT)";
const hour = v.pipe(v.number(HOUR), v.integer(HOUR), v.minValue(0, HOUR), v.maxValue(23, HOUR));
const weekday = v.picklist(
  ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  "an English day of the week, such as Sunday",
);
const day = v.pipe(
  v.string("a day such as 2024-06-19"),
  v.transform((value) => value.slice(0, 10)),
  v.check((value) => isDay(value), "a day such as 2024-06-19"),
  v.transform((value) => `${value}T00:00:00Z`),
);
const author = v.strictObject(
  {
    name: someText,
    url: v.exactOptional(address),
    email: v.exactOptional(v.pipe(text, v.email("an e-mail address"))),
  },
  "an author: name, url, email and nothing else",
);
const CONTACT = "an e-mail address, or an address that begins with https://";
const security = v.strictObject(
  {
    contact: v.pipe(
      v.string(CONTACT),
      v.trim(),
      v.transform((given) => (v.is(v.pipe(v.string(), v.email()), given) ? `mailto:${given}` : given)),
      v.check((given) => /^(?:mailto|https):/.test(given) && URL.canParse(given), CONTACT),
    ),
    expires: day,
  },
  "who is told of a weakness: contact, expires and nothing else",
);
const words = v.pipe(
  v.union(
    [
      v.array(someText, "a list of words"),
      v.record(v.union([v.literal("*"), tag]), v.array(someText, "a list of words")),
    ],
    "a list of words, or one for each language",
  ),
  v.transform((given) => (Array.isArray(given) ? { "*": given } : given)),
);

/** A text, or a table of texts by language. */
const localized = (language: string) =>
  v.pipe(
    v.union([someText, v.record(tag, someText)], "a text, or a table of texts by language"),
    v.transform((given) => (typeof given === "string" ? { [language]: given } : given)),
  );

const formerTopic = v.strictObject(
  {
    id: segment,
    moved_to: v.exactOptional(segment),
    retired: v.exactOptional(v.literal(true, "true")),
  },
  "a topic that is no more: id, and moved_to or retired",
);

const currentTopic = (language: string) =>
  v.strictObject(
    {
      id: segment,
      title: localized(language),
      description: v.optional(localized(language), {}),
      words: v.optional(words, {}),
      mediatopic: v.exactOptional(
        v.pipe(text, v.regex(/^\d{8}$/, "an IPTC Media Topic code of eight digits")),
      ),
    },
    "a topic: id, title, description, words, mediatopic and nothing else",
  );

const topic = (language: string) =>
  v.lazy((input) => (isTable(input) && isFormer(input) ? formerTopic : currentTopic(language)));

const cacheTimes = v.strictObject(
  {
    max_age: v.optional(seconds, 900),
    max_age_at_most: v.optional(seconds, 3600),
    edge_max_age: v.optional(seconds, 300),
    stale_while_revalidate: v.optional(seconds, 3600),
    stale_if_error: v.optional(seconds, 86400),
  },
  "cache times: max_age, max_age_at_most, edge_max_age, stale_while_revalidate, stale_if_error and nothing else",
);

/** What `publication.toml` may say; titles without a language of their own are in this one. */
export const publication = (language: string) =>
  v.strictObject(
    {
      id: v.pipe(text, v.toLowerCase(), v.regex(UUID, "urn:uuid: and a UUID")),
      title: someText,
      description: v.optional(text, ""),
      url: v.optional(origin, ""),
      language: tag,
      time_zone: v.optional(timeZone, "UTC"),
      authors: v.optional(v.array(author, "a list of authors"), []),
      copyright: v.optional(text, ""),
      since: day,
      hub: v.optional(optionalAddress("the address of a WebSub hub, or nothing"), ""),
      entries: v.optional(
        v.pipe(v.number("a number"), v.integer("a whole number"), v.minValue(1, "1 or more")),
        50,
      ),
      cache: v.optional(cacheTimes, {}),
      bundled: v.optional(
        v.pipe(v.number("a number"), v.integer("a whole number"), v.minValue(0, "0 or more")),
      ),
      skip_hours: v.optional(v.array(hour, "a list of hours"), []),
      skip_days: v.optional(v.array(weekday, "a list of days"), []),
      icon: v.optional(addressOrNone, ""),
      logo: v.optional(addressOrNone, ""),
      security: v.exactOptional(security),
      topics: v.optional(v.array(topic(language), "a list of topics"), []),
    },
    "id, title, description, url, language, time_zone, authors, copyright, since, hub, entries, bundled, skip_hours, skip_days, icon, logo, security, cache, topics and nothing else",
  );

/** Each article that is bundled lets a fresh Worker start a fifteenth of a millisecond later; a thousand would take longer than all else. */
export const BUNDLED = 200;

/** What of it concerns the build alone. */
export const limits = v.looseObject({ bundled: v.fallback(v.number(), BUNDLED) });

/** What of it bears on reading, whatever else is at fault. */
export const customs = v.looseObject({
  language: v.fallback(tag, "en"),
  time_zone: v.fallback(timeZone, "UTC"),
  topics: v.fallback(v.optional(v.nullable(v.array(v.looseObject({ id: segment }))), []), null),
});

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }) !== undefined;
  } catch {
    return false; // Intl has no other way to say that it knows no such zone.
  }
}

function isDay(value: string): boolean {
  try {
    return Temporal.PlainDate.from(value, { overflow: "reject" }).toString() === value;
  } catch {
    return false; // Temporal has no other way to say that no calendar has this day.
  }
}
