/** A library in shards and one in memory answer the same, byte for byte, whatever is published. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import type { App } from "../../src/http/app.ts";
import { app, ask, FILES, publication } from "../sample.ts";
import { archived, libraryOf } from "./kept.ts";
import { articles, entries } from "./made-up.ts";

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
