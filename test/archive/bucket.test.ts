/** An archive in a bucket of R2: what is read from it, and what is said where that cannot be. */
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Bucket, fromBucket } from "../../src/archive/bucket.ts";
import { isUnreadable } from "../../src/feeds/unreadable.ts";
import { app, article, ask, publication } from "../sample.ts";
import { archived, libraryOf } from "./kept.ts";

const { BUCKET } = env as { readonly BUCKET: R2Bucket };
const own = publication({ entries: 5 });
const articles = Array.from({ length: 250 }, (_, i) =>
  article({
    slug: `a-${i}`,
    published: new Date(Date.UTC(2025, 0, 1) + i * 86_400_000).toISOString(),
    topics: i % 3 === 0 ? ["winds"] : ["tides"],
  }),
);
const kept = archived(own, articles);
const newest = articles.slice(-30).reverse();
const appOf = (bucket: Bucket = BUCKET) =>
  app({ articles: newest, publication: own, library: libraryOf(own, kept, fromBucket(bucket, undefined)) });
const whole = app({ articles, publication: own });

const told = vi.spyOn(console, "error").mockImplementation(() => {});
beforeEach(async () => {
  told.mockClear();
  for (const [name, bytes] of kept.files) await BUCKET.put(name, bytes);
});
afterEach(async () => {
  await BUCKET.delete([...kept.files.keys()]);
});

const PATHS = [
  "/rss.xml",
  "/topics/winds/atom.xml",
  "/archive/3/feed.json",
  "/articles/a-7",
  "/search?q=article",
  "/?page=9",
  "/sitemap.xml",
];

test("what is read from a bucket is answered as if all were in memory", async () => {
  const asked = appOf();
  for (const path of PATHS) {
    const [one, other] = [await ask(asked, path), await ask(whole, path)];
    expect([path, one.status, await one.text()]).toEqual([path, other.status, await other.text()]);
  }
});

test("a lost object is a 503 at the addresses that need it alone, and the log names it and what to do", async () => {
  const isOldest = ([, bytes]: readonly [string, Uint8Array]) => {
    const text = new TextDecoder().decode(bytes);
    return text.includes('"slug":"a-0"') && text.includes("contentHtml") && text.split("\n").length === 102;
  };
  const [lost = ""] = [...kept.files].find(isOldest) ?? [];
  await BUCKET.delete(lost);
  const asked = appOf();
  expect((await ask(asked, "/articles/a-7")).status).toBe(503);
  expect(String(told.mock.calls[0]?.[0])).toContain(
    `${lost}: a file as it was written; found none in the bucket`,
  );
  expect(String(told.mock.calls[0]?.[0])).toContain("npm run publish:r2");
  for (const path of ["/rss.xml", "/articles/a-200", "/archive/60/rss.xml"])
    expect([path, (await ask(asked, path)).status]).toEqual([path, 200]);
});

test("an object with other bytes is a 503, and is read again once it is mended", async () => {
  for (const [name, bytes] of kept.files) await BUCKET.put(name, bytes.slice(0, bytes.length >> 1));
  const asked = appOf();
  expect((await ask(asked, "/articles/a-7")).status).toBe(503);
  for (const [name, bytes] of kept.files) await BUCKET.put(name, bytes);
  expect((await ask(asked, "/articles/a-7")).status).toBe(200);
});

test("what a bucket lacks is read from elsewhere", async () => {
  const [[name, bytes] = ["", new Uint8Array()]] = kept.files;
  await BUCKET.delete(name);
  expect(await fromBucket(BUCKET, async (asked) => kept.files.get(asked))(name)).toEqual(bytes);
  await expect(fromBucket(BUCKET, async () => undefined)(name)).rejects.toSatisfy(isUnreadable);
});

test("an error of R2's own is told as a file that cannot be read", async () => {
  const tooLong = "x".repeat(2000);
  await expect(BUCKET.get(tooLong)).rejects.toThrow();
  await expect(fromBucket(BUCKET, undefined)(tooLong)).rejects.toSatisfy(isUnreadable);
});
