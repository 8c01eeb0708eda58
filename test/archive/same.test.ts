/** A library in shards and one in memory answer the same, byte for byte, whatever is published. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import type { App } from "../../src/http/app.ts";
import { app, article, ask, FILES, publication, undated } from "../sample.ts";
import { archived, libraryOf } from "./kept.ts";

const day = fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined, freq: 8 });
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
});
type Kind = typeof kind extends fc.Arbitrary<infer T> ? T : never;

function articleOf(
  { day, month, hour, author, source, audio, isUpdated, isWithdrawn, ...more }: Kind,
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
  const later = isUpdated && { updated: `${date}T${hour}:30:00Z` };
  return article({ ...made, published: `${date}T${hour}:00:00Z`, ...later });
}

/** Some of June are not due at the sample's now. */
const articles = fc.array(kind, { maxLength: 150 }).map((kinds) => kinds.map(articleOf));
const entries = fc.integer({ min: 1, max: 8 });

const CHANNELS = [
  "",
  "/topics/tides",
  "/topics/winds",
  "/languages/de",
  "/languages/de-at",
  "/authors/zoë-müller",
  "/authors/li-wei",
  "/sources/wire",
  "/topics/winds/languages/en",
  "/languages/en/topics/winds",
  "/topics/tides/authors/li-wei",
  "/authors/li-wei/sources/own",
  "/topics/tides/topics/winds",
  "/authors/nobody",
];
const PROFILES = ["msn.xml", "smartnews.xml", "feedly.xml", "podcast.xml"];
const ARCHIVES = ["1", "2", "3", "7", "undated-1", "undated-2"];
const ADDRESSES = [
  ...CHANNELS.flatMap((path) => [
    path || "/",
    `${path}?page=2`,
    `${path}?page=5`,
    ...[...FILES, ...PROFILES].map((file) => `${path}/${file}`),
    ...ARCHIVES.flatMap((name) => FILES.map((file) => `${path}/archive/${name}/${file}`)),
  ]),
  ...["/feeds.opml", "/sitemap.xml", "/news-sitemap.xml", "/subscribe", "/nothing", "/search"],
];

const told = async (asked: App, path: string, init: RequestInit = {}) => {
  const answer = await ask(asked, path, init);
  return { path, status: answer.status, headers: [...answer.headers], text: await answer.text() };
};

const both = (held: readonly Article[], entries: number, now = "2026-06-10T08:30:00Z") => {
  const own = publication({ entries });
  const clock = () => Date.parse(now);
  const library = libraryOf(own, archived(own, held));
  return {
    whole: app({ articles: held, publication: own, clock }),
    shards: app({ articles: [], publication: own, clock, library }),
  };
};

test("every document, page and list is the same", async () => {
  await fc.assert(
    fc.asyncProperty(articles, entries, async (held, entries) => {
      const { whole, shards } = both(held, entries);
      const pages = held.slice(0, 20).map(({ slug }) => `/articles/${slug}`);
      for (const path of [...ADDRESSES, ...pages])
        expect(await told(shards, path)).toEqual(await told(whole, path));
    }),
    { numRuns: 25 },
  );
});

test("what is new since an earlier version is the same, and so is whether anything is", async () => {
  await fc.assert(
    fc.asyncProperty(articles, entries, fc.integer({ min: 1, max: 12 }), async (held, entries, fresh) => {
      const { whole, shards } = both(held, entries);
      const newest = held.toSorted((a, b) => ((a.published ?? "") < (b.published ?? "") ? 1 : -1));
      const before = both(newest.slice(fresh), entries).whole;
      for (const path of CHANNELS.flatMap((channel) =>
        [...FILES, ...PROFILES].map((file) => `${channel}/${file}`),
      )) {
        const etag = (await ask(before, path)).headers.get("etag");
        if (!etag) continue;
        const headers = { "a-im": "feed", "if-none-match": etag };
        expect(await told(shards, path, { headers })).toEqual(await told(whole, path, { headers }));
      }
    }),
    { numRuns: 25 },
  );
});

test("as time goes by, an app that was asked before tells the same of what becomes due", async () => {
  await fc.assert(
    fc.asyncProperty(articles, entries, async (held, entries) => {
      const own = publication({ entries });
      const clock = { now: Date.parse("2026-03-01T00:00:00Z") };
      const library = libraryOf(own, archived(own, held));
      const more = { publication: own, clock: () => clock.now };
      const [whole, shards] = [app({ ...more, articles: held }), app({ ...more, articles: [], library })];
      for (let i = 0; i < 12; i++, clock.now += 9 * 24 * 3600 * 1000 + 3600 * 1000)
        for (const path of [
          "/",
          "/atom.xml",
          "/topics/tides/rss.xml",
          "/authors/li-wei/podcast.xml",
          "/news-sitemap.xml",
          "/subscribe",
          "/archive/1/rss.xml",
        ])
          expect(await told(shards, path)).toEqual(await told(whole, path));
    }),
    { numRuns: 15 },
  );
});
