import * as fc from "fast-check";
import type { Sent } from "./conditions.ts";

/** What a header may hold: visible characters of ASCII. */
const character = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...'"",;=*/W- \t0123456789.qfedgzipbr\\\'') },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  },
);
const rubbish = fc.oneof(
  fc.string({ unit: character, maxLength: 40 }),
  fc
    .tuple(fc.string({ unit: character, minLength: 1, maxLength: 6 }), fc.constantFrom(50, 3000, 20_000))
    .map(([text, times]) => text.repeat(times)),
);
const mostly = (arbitrary: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 12, arbitrary }, { weight: 2, arbitrary: rubbish });

/** A tag as it arrives, changed on its way. */
const tagOf = (known: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom(...known),
      fc.constantFrom<((tag: string) => string)[]>(
        (tag) => tag,
        (tag) => tag,
        (tag) => tag.replace("W/", ""),
        (tag) => tag.replaceAll('"', ""),
        (tag) => tag.replace(/"$/, '-gzip"'),
        (tag) => tag.slice(0, -2),
        (tag) => tag.replace('"', '"x'),
        () => '"other"',
      ),
    )
    .map(([tag, change]) => change(tag));

const tagsOf = (tag: fc.Arbitrary<string>) =>
  fc.oneof(
    fc.array(tag, { minLength: 1, maxLength: 4 }).map((list) => list.join(", ")),
    tag,
    fc.constantFrom("*", "", " * ", '"*"'),
  );

const SECOND = 1000;
const dateOf = (known: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...known), fc.integer({ min: -2, max: 2 }))
    .map(([text, seconds]) => new Date(Date.parse(text) + seconds * SECOND).toUTCString());

const datesOf = (date: fc.Arbitrary<string>) =>
  fc.oneof(
    date,
    fc.constantFrom(
      "Sat, 01 Jan 2000 00:00:00 GMT",
      "Sunday, 06-Nov-94 08:49:37 GMT",
      "Sun Nov  6 08:49:37 1994",
      "Fri, 01 Jan 2038 00:00:00 GMT",
      "0",
      "2038-01-01",
    ),
  );
const weighted = (words: readonly string[]) =>
  fc
    .array(
      fc.tuple(fc.constantFrom(...words), fc.constantFrom("", ";q=0", ";q=0.5", "; q=1.000", ";q=x", ";a=b")),
      { maxLength: 5 },
    )
    .map((parts) => parts.map((part) => part.join("")).join(", "));

/** Headers of a request to a publication that has given these tags and dates. What ends all in 412 is rare. */
export function requestHeaders(
  knownTags: readonly string[],
  knownDates: readonly string[],
): fc.Arbitrary<Sent> {
  const tag = tagOf(knownTags);
  const [tags, dates] = [tagsOf(tag), datesOf(dateOf(knownDates))];
  const common: fc.Arbitrary<Sent> = fc.record(
    {
      "if-none-match": mostly(tags),
      "if-modified-since": mostly(dates),
      "if-range": mostly(fc.oneof(tag, dates)),
      range: mostly(
        fc.constantFrom("bytes=0-0", "bytes=-1", "bytes=99999999-", "bytes=0-1,3-4", "lines=1-2"),
      ),
      accept: mostly(
        weighted(["application/atom+xml", "application/feed+json", "text/html", "*/*", "text/*", "x"]),
      ),
      "accept-encoding": mostly(weighted(["gzip", "br", "identity", "*", "zstd", "deflate", "x-gzip"])),
      "a-im": mostly(fc.oneof(fc.constant("feed"), weighted(["feed", "vcdiff", "gzip", "FEED", "feeds"]))),
      "cache-control": mostly(fc.constantFrom("no-cache", "max-age=0", "only-if-cached", "no-store")),
      "user-agent": rubbish,
      expect: fc.constant("100-continue"),
      "accept-language": rubbish,
    },
    { requiredKeys: [] },
  );

  const rare: fc.Arbitrary<Sent> = fc.record(
    {
      "if-match": mostly(tags),
      "if-unmodified-since": mostly(dates),
    },
    { requiredKeys: [] },
  );
  return fc.oneof(
    { weight: 4, arbitrary: common },
    fc.tuple(common, rare).map(([one, other]) => ({ ...one, ...other })),
  );
}
