/** RFC 5005 §4, and JSON Feed's `next_url`: all that was ever published, walked from document to document. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import type { App } from "../../src/http/app.ts";
import { app, article, FILES, type File, publication, textAt, undated } from "../sample.ts";
import { leafAt, walk } from "./leaf.ts";

/** Articles on few days, so that many share their moment, some without a date, of two topics, languages and writers. */
const day = fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined, freq: 6 });
const kind = fc.record({
  day,
  topics: fc.constantFrom<(readonly string[])[]>(["tides"], ["winds"], ["tides", "winds"], []),
  language: fc.constantFrom("en", "de", "de-AT"),
  author: fc.constantFrom("Zoë Müller", "ZOË MÜLLER", "Li Wei"),
});
type Kind = typeof kind extends fc.Arbitrary<infer T> ? T : never;

const articleOf = ({ day, author, ...more }: Kind, slug: string, month = "03"): Article => {
  const made = { slug, ...more, authors: [{ name: author }] };
  return day === undefined
    ? undated(made)
    : article({ ...made, published: `2026-${month}-${String(day).padStart(2, "0")}T00:00:00Z` });
};

const articles = fc
  .array(kind, { maxLength: 50 })
  .map((kinds) => kinds.map((one, i) => articleOf(one, `old-${i}`)));
const newer = fc
  .array(kind, { maxLength: 20 })
  .map((kinds) => kinds.map((one, i) => articleOf({ ...one, day: one.day ?? 1 }, `new-${i}`, "04")));
const entries = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(50));

const CHANNELS = [
  "",
  "/topics/tides",
  "/languages/de",
  "/authors/zoë-müller",
  "/topics/winds/languages/en",
] as const;

const appOf = (held: readonly Article[], entries: number): App =>
  app({ articles: held, publication: publication({ entries }) });

const HOLDS: Readonly<Record<(typeof CHANNELS)[number], (article: Article) => boolean>> = {
  "": () => true,
  "/topics/tides": ({ topics }) => topics.includes("tides"),
  "/languages/de": ({ language }) => language === "de",
  "/authors/zoë-müller": ({ authors }) => authors.some(({ name }) => /^zoë müller$/i.test(name)),
  "/topics/winds/languages/en": ({ topics, language }) => topics.includes("winds") && language === "en",
};

/** The channels that there are of some articles. */
const channelsOf = (held: readonly Article[]) =>
  CHANNELS.filter((channel) => channel.startsWith("/topics/tides") || held.some(HOLDS[channel]) || !channel);

const sorted = (ids: readonly string[]) => [...ids].sort();

test("a walk back from a subscription document meets every article of its channel once, in every format", async () => {
  await fc.assert(
    fc.asyncProperty(articles, entries, fc.constantFrom(...FILES), async (held, entries, file) => {
      const asked = appOf(held, entries);
      for (const channel of channelsOf(held)) {
        const leaves = await walk(asked, `${channel}/${file}`, "prev-archive");
        const own = held.filter(HOLDS[channel]).map(({ id }) => id);
        expect(sorted(leaves.flatMap(({ ids }) => ids))).toEqual(sorted(own));
      }
    }),
    { numRuns: 150 },
  );
});

test("a walk forward from the oldest document meets every article once, and ends at the subscription document", async () => {
  await fc.assert(
    fc.asyncProperty(
      articles,
      entries,
      fc.constantFrom<File[]>("rss.xml", "atom.xml"),
      async (held, entries, file) => {
        const asked = appOf(held, entries);
        const back = await walk(asked, `/${file}`, "prev-archive");
        const forth = await walk(asked, back.at(-1)?.path ?? "", "next-archive");
        expect(forth.map(({ path }) => path)).toEqual(back.map(({ path }) => path).reverse());
        expect(forth.at(-1)?.path).toBe(`/${file}`);
      },
    ),
    { numRuns: 150 },
  );
});

test("a chain is the newest first: no article of a document is older than one of the document before it", async () => {
  await fc.assert(
    fc.asyncProperty(articles, entries, async (held, entries) => {
      const dated = new Map(held.flatMap(({ id, published }) => (published ? [[id, published]] : [])));
      const leaves = await walk(appOf(held, entries), "/feed.json", "prev-archive");
      const dates = leaves.flatMap(({ ids }) => ids.flatMap((id) => dated.get(id) ?? []));
      expect(dates).toEqual([...dates].sort().reverse());
    }),
    { numRuns: 100 },
  );
});

test("what is published later changes no byte of a full archived document, in any channel and format", async () => {
  await fc.assert(
    fc.asyncProperty(articles, newer, entries, async (held, more, entries) => {
      const [before, after] = [appOf(held, entries), appOf([...held, ...more], entries)];
      for (const channel of channelsOf(held))
        for (const file of FILES)
          for (const { path } of await walk(before, `${channel}/${file}`, "prev-archive")) {
            if (!/\/archive\/\d/.test(path)) continue;
            expect(await textAt(after, path), path).toBe(await textAt(before, path));
          }
    }),
    { numRuns: 150 },
  );
});

test("a subscription document holds the most of its entries, and all there is while that is no more than its number", async () => {
  await fc.assert(
    fc.asyncProperty(articles, entries, async (held, entries) => {
      const { ids, links } = await leafAt(appOf(held, entries), "/atom.xml");
      expect(ids.length).toBeLessThanOrEqual(entries);
      expect(ids.length).toBeGreaterThanOrEqual(Math.min(held.length, Math.ceil(entries * 0.6)));
      expect(links["prev-archive"] === undefined).toBe(held.length <= entries);
    }),
    { numRuns: 150 },
  );
});

test("archived documents say what they are, and where the others are; the subscription document only what is before it", async () => {
  await fc.assert(
    fc.asyncProperty(
      articles,
      entries,
      fc.constantFrom<File[]>("rss.xml", "atom.xml"),
      async (held, entries, file) => {
        const [current, ...archived] = await walk(appOf(held, entries), `/${file}`, "prev-archive");
        expect(current).toMatchObject({ isArchive: false, isComplete: false });
        expect(Object.keys(current?.links ?? {})).not.toContain("next-archive");
        expect(Object.keys(current?.links ?? {})).not.toContain("current");
        for (const [i, { path, links, isArchive, isComplete }] of archived.entries()) {
          expect({ isArchive, isComplete }).toEqual({ isArchive: true, isComplete: false });
          expect(links).toMatchObject({
            self: path,
            current: `/${file}`,
            "next-archive": expect.any(String),
          });
          expect(links["prev-archive"]).toBe(archived[i + 1]?.path);
        }
      },
    ),
    { numRuns: 100 },
  );
});
