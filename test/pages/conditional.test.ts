/** Pages are answered as feeds are: by conditions, compressed, and for as long as they are true. */
import { createHash } from "node:crypto";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { app, article, ask, NOW, publication } from "../sample.ts";
import { MANY } from "./many.ts";

const asked = app(MANY);
const PAGES = [
  "/",
  "/?page=2",
  "/topics/tides",
  "/languages/ar",
  "/authors/ada-lovelace",
  "/articles/a-3",
  "/subscribe",
  "/search",
  "/search?q=water",
  "/search?q=nothing-of-this",
];
const TEXTS = ["/favicon.svg", "/opensearch.xml", "/feed.css"];

test.each(PAGES)("%s has a tag and a date, and is not sent again to who has it", async (path) => {
  const { headers } = await ask(asked, path);
  expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(headers.get("etag")).toMatch(/^W\/"[\w-]+"$/);
  expect(Date.parse(headers.get("last-modified") ?? "")).toBeLessThanOrEqual(Date.parse(NOW));
  const held = [
    { "if-none-match": headers.get("etag") ?? "" },
    { "if-none-match": `"other", ${headers.get("etag")}` },
    { "if-modified-since": headers.get("last-modified") ?? "" },
  ];
  for (const condition of held)
    for (const method of ["GET", "HEAD"]) {
      const same = await ask(asked, path, { method, headers: condition });
      expect([same.status, await same.text()]).toEqual([304, ""]);
      for (const name of ["etag", "last-modified", "cache-control", "vary"])
        expect(same.headers.get(name), name).toBe(headers.get(name));
    }
  const other = await ask(asked, path, { headers: { "if-none-match": 'W/"other"' } });
  expect(other.status).toBe(200);
});

test.each(TEXTS)("%s has a tag, and is not sent again to who has it", async (path) => {
  const { headers } = await ask(asked, path);
  const condition = { "if-none-match": headers.get("etag") ?? "" };
  expect((await ask(asked, path, { headers: condition })).status).toBe(304);
});

test.each([...PAGES, ...TEXTS])(
  "%s is compressed as the client likes it, and means the same",
  async (path) => {
    const plain = await (await ask(asked, path)).text();
    const decoders = { br: brotliDecompressSync, gzip: gunzipSync };
    for (const [coding, decode] of Object.entries(decoders)) {
      const answer = await ask(asked, path, { headers: { "accept-encoding": coding } });
      expect(answer.headers.get("content-encoding")).toBe(coding);
      expect(answer.headers.get("vary")).toContain("Accept-Encoding");
      expect(decode(await answer.arrayBuffer()).toString()).toBe(plain);
    }
  },
);

test("the same seeds give the same pages, in whatever app and at whatever moment", async () => {
  const later = app({ ...MANY, clock: () => Date.parse(NOW) + 86_400_000 });
  for (const path of PAGES)
    expect((await ask(later, path)).headers.get("etag"), path).toBe(
      (await ask(asked, path)).headers.get("etag"),
    );
});

test("a page tells no longer than it is true, where something is about to appear", async () => {
  const due = article({ slug: "due", published: "2026-06-01T12:00:30Z" });
  const waiting = app({ articles: [article(), due] });
  for (const path of ["/", "/articles/high-water", "/search?q=water", "/subscribe"])
    expect((await ask(waiting, path)).headers.get("cache-control"), path).toMatch(
      /^public, max-age=29(?:,|$)/,
    );
});

/** Words that no compression knows. */
const noise = (seed: string, length: number): string =>
  Array.from({ length: Math.ceil(length / 43) }, (_, n) =>
    createHash("sha256")
      .update(seed + n)
      .digest("base64url"),
  )
    .join("")
    .replace(/(.{7})/g, "$1 ")
    .slice(0, length);

test("a page of fifty articles is below 30,000 bytes in brotli, whatever their words", async () => {
  const articles = MANY.articles.map((one) => ({
    ...one,
    title: noise(one.slug, 70),
    summary: noise(one.id, 200),
  }));
  const large = app({ articles, publication: publication({ ...MANY.publication, entries: 50 }) });
  for (const path of ["/", "/?page=2", "/topics/winds"]) {
    const answer = await ask(large, path, { headers: { "accept-encoding": "br" } });
    const { byteLength } = await answer.arrayBuffer();
    expect(byteLength, path).toBeLessThan(30_000);
  }
});
