/** RFC 9110 §15.4.5: what a 304 carries. */
import { expect, test } from "vitest";
import { app, ask, FILES, publication } from "../sample.ts";

const KEPT = [
  "etag",
  "last-modified",
  "cache-control",
  "cloudflare-cdn-cache-control",
  "vary",
  "access-control-allow-origin",
];

/** A 200 and a 304 of the same address. */
async function both(path: string, method: string) {
  const asked = app();
  const full = await ask(asked, path, { method });
  const headers = { "if-none-match": full.headers.get("etag") ?? "" };
  return { full, short: await ask(asked, path, { method, headers }) };
}

for (const method of ["GET", "HEAD"])
  for (const file of FILES) {
    test(`a 304 to ${method} of ${file} keeps what a 200 says of the document and where it is`, async () => {
      const { full, short } = await both(`/${file}`, method);
      expect([full.status, short.status]).toEqual([200, 304]);
      for (const name of KEPT) {
        expect(short.headers.get(name), name).toBe(full.headers.get(name));
        expect(short.headers.get(name), name).toBeTruthy();
      }
    });

    test(`a 304 to ${method} of ${file} has no body, and says nothing of one`, async () => {
      const { short } = await both(`/${file}`, method);
      expect(short.body).toBeNull();
      for (const name of ["content-type", "content-encoding", "content-length"])
        expect(short.headers.has(name), name).toBe(false);
    });
  }

test("a 304 has no more headers than a 200", async () => {
  const { full, short } = await both("/atom.xml", "GET");
  const names = new Set([...full.headers].map(([name]) => name));
  for (const [name] of short.headers) expect(names).toContain(name);
});

test("Cache-Control gives readers and the edge a time each, and lets both serve stale answers", async () => {
  const { headers } = await ask(app(), "/rss.xml");
  expect(headers.get("cache-control")).toBe(
    "public, max-age=900, stale-while-revalidate=3600, stale-if-error=86400",
  );
  expect(headers.get("cloudflare-cdn-cache-control")).toBe(
    "public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400",
  );
});

test("nothing forbids a cache to keep a feed or splits it by who asks, but for people from programs", async () => {
  for (const file of FILES) {
    const { headers } = await ask(app(), `/${file}`);
    expect(headers.get("cache-control")).not.toMatch(/no-store|no-cache|private|s-maxage|must-revalidate/);
    expect(headers.has("expires")).toBe(false);
    expect(headers.get("vary")).toBe("Accept-Encoding, Sec-Fetch-Dest");
  }
});

test("Link names the document as self, its siblings as alternates and the hub; a 304 leaves out the siblings", async () => {
  const asked = app({ publication: publication({ hub: "https://hub.example/" }) });
  const full = await ask(asked, "/topics/tides/atom.xml", { method: "HEAD" });
  const short = await ask(asked, "/topics/tides/atom.xml", {
    headers: { "if-none-match": full.headers.get("etag") ?? "" },
  });
  const self = '<https://news.example/topics/tides/atom.xml>; rel="self"; type="application/atom+xml"';
  const hub = '<https://hub.example/>; rel="hub"';
  expect(full.headers.get("link")?.split(", ")).toEqual([
    '<https://news.example/topics/tides/rss.xml>; rel="alternate"; type="application/rss+xml"',
    self,
    '<https://news.example/topics/tides/feed.json>; rel="alternate"; type="application/feed+json"',
    hub,
  ]);
  expect(short.status).toBe(304);
  expect(short.headers.get("link")?.split(", ")).toEqual([self, hub]);
  expect(short.headers.has("access-control-expose-headers")).toBe(false);
});

test("a 200 to a client that asks by a later date tells none: curl throws away what is not dated after that", async () => {
  const later = { "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT" };
  const { status, headers } = await ask(app(), "/rss.xml", {
    headers: { ...later, "if-none-match": '"other"' },
  });
  expect([status, headers.get("last-modified")]).toEqual([200, null]);
  expect(headers.get("etag")).toBeTruthy();
});
