/** How long a reader may wait: by how often something is published, within the publication's bounds. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { App } from "../../src/http/app.ts";
import { app, article, ask, publication, textAt } from "../sample.ts";
import { readXml, texts } from "./xml.ts";

const HOUR = 3600;

/** Articles with so many seconds between them. */
const every = (seconds: number, count = 12) =>
  Array.from({ length: count }, (_, i) => {
    const published = new Date(Date.parse("2026-05-01T00:00:00Z") - i * seconds * 1000);
    return article({ slug: `a-${i}`, published: `${published.toISOString().slice(0, 19)}Z` });
  });

async function paceOf(asked: App) {
  const maxAge = /max-age=(\d+)/.exec((await ask(asked, "/rss.xml")).headers.get("cache-control") ?? "")?.[1];
  const rss = readXml(await textAt(asked, "/rss.xml"));
  const number = (name: string) => Number(texts(rss, `channel/${name}`)[0]);
  return {
    maxAge: Number(maxAge),
    ttl: number("ttl"),
    period: texts(rss, "channel/sy:updatePeriod")[0],
    frequency: number("sy:updateFrequency"),
  };
}

test.each([
  ["every minute", 60, { maxAge: 900, ttl: 15, period: "hourly", frequency: 4 }],
  ["every hour", HOUR, { maxAge: 900, ttl: 15, period: "hourly", frequency: 4 }],
  ["every two hours", 2 * HOUR, { maxAge: 1800, ttl: 30, period: "hourly", frequency: 2 }],
  ["every four hours", 4 * HOUR, { maxAge: 3600, ttl: 60, period: "hourly", frequency: 1 }],
  ["every week", 168 * HOUR, { maxAge: 3600, ttl: 60, period: "hourly", frequency: 1 }],
])(
  "a publication that publishes %s may be kept for a quarter of that, from 15 to 60 minutes",
  async (_, seconds, pace) => {
    expect(await paceOf(app({ articles: every(seconds) }))).toEqual(pace);
  },
);

test("too few articles tell nothing of a pace: the shortest time holds", async () => {
  expect((await paceOf(app({ articles: every(168 * HOUR, 3) }))).maxAge).toBe(900);
  expect((await paceOf(app({ articles: [] }))).maxAge).toBe(900);
});

test("each channel has its own pace", async () => {
  const articles = [
    ...every(HOUR),
    ...every(8 * HOUR).map((one) => ({ ...one, id: `${one.id}0`, slug: `${one.slug}w`, topics: ["winds"] })),
  ];
  const { headers } = await ask(app({ articles }), "/topics/winds/rss.xml");
  expect(headers.get("cache-control")).toMatch(/^public, max-age=3600,/);
});

test("whatever the dates, the bounds of the publication hold, and the document and its headers say the same", async () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 40 * 24 * HOUR }), { maxLength: 30 });
  const bounds = fc.tuple(fc.integer({ min: 60, max: 3000 }), fc.integer({ min: 0, max: 80_000 }));
  await fc.assert(
    fc.asyncProperty(gaps, bounds, async (gaps, [least, more]) => {
      let at = Date.parse("2026-05-01T00:00:00Z");
      const articles = gaps.map((gap, i) => {
        at -= gap * 1000;
        return article({ slug: `a-${i}`, published: `${new Date(at).toISOString().slice(0, 19)}Z` });
      });
      const { cache } = publication();
      const times = { ...cache, maxAge: least, maxAgeAtMost: least + more };
      const { maxAge, ttl, frequency } = await paceOf(
        app({ articles, publication: publication({ cache: times }) }),
      );
      expect(maxAge).toBeGreaterThanOrEqual(least);
      expect(maxAge).toBeLessThanOrEqual(least + more);
      expect(ttl).toBe(Math.ceil(maxAge / 60));
      expect(frequency).toBe(Math.max(1, Math.floor(HOUR / maxAge)));
    }),
    { numRuns: 100 },
  );
});

test("no clock has a part in the pace: the same articles have it a year later", async () => {
  const [now, later] = ["2026-06-01T12:00:00Z", "2027-06-01T12:00:00Z"].map((moment) =>
    app({ articles: every(2 * HOUR), clock: () => Date.parse(moment) }),
  );
  expect(now && (await textAt(now, "/rss.xml"))).toBe(later && (await textAt(later, "/rss.xml")));
});

test("a scheduled article cuts the time short, in headers alone", async () => {
  const due = article({ slug: "due", published: "2026-06-01T12:02:00Z" });
  const asked = app({ articles: [...every(4 * HOUR), due] });
  for (let i = 0; i < 2; i++) {
    const { headers } = await ask(asked, "/rss.xml");
    expect(headers.get("cache-control")).toMatch(/^public, max-age=119,/);
  }
  expect((await paceOf(asked)).ttl).toBe(60);
});

test("hours and days without news stand in RSS as they were declared, and nowhere where none are", async () => {
  const asked = app({
    publication: publication({ skipHours: [0, 1, 23], skipDays: ["Saturday", "Sunday"] }),
  });
  const rss = readXml(await textAt(asked, "/rss.xml"));
  expect(texts(rss, "channel/skipHours/hour")).toEqual(["0", "1", "23"]);
  expect(texts(rss, "channel/skipDays/day")).toEqual(["Saturday", "Sunday"]);
  expect(await textAt(app(), "/rss.xml")).not.toContain("skip");
});
