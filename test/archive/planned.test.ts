/** However many articles are planned ahead, an archive tells at any moment what a library in memory does. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import type { Publication } from "../../src/articles/publication.ts";
import { inMemory } from "../../src/feeds/in-memory.ts";
import type { App } from "../../src/http/app.ts";
import { app, article, ask, FILES, publication, textAt, undated } from "../sample.ts";
import { archived, libraryOf } from "./kept.ts";

const DAY = 24 * 60 * 60 * 1000;
const START = Date.parse("2026-05-01T08:00:00Z");
const instant = (milliseconds: number) => new Date(milliseconds).toISOString().replace(".000", "");
const audio = { url: "https://news.example/a.mp3", type: "audio/mpeg", length: 9 };

/** An app that has an archive, beside one with all in memory; `clock` is theirs. */
function both(own: Publication, held: readonly Article[], kept = archived(own, held)) {
  const clock = { now: START };
  const library = libraryOf(own, kept);
  const more = { publication: own, clock: () => clock.now };
  return {
    clock,
    library,
    whole: app({ ...more, articles: held }),
    shards: app({ ...more, articles: [], library }),
  };
}

const told = async (asked: App, path: string) => {
  const answer = await ask(asked, path);
  return { path, status: answer.status, headers: [...answer.headers], text: await answer.text() };
};

const itemsIn = async (asked: App, path: string): Promise<number> =>
  (await textAt(asked, path)).split("<item>").length - 1;

/** Published daily, the first 31 of them in May 2026. */
const daily = (count: number, more: (i: number) => Partial<Article> = () => ({})): readonly Article[] =>
  Array.from({ length: count }, (_, i) =>
    article({ slug: `a-${i}`, title: `Verse ${i}`, published: instant(START + i * DAY), ...more(i) }),
  );
const MAY = START + 30.5 * DAY;

describe("of articles that are planned by the hundred", () => {
  const kind = fc.record({
    days: fc.integer({ min: 0, max: 400 }),
    language: fc.constantFrom("en", "en", "en-GB", "de"),
    topics: fc.constantFrom<(readonly string[])[]>(["tides"], ["winds"], ["tides", "winds"]),
    author: fc.constantFrom("Li Wei", "Ada Sample"),
    source: fc.constantFrom(undefined, { name: "Own" }),
    // Most, as of those that only some have fewer may be kept than there are.
    hasAudio: fc.constantFrom(true, true, false),
    isUndated: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
    isWithdrawn: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  });
  const held = fc.array(kind, { minLength: 300, maxLength: 700, size: "max" }).map((kinds) =>
    kinds.map(({ days, language, topics, author, source, hasAudio, isUndated, isWithdrawn }, i) => {
      const made = {
        slug: `a-${i}`,
        title: `Article ${i}`,
        language,
        topics,
        authors: [{ name: author }],
        ...(source && { source }),
        ...(hasAudio && { audio }),
        ...(isWithdrawn && { withdrawn: true as const, contentHtml: "", summary: "" }),
      };
      return isUndated ? undated(made) : article({ ...made, published: instant(START + days * DAY) });
    }),
  );
  const PATHS = [
    "",
    "/languages/en",
    "/topics/tides",
    "/authors/li-wei",
    "/topics/winds/languages/en",
    "/topics/tides/authors/li-wei",
    "/sources/own",
  ].flatMap((path) =>
    ["rss.xml", "feed.json", "msn.xml", "smartnews.xml", "podcast.xml"].map((file) => `${path}/${file}`),
  );

  test("every document is the same, whatever the moment", async () => {
    const days = fc.array(fc.integer({ min: 0, max: 410 }), { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(held, fc.integer({ min: 1, max: 8 }), days, async (held, entries, days) => {
        const { clock, whole, shards } = both(publication({ entries }), held);
        for (const day of days.toSorted((a, b) => a - b)) {
          clock.now = START + day * DAY + 1000;
          for (const path of PATHS) expect(await told(shards, path)).toEqual(await told(whole, path));
        }
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 60_000);
});

test.each([
  [110, 40, "", 20, 31],
  [203, 5, "", 3, 3],
  [203, 5, "/languages/en", 3, 3],
])(
  "of %i daily articles, %i entries, %s/msn.xml and smartnews.xml hold what is due",
  async (count, entries, path, msn, smartNews) => {
    const { clock, whole, shards } = both(publication({ entries }), daily(count));
    clock.now = count === 110 ? MAY : START + 2.5 * DAY;
    expect(await itemsIn(shards, `${path}/msn.xml`)).toBe(msn);
    expect(await itemsIn(shards, `${path}/smartnews.xml`)).toBe(smartNews);
    for (const file of ["msn.xml", "smartnews.xml", ...FILES])
      expect(await told(shards, `${path}/${file}`)).toEqual(await told(whole, `${path}/${file}`));
  },
);

test("a podcast that is planned far ahead, with undated episodes, tells of those due", async () => {
  const episodes = [
    ...daily(400, (i) => (i % 3 === 0 ? {} : { audio })),
    ...Array.from({ length: 30 }, (_, i) => undated({ slug: `u-${i}`, ...(i % 2 === 0 && { audio }) })),
  ];
  const { clock, whole, shards } = both(publication({ entries: 5 }), episodes);
  for (const days of [0, 3, 9, 60, 200, 399]) {
    clock.now = START + days * DAY;
    for (const path of ["/podcast.xml", "/topics/tides/podcast.xml"])
      expect(await told(shards, path)).toEqual(await told(whole, path));
  }
});

test("articles taken back that were planned far ahead do not hide those that were due", async () => {
  const held = daily(400, (i) => ({
    ...(i % 2 === 0 && { withdrawn: true as const, contentHtml: "", summary: "" }),
    topics: i % 3 === 0 ? ["winds"] : ["tides"],
  }));
  const { clock, whole, shards } = both(publication({ entries: 5 }), held);
  for (const days of [0, 7, 31, 200])
    for (const path of ["/atom.xml", "/smartnews.xml", "/topics/winds/atom.xml", "/topics/tides/atom.xml"]) {
      clock.now = START + days * DAY;
      expect(await told(shards, path)).toEqual(await told(whole, path));
    }
});

describe("of 4,999 articles that are planned, one a day, behind 101", () => {
  const own = publication({ entries: 5 });
  const NOW = START + 100.5 * DAY;
  const held = daily(5100, (i) => (i % 2 === 0 ? { updated: instant(START + (i + 0.25) * DAY) } : {}));
  const kept = archived(own, held);
  const asked = both(own, held, kept);
  asked.clock.now = NOW;

  test.each([-1, 0, 1.2, 100.5, 1000.1, 1000.3, 4000.4, 5099.1, 9999])(
    "%d days behind the first, it is known when the next is due, and when the last changed",
    async (days) => {
      const now = START + days * DAY;
      // Opened anew: one that is open is kept until it is no longer true.
      const { until, updated } = await libraryOf(own, kept)(now);
      const then = await inMemory(own, held)(now);
      expect({ until, updated }).toEqual({ until: then.until, updated: then.updated });
    },
  );

  test("a library that was opened tells of what became due two days later", async () => {
    const plain = daily(5100);
    const library = libraryOf(own, archived(own, plain));
    const counts = async (now: number) => (await (await library(now)).channel(""))?.counts.dated;
    expect([await counts(NOW), await counts(NOW + 2 * DAY)]).toEqual([101, 103]);
  });

  test("MSN is told of the newest that are due", async () => {
    for (const path of ["/msn.xml", "/languages/en/msn.xml"])
      expect(await told(asked.shards, path)).toEqual(await told(asked.whole, path));
    const stock = await (await (await asked.library(NOW)).channel("/languages/en"))?.stock("msn");
    expect(stock?.articles.length).toBe(20);
  });

  test("few files are read to tell them", async () => {
    const names = new Set<string>();
    const read = async (name: string) => {
      names.add(name);
      return kept.files.get(name);
    };
    const library = await libraryOf(own, kept, read)(NOW);
    // There are some hundred. Headlines are looked into by halves for the last that is due; the others are names, buckets of rolls and articles.
    expect(names.size).toBeLessThan(12);
    names.clear();
    await (await library.channel(""))?.stock("msn");
    expect(names.size).toBeLessThan(8);
  });

  test("a word that all have is found in all that are due, and told to who mistypes it", async () => {
    const library = await asked.library(NOW);
    expect((await library.search("verse")).counts).toEqual({ dated: 101, undated: 0 });
    expect(await library.suggest("versee")).toBe("verse");
    const path = "/search/rss.xml?q=verse";
    expect(await textAt(asked.shards, path)).toBe(await textAt(asked.whole, path));
  });
});

test("a word that only what is planned has does not stand before one that is published", async () => {
  const held = [article({ slug: "one", title: "Harvest" }), ...daily(3, () => ({ title: "Harvezt" }))];
  const library = libraryOf(publication(), archived(publication(), held));
  expect(await (await library(START - DAY)).suggest("harvezz")).toBe("harvest");
});
