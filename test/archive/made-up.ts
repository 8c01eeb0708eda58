import * as fc from "fast-check";
import type { Article } from "../../src/articles/article.ts";
import { article, undated } from "../sample.ts";

const day = fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined, freq: 8 });
/** Moments of withdrawal: those in June are later than most tests' now, the first two soon after one or two of their moments. */
const LATER = [
  "2026-05-20T13:00:00Z",
  "2026-06-10T08:45:00Z",
  "2026-06-12T23:00:00Z",
  "2027-01-01T00:00:00Z",
];

const kind = fc.record({
  day,
  month: fc.constantFrom("03", "04", "05", "06"),
  hour: fc.constantFrom("00", "08", "09"),
  topics: fc.constantFrom<(readonly string[])[]>(["tides"], ["winds"], ["tides", "winds"], []),
  language: fc.constantFrom("en", "en", "de", "de-AT"),
  author: fc.constantFrom("Zoë Müller", "ZOË MÜLLER", "Li Wei", "…"),
  source: fc.constantFrom(undefined, { name: "Wire", url: "https://wire.example/one" }, { name: "Own" }),
  audio: fc.constantFrom(undefined, undefined, {
    url: "https://news.example/a.mp3",
    type: "audio/mpeg",
    length: 9,
  }),
  isUpdated: fc.boolean(),
  isWithdrawn: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  withdrawnAt: fc.constantFrom(undefined, ...LATER),
});
type Kind = typeof kind extends fc.Arbitrary<infer T> ? T : never;

function articleOf(
  { day, month, hour, author, source, audio, isUpdated, isWithdrawn, withdrawnAt, ...more }: Kind,
  i: number,
): Article {
  const made = {
    ...more,
    slug: `a-${i}`,
    title: `Article ${i}`,
    authors: [{ name: author }],
    contentHtml: `<p>${`Word ${i} `.repeat(i)}</p>`,
    ...(source && { source }),
    ...(audio && { audio }),
    ...(isWithdrawn && { withdrawn: true as const, contentHtml: "", summary: "" }),
  };
  if (day === undefined) return undated(made);
  const date = `2026-${month}-${String(day).padStart(2, "0")}`;
  const published = `${date}T${hour}:00:00Z`;
  const isDated = isWithdrawn && withdrawnAt !== undefined && withdrawnAt > published;
  const updated = isDated ? withdrawnAt : isUpdated && `${date}T${hour}:30:00Z`;
  return article({ ...made, published, ...(updated && { updated }) });
}

/** Some of June are not due at the sample's now. */
export const articles = fc.array(kind, { maxLength: 150 }).map((kinds) => kinds.map(articleOf));
export const entries = fc.integer({ min: 1, max: 8 });
