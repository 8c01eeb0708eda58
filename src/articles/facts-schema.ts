import * as v from "valibot";
import { addressAsked, addressFrom, isPublicAddress, namesUser } from "./address.ts";
import { type Author, BASE, type Image } from "./article.ts";
import { oneLine } from "./characters.ts";
import { instantIn } from "./instant.ts";
import { canonicalTag, isLanguageTag } from "./language-tag.ts";
import { isTable } from "./located.ts";

const text = v.pipe(
  v.union([v.string(), v.number()], "a text"),
  v.transform((value) => oneLine(String(value))),
);
const someText = v.pipe(text, v.minLength(1, "a text that is not empty"));
const address = v.pipe(
  someText,
  v.check(isPublicAddress, addressAsked("an address that begins with https:// or http://")),
);
const ON_THE_WEB = new RegExp(`^(?:https?:|${BASE})`);
/** As an address, or relative to the page on which it will stand; it stays as it was written. */
const reference = (expected: string) =>
  v.pipe(
    someText,
    v.check(
      (value) => ON_THE_WEB.test(addressFrom(undefined, value) ?? "") && !namesUser(value),
      addressAsked(expected),
    ),
  );
const AUTHOR = "a name, or a table of name, url and email";
/** A name alone, where a table may stand as well. */
const nameAlone = (expected: string) =>
  v.pipe(
    v.union([v.string(), v.number()], expected),
    v.transform((value) => oneLine(String(value))),
    v.minLength(1, "a text that is not empty"),
    v.transform((name): { readonly name: string } => ({ name })),
  );
const authorName = nameAlone(AUTHOR);
const authorTable = v.strictObject(
  {
    name: someText,
    url: v.exactOptional(address),
    email: v.exactOptional(v.pipe(text, v.email("an e-mail address"))),
  },
  AUTHOR,
);
const author = v.lazy((input) => (isTable(input) ? authorTable : authorName));
const authors = v.pipe(
  v.lazy((input) => (Array.isArray(input) ? v.array(author) : author)),
  v.transform((given): readonly Author[] => [given].flat()),
);
const SOURCE = "the name of a source, or a table of name and url";
const sourceName = nameAlone(SOURCE);
const sourceTable = v.strictObject({ name: someText, url: v.exactOptional(address) }, SOURCE);
const source = v.lazy((input) => (isTable(input) ? sourceTable : sourceName));
const IMAGE = "the address of an image, or a table of url, alt, width, height, type and length";
const imageAddress = v.pipe(
  reference(IMAGE),
  v.transform((url): Image => ({ url })),
);
const PIXELS = "a number of pixels, 1 or more";
const BYTES = "a number of bytes, 1 or more";
const SECONDS = "a number of seconds, 1 or more";
const count = (expected: string) => v.pipe(v.number(expected), v.integer(expected), v.minValue(1, expected));
const mediaType = (kind: string) =>
  v.pipe(text, v.regex(new RegExp(`^${kind}/[\\w.+-]+$`), `a media type such as ${kind}/…`));
const imageTable = v.strictObject(
  {
    url: reference("an address"),
    alt: v.exactOptional(text),
    width: v.exactOptional(count(PIXELS)),
    height: v.exactOptional(count(PIXELS)),
    type: v.exactOptional(mediaType("image")),
    length: v.exactOptional(count(BYTES)),
  },
  IMAGE,
);
const audio = v.strictObject(
  {
    url: reference("an address"),
    type: v.optional(mediaType("audio"), "audio/mpeg"),
    length: count(BYTES),
    duration: v.exactOptional(count(SECONDS)),
    title: v.exactOptional(someText),
  },
  "a table of url and length, and of type, duration and title where they are known",
);
const image = v.lazy((input) => (isTable(input) ? imageTable : imageAddress));
const tag = v.pipe(
  someText,
  v.check(isLanguageTag, 'a language tag such as "de" or "pt-BR"'),
  v.transform((tag) => canonicalTag(tag) ?? tag),
);
/** What may be stated. */
export const KEYS: readonly string[] = [
  ...["title", "date", "updated", "language", "author", "authors", "source", "source_url"],
  ...["topics", "summary", "image", "audio", "slug", "id", "withdrawn"],
];

/**
 * What may be stated; what was expected is said where a statement is at fault. `language` is that of dates, `timeZone` of
 * times that name none; topics that are not known are not judged.
 */
export const schemaFor = (language: string, timeZone: string, topics: ReadonlySet<string> | undefined) => {
  const date = v.pipe(
    someText,
    v.transform((given) => instantIn(given, language, timeZone) ?? ""),
    v.check((instant) => instant !== "", "a date that exists, such as 2024-06-19 or 2024-06-19T10:35:00Z"),
  );
  const known = [...(topics ?? [])].join(", ") || "it has none";
  const topic = v.pipe(
    someText,
    v.check((id) => topics?.has(id) ?? true, `a topic of publication.toml (${known})`),
  );
  return v.pipe(
    v.strictObject(
      {
        title: v.exactOptional(someText),
        date: v.exactOptional(date),
        updated: v.exactOptional(date),
        language: v.exactOptional(tag),
        author: v.exactOptional(authors),
        authors: v.exactOptional(authors),
        source: v.exactOptional(source),
        source_url: v.exactOptional(address),
        topics: v.exactOptional(
          v.union(
            [
              v.pipe(v.array(topic)),
              v.pipe(
                topic,
                v.transform((id) => [id]),
              ),
            ],
            `a list of topics of publication.toml (${known})`,
          ),
        ),
        summary: v.exactOptional(text),
        image: v.exactOptional(image),
        audio: v.exactOptional(audio),
        slug: v.exactOptional(
          v.pipe(
            v.string("a text"),
            v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case letters from a to z, digits and hyphens"),
          ),
        ),
        id: v.exactOptional(
          v.pipe(
            someText,
            v.check(
              (value) => /^[a-z][a-z0-9+.-]*:\S+$/.test(value),
              "an absolute IRI such as urn:uuid:… or tag:…",
            ),
          ),
        ),
        withdrawn: v.exactOptional(
          v.lazy((input) => (typeof input === "string" ? date : v.boolean("true or false, or the date"))),
        ),
      },
      `one of ${KEYS.join(", ")}`,
    ),
    v.forward(
      v.partialCheck(
        [["date"], ["updated"]],
        ({ date, updated }) => !date || !updated || updated >= date,
        "a date that is not before date",
      ),
      ["updated"],
    ),
    v.forward(
      v.partialCheck(
        [["date"], ["withdrawn"]],
        ({ date, withdrawn }) => !date || typeof withdrawn !== "string" || withdrawn >= date,
        "a date that is not before date",
      ),
      ["withdrawn"],
    ),
  );
};
