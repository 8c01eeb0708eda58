import { expect, test } from "vitest";
import { app, FILES, ORIGIN } from "../sample.ts";

/** Cloudflare's binding as it behaves: so many of a key, and then no more. */
function limiterOf(limit: number) {
  const counts = new Map<string, number>();
  return {
    counts,
    limit: async ({ key }: { readonly key: string }) => {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return { success: (counts.get(key) ?? 0) <= limit };
    },
  };
}

const READER = { "user-agent": "Reader/1.0", "cf-connecting-ip": "192.0.2.1" };

test("a reader that asks for the whole feed again and again is answered 429, with the seconds to wait", async () => {
  const env = { POLLS: limiterOf(3) };
  const asked = app();
  const statuses: number[] = [];
  for (let i = 0; i < 5; i++) {
    const answer = await asked.fetch(new Request(`${ORIGIN}/rss.xml`, { headers: READER }), env);
    statuses.push(answer.status);
    if (answer.status !== 429) continue;
    expect(answer.headers.get("retry-after")).toBe("900");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(await answer.text()).toContain("If-None-Match");
  }
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
});

test("a reader that says what it has is never refused, however often it asks", async () => {
  const env = { POLLS: limiterOf(1) };
  const asked = app();
  for (const file of FILES) {
    const first = await asked.fetch(new Request(`${ORIGIN}/${file}`, { headers: READER }), env);
    expect(first.status).toBe(200);
    const conditions: readonly Readonly<Record<string, string>>[] = [
      { "if-none-match": first.headers.get("etag") ?? "" },
      { "if-modified-since": first.headers.get("last-modified") ?? "" },
      { "if-modified-since": "Sat, 01 Jan 2000 00:00:00 GMT" },
    ];
    for (let i = 0; i < 20; i++)
      for (const condition of conditions) {
        const headers = { ...READER, ...condition };
        const answer = await asked.fetch(new Request(`${ORIGIN}/${file}`, { headers }), env);
        expect([200, 304]).toContain(answer.status);
      }
  }
  expect([...env.POLLS.counts.values()]).toEqual([1, 1, 1]);
});

test("readers are told apart by network address, name and feed; pages and other methods are not counted", async () => {
  const env = { POLLS: limiterOf(1) };
  const asked = app();
  const statusOf = async (path: string, headers: Record<string, string>, method = "GET") =>
    (await asked.fetch(new Request(ORIGIN + path, { method, headers }), env)).status;
  expect(await statusOf("/rss.xml", READER)).toBe(200);
  expect(await statusOf("/rss.xml", READER)).toBe(429);
  expect(await statusOf("/rss.xml", { ...READER, "user-agent": "Other/2" })).toBe(200);
  expect(await statusOf("/rss.xml", { ...READER, "cf-connecting-ip": "192.0.2.2" })).toBe(200);
  expect(await statusOf("/atom.xml", READER)).toBe(200);
  for (let i = 0; i < 3; i++) {
    expect(await statusOf("/", READER)).toBe(200);
    expect(await statusOf("/rss.xml", READER, "HEAD")).toBe(200);
    expect(await statusOf("/rss.xml", READER, "OPTIONS")).toBe(204);
  }
});

test("what is searched for makes a feed of its own, as far as it is looked at; another parameter makes none", async () => {
  const env = { POLLS: limiterOf(1) };
  const asked = app();
  const statusOf = async (path: string) =>
    (await asked.fetch(new Request(ORIGIN + path, { headers: READER }), env)).status;
  expect(await statusOf("/search/rss.xml?q=one")).toBe(200);
  expect(await statusOf("/search/rss.xml?q=two")).toBe(200);
  for (const same of ["?q=two", "?q=%20two+", "?q=two&x=1", "?x=1&q=two"])
    expect(await statusOf(`/search/rss.xml${same}`), same).toBe(429);
  expect(await statusOf("/rss.xml?q=one")).toBe(200);
  expect(await statusOf("/rss.xml?q=two")).toBe(429);
  const long = "w".repeat(10_000);
  expect(await statusOf(`/search/rss.xml?q=${long}`)).toBe(200);
  expect(await statusOf(`/search/rss.xml?q=${long}w`)).toBe(429);
  for (const key of env.POLLS.counts.keys()) expect(key.length).toBeLessThan(200);
});

test("sitemaps and what else is no feed are not counted", async () => {
  const env = { POLLS: limiterOf(1) };
  const asked = app();
  for (const path of ["/sitemap.xml", "/news-sitemap.xml", "/opensearch.xml", "/robots.txt"])
    for (let i = 0; i < 3; i++)
      expect((await asked.fetch(new Request(ORIGIN + path, { headers: READER }), env)).status, path).toBe(
        200,
      );
  expect(env.POLLS.counts.size).toBe(0);
});

test("where no limiter is bound nobody is refused", async () => {
  const asked = app();
  for (let i = 0; i < 50; i++)
    expect((await asked.fetch(new Request(`${ORIGIN}/rss.xml`, { headers: READER }), {})).status).toBe(200);
});
