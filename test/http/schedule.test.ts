/** Articles dated in the future appear when their time comes, without a new app and without a hint before. */
import { expect, test } from "vitest";
import { app, article, ask, FILES, ORIGIN, publication, textAt } from "../sample.ts";

const DUE = "2026-06-01T12:05:00Z";
const later = article({ slug: "spring-tide", title: "Spring tide", published: DUE });

/** An app whose clock stands some seconds before the article is due, and can be moved. */
function waiting(seconds: number, articles = [article(), later]) {
  const clock = { now: Date.parse(DUE) - seconds * 1000 };
  return { clock, asked: app({ articles, clock: () => clock.now }) };
}

const ADDRESSES = [
  ...FILES.flatMap((file) => [`/${file}`, `/topics/tides/${file}`]),
  "/",
  "/topics/tides",
  "/feeds.opml",
  "/nothing",
];

test.each(ADDRESSES)("%s says nothing of an article that is not due", async (path) => {
  const { asked } = waiting(1);
  expect(await textAt(asked, path)).not.toMatch(/spring.?tide/i);
});

test("the page of an article that is not due is like one that never was", async () => {
  const { asked } = waiting(1);
  const [one, other] = [await ask(asked, "/articles/spring-tide"), await ask(asked, "/articles/unknown")];
  expect(one.status).toBe(404);
  expect([...one.headers]).toEqual([...other.headers]);
  expect(await one.text()).toBe(await other.text());
});

test("the slash too many after an article that is not due leads nowhere", async () => {
  expect((await ask(waiting(1).asked, "/articles/spring-tide/")).status).toBe(404);
});

test.each([...FILES.map((file) => `/topics/tides/${file}`), "/", "/topics/tides"])(
  "%s tells of an article at the moment at which it is due, in an app that was asked before",
  async (path) => {
    const { asked, clock } = waiting(1);
    const before = await ask(asked, path);
    expect(await before.text()).not.toContain("Spring tide");
    expect((await ask(asked, path, { headers: tagged(before) })).status).toBe(304);
    clock.now += 1000;
    const after = await ask(asked, path, { headers: tagged(before) });
    expect(after.status).toBe(200);
    expect(await after.text()).toContain("Spring tide");
    expect(after.headers.get("last-modified")).toBe("Mon, 01 Jun 2026 12:05:00 GMT");
    expect((await ask(asked, "/articles/spring-tide")).status).toBe(200);
  },
);

const tagged = ({ headers }: Response) => ({ "if-none-match": headers.get("etag") ?? "" });

test("a millisecond before its time an article is not there", async () => {
  const { asked, clock } = waiting(0);
  clock.now -= 1;
  expect(await textAt(asked, "/rss.xml")).not.toContain("Spring tide");
  clock.now += 1;
  expect(await textAt(asked, "/rss.xml")).toContain("Spring tide");
});

const maxAges = ({ headers }: Response) =>
  ["cache-control", "cloudflare-cdn-cache-control"].map((name) =>
    Number(/max-age=(-?\d+)/.exec(headers.get(name) ?? "")?.[1]),
  );

test.each([
  [3600, [900, 300]],
  [901, [900, 300]],
  [600, [600, 300]],
  [299, [299, 299]],
  [60, [60, 60]],
  [1, [1, 1]],
])(
  "%s seconds before the next article is due, readers and edge keep answers for %s",
  async (seconds, ages) => {
    for (const path of ["/rss.xml", "/topics/winds/atom.xml", "/", "/articles/high-water"]) {
      const { asked, clock } = waiting(seconds);
      clock.now += 1; // The rest of a second does not count.
      const cut = ages.map((age) => Math.min(age, seconds - 1));
      for (const path_ of [path, path, `${path}?unknown`])
        expect(maxAges(await ask(asked, path_))).toEqual(cut);
    }
  },
);

test("no answer may be kept past the moment at which the next article is due, 304 and HEAD included", async () => {
  const { asked } = waiting(60);
  const full = await ask(asked, "/atom.xml");
  for (const one of [
    full,
    await ask(asked, "/atom.xml", { headers: tagged(full) }),
    await ask(asked, "/atom.xml", { method: "HEAD" }),
    await ask(asked, "/feeds.opml"),
  ])
    for (const age of maxAges(one)) expect(age).toBeLessThanOrEqual(60);
});

/** Seconds up to which a cache may answer with what it has while it asks anew, by readers' header and the edge's. */
const keptFor = (answer: Response) =>
  ["cache-control", "cloudflare-cdn-cache-control"].map((name, i) => {
    const stale = /stale-while-revalidate=(\d+)/.exec(answer.headers.get(name) ?? "")?.[1];
    return (maxAges(answer)[i] ?? Number.NaN) + Number(stale);
  });

test.each([
  [5000, [4500, 3900]],
  [3000, [3000, 3000]],
  [60, [60, 60]],
  [0, [0, 0]],
])(
  "%s seconds before the next article is due, no cache answers with what it has for longer than %s",
  async (seconds, most) => {
    const { asked, clock } = waiting(seconds);
    clock.now -= 1;
    const full = await ask(asked, "/atom.xml");
    for (const answer of [
      full,
      await ask(asked, "/atom.xml", { headers: tagged(full) }),
      await ask(asked, "/atom/"),
      await ask(asked, "/feed"),
      await ask(asked, "/"),
    ]) {
      expect(keptFor(answer)).toEqual(most);
      expect(answer.headers.get("cache-control")).toContain("stale-if-error=86400");
    }
  },
);

test("the way from an archived document that is not open yet is kept no longer than until it is", async () => {
  const articles = [1, 2, 3, 4, 5, 6, 7].map((day) =>
    article({ slug: `day-${day}`, published: `2026-03-0${day}T08:00:00Z` }),
  );
  const clock = { now: Date.parse(DUE) - 60_001 };
  const asked = app({
    articles: [later, ...articles.toReversed()],
    publication: publication({ entries: 5 }),
    clock: () => clock.now,
  });
  const before = await ask(asked, "/archive/2/atom.xml");
  expect([before.status, before.headers.get("location")]).toEqual([307, `${ORIGIN}/atom.xml`]);
  expect(keptFor(before)).toEqual([60, 60]);
  clock.now += 60_001;
  expect((await ask(asked, "/archive/2/atom.xml")).status).toBe(200);
});

test("the 404 of an article that is due in ten seconds is not kept for longer, nor any other's", async () => {
  const { asked } = waiting(10);
  for (const path of ["/articles/spring-tide", "/articles/unknown"])
    expect(maxAges(await ask(asked, path))[0], path).toBeLessThanOrEqual(10);
});

test("once nothing more is due, answers are kept for as long as the publication says", async () => {
  const { asked, clock } = waiting(60);
  await ask(asked, "/rss.xml");
  clock.now += 60_000;
  expect(maxAges(await ask(asked, "/rss.xml"))).toEqual([900, 300]);
});

test("a change dated in the future is not told before its time, and is then", async () => {
  const changed = article({ updated: DUE });
  const { asked, clock } = waiting(30, [changed]);
  expect(await textAt(asked, "/atom.xml")).not.toContain(DUE);
  expect(await textAt(asked, "/feed.json")).not.toContain(DUE);
  const before = await ask(asked, "/rss.xml");
  expect(before.headers.get("last-modified")).toBe("Sun, 01 Mar 2026 08:00:00 GMT");
  expect(maxAges(before)[0]).toBeLessThanOrEqual(30);
  clock.now += 30_000;
  expect(await textAt(asked, "/atom.xml")).toMatch(new RegExp(`<entry.*<updated>${DUE}</updated>`, "s"));
  expect(JSON.parse(await textAt(asked, "/feed.json")).items[0].date_modified).toBe(DUE);
  expect((await ask(asked, "/rss.xml")).headers.get("last-modified")).toBe("Mon, 01 Jun 2026 12:05:00 GMT");
});

test("articles that are due one after the other appear one after the other", async () => {
  const minutes = [1, 2, 3];
  const articles = minutes.map((minute) =>
    article({ slug: `m-${minute}`, published: `2026-06-01T12:0${minute}:00Z` }),
  );
  const { asked, clock } = waiting(300, articles);
  for (const minute of [0, ...minutes]) {
    clock.now = Date.parse(`2026-06-01T12:0${minute}:30Z`);
    expect(JSON.parse(await textAt(asked, "/feed.json")).items).toHaveLength(minute);
  }
});
