/** RFC 5005 §4, example by example. */
import { expect, test } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import type { App } from "../../src/http/app.ts";
import { app, article, ask, NOW, publication, textAt, undated } from "../sample.ts";
import { leafAt, walk } from "./leaf.ts";

const appOf = (held: readonly Article[], entries: number): App =>
  app({ articles: held, publication: publication({ entries }) });

/** 12 dated articles and 4 undated ones, of which a document holds at most 5: archived ones hold 2. */
const dated = Array.from({ length: 12 }, (_, i) =>
  article({ slug: `dated-${i}`, published: `2026-03-${String(i + 1).padStart(2, "0")}T00:00:00Z` }),
);
const some = [...dated, ...Array.from({ length: 4 }, (_, i) => undated({ slug: `undated-${i}` }))];
const asked = appOf(some, 5);

test("the chain is the subscription document, full ones by falling numbers, then undated ones", async () => {
  const leaves = await walk(asked, "/atom.xml", "prev-archive");
  expect(leaves.map(({ path, ids }) => [path, ids.length])).toEqual([
    ["/atom.xml", 4],
    ["/archive/4/atom.xml", 2],
    ["/archive/3/atom.xml", 2],
    ["/archive/2/atom.xml", 2],
    ["/archive/1/atom.xml", 2],
    ["/archive/undated-1/atom.xml", 2],
    ["/archive/undated-2/atom.xml", 2],
  ]);
});

test("undated articles stand in the subscription document as long as there is room", async () => {
  const undatedOnly = Array.from({ length: 7 }, (_, i) => undated({ slug: `undated-${i}` }));
  const leaves = await walk(appOf(undatedOnly, 5), "/rss.xml", "prev-archive");
  expect(leaves.map(({ path, ids }) => [path, ids.length])).toEqual([
    ["/rss.xml", 5],
    ["/archive/undated-1/rss.xml", 2],
  ]);
});

test("one undated article more changes no full document of a channel that has undated ones", async () => {
  const more = appOf([...some, undated({ slug: "more" }), undated({ slug: "still-more" })], 5);
  for (const path of [1, 2, 3, 4].map((n) => `/archive/${n}/atom.xml`))
    expect(await textAt(more, path)).toBe(await textAt(asked, path));
});

test("a full document is kept for a day, and says so to GET, HEAD and in a 304", async () => {
  const { headers } = await ask(asked, "/archive/4/rss.xml");
  const condition = { "if-none-match": headers.get("etag") ?? "" };
  for (const init of [{}, { method: "HEAD" }, { headers: condition }])
    expect((await ask(asked, "/archive/4/rss.xml", init)).headers.get("cache-control")).toBe(
      "public, max-age=86400, stale-while-revalidate=3600, stale-if-error=86400",
    );
});

test.each([
  "/rss.xml",
  "/archive/undated-1/rss.xml",
  "/archive/undated-2/atom.xml",
  "/archive/5/rss.xml",
  "/topics/tides/feed.json",
])("%s, which changes by what is published, is not kept so long", async (path) => {
  const { headers } = await ask(asked, path);
  expect(headers.get("cache-control")).toMatch(/^public, max-age=\d{3,4}, stale/);
});

test("a full document is kept no longer than until a change of an article in it is told, and is then another", async () => {
  const clock = { now: Date.parse(NOW) };
  const held = some.map((one) =>
    one.slug === "dated-1" ? { ...one, updated: "2026-06-01T12:10:00Z" } : one,
  );
  const soon = app({
    articles: held,
    publication: publication({ entries: 5 }),
    clock: () => clock.now,
  });
  const before = await ask(soon, "/archive/1/rss.xml");
  for (const name of ["cache-control", "cloudflare-cdn-cache-control"])
    expect(before.headers.get(name)).toMatch(/^public, max-age=(599|300), stale/);
  expect(before.headers.get("cache-control")).toMatch(/max-age=599,/);
  clock.now += 600_000;
  const after = await ask(soon, "/archive/1/rss.xml");
  expect(after.headers.get("etag")).not.toBe(before.headers.get("etag"));
  expect(after.headers.get("last-modified")).toBe("Mon, 01 Jun 2026 12:10:00 GMT");
});

test("no document is called immutable: a withdrawal moves articles from one to another, and a reader that asks again misses none", async () => {
  const kept = new Map<string, { readonly etag: string; readonly text: string }>();
  const paths = [4, 3, 2, 1].map((n) => `/archive/${n}/atom.xml`);
  for (const path of paths) {
    const { headers } = await ask(asked, path);
    expect(headers.get("cache-control")).not.toContain("immutable");
    kept.set(path, { etag: headers.get("etag") ?? "", text: await textAt(asked, path) });
  }
  const after = appOf(
    some.map((one) => (one.slug === "dated-0" ? { ...one, withdrawn: true as const } : one)),
    5,
  );
  const read = await textAt(after, "/atom.xml");
  const older = await Promise.all(
    paths.map(async (path) => {
      const answer = await ask(after, path, { headers: { "if-none-match": kept.get(path)?.etag ?? "" } });
      if (answer.status === 404) return "";
      return answer.status === 304 ? (kept.get(path)?.text ?? "") : answer.text();
    }),
  );
  const all = [read, ...older].join("");
  for (const { slug } of dated) expect(all.includes(`/articles/${slug}"`), slug).toBe(slug !== "dated-0");
});

test("the number behind the newest leads to the subscription document for now, until there is one", async () => {
  const answer = await ask(asked, "/archive/5/atom.xml");
  expect([answer.status, new URL(answer.headers.get("location") ?? "").pathname]).toEqual([307, "/atom.xml"]);
  const later = [1, 2].map((n) => article({ slug: `later-${n}`, published: `2026-04-0${n}T00:00:00Z` }));
  expect((await ask(appOf([...some, ...later], 5), "/archive/5/atom.xml")).status).toBe(200);
});

test.each([
  "/archive/6/atom.xml",
  "/archive/0/atom.xml",
  "/archive/01/atom.xml",
  "/archive/-1/atom.xml",
  "/archive/1.0/atom.xml",
  "/archive/1e0/atom.xml",
  "/archive/99999999999999999999/atom.xml",
  "/archive/undated-3/atom.xml",
  "/archive/undated-0/atom.xml",
  "/archive/undated/atom.xml",
  "/archive/current/atom.xml",
  "/archive/1",
  "/archive/1/msn.xml",
  "/archive/atom.xml",
  "/topics/unknown/archive/1/atom.xml",
  "/topics/winds/archive/1/atom.xml",
  "/archive/1/archive/1/atom.xml",
])("%s is no document", async (path) => {
  expect((await ask(asked, path)).status).toBe(404);
});

test("a channel that fits its subscription document has no archive, and no number of it leads anywhere", async () => {
  const small = appOf([article()], 5);
  expect((await leafAt(small, "/atom.xml")).links).not.toHaveProperty("prev-archive");
  expect((await ask(small, "/archive/1/atom.xml")).status).toBe(404);
});

test("an archived document of two things in common is reached in the other order, too", async () => {
  const answer = await ask(asked, "/languages/en/topics/tides/archive/1/atom.xml");
  expect([answer.status, new URL(answer.headers.get("location") ?? "").pathname]).toEqual([
    308,
    "/topics/tides/languages/en/archive/1/atom.xml",
  ]);
});

test("the aggregators' documents name no archive", async () => {
  for (const path of ["/msn.xml", "/smartnews.xml"])
    expect(await textAt(asked, path)).not.toContain("prev-archive");
});
