/** Documents that the build wrote ahead are those that the Worker would write, for as long as they are sent. */
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { keeperOf } from "../../src/archive/keeper.ts";
import type { Read } from "../../src/archive/stacks.ts";
import type { Article } from "../../src/articles/article.ts";
import type { Publication } from "../../src/articles/publication.ts";
import { readyOf } from "../../src/build/ready.ts";
import type { App } from "../../src/http/app.ts";
import { readyIn } from "../../src/http/ready.ts";
import { app, article, ask, FILES, NOW, ORIGIN, publication } from "../sample.ts";
import { filingOf } from "./kept.ts";
import { articles, entries } from "./made-up.ts";

const DAY = 24 * 60 * 60 * 1000;

/** What the build writes ahead at a moment. */
function writtenAt(own: Publication, held: readonly Article[], now: number) {
  const files = new Map<string, Uint8Array>();
  const keeper = keeperOf(({ name, bytes }) => files.set(name, bytes));
  return { ready: readyOf({ publication: own, isLarge: false, ...filingOf(held) }, keeper, now), files };
}

/** An app that has what was written ahead, beside one that writes; `now` is read at each request. */
function both(own: Publication, held: readonly Article[], now: () => number) {
  const { ready, files } = writtenAt(own, held, now());
  const reads: string[] = [];
  const read: Read = async (name) => {
    reads.push(name);
    return files.get(name);
  };
  const more = { publication: own, articles: held, clock: now };
  const [ahead, plain] = [app({ ...more, ready: readyIn(ready, read, own.cache) }), app(more)];
  return { ahead, plain, ready, files, reads };
}

const DECODED = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  identity: (bytes: Uint8Array) => bytes,
} as const;
type Named = keyof typeof DECODED;
const CODINGS = Object.keys(DECODED) as readonly Named[];

const told = async (
  asked: App,
  path: string,
  coding: Named,
  headers: Readonly<Record<string, string>> = {},
) => {
  const answer = await ask(asked, path, { headers: { "accept-encoding": coding, ...headers } });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const encoded = answer.headers.get("content-encoding") ?? "identity";
  const text = new TextDecoder().decode(bytes.length > 0 ? DECODED[encoded as Named](bytes) : bytes);
  return { path, status: answer.status, headers: [...answer.headers], text };
};

const DOCUMENTS = ["", "/topics/tides", "/topics/winds"].flatMap((channel) =>
  FILES.map((file) => `${channel}/${file}`),
);

/** Of its own, or none. */
const urls = fc.constantFrom(ORIGIN, "");

test("whatever is published, they are what is written, at the moment of the build and later", async () => {
  await fc.assert(
    fc.asyncProperty(articles, entries, urls, async (held, entries, url) => {
      const own = publication({ entries, url });
      // Half a day from all that appears or is no more news: the latter bears on no feed, but a library does not know of which it is asked.
      let now = Date.parse("2026-05-20T12:30:00Z");
      const { ahead, plain } = both(own, held, () => now);
      for (let i = 0; i < 5; i++, now += 6 * DAY)
        for (const path of DOCUMENTS)
          for (const coding of CODINGS)
            expect(await told(ahead, path, coding)).toEqual(await told(plain, path, coding));
    }),
    { numRuns: 20 },
  );
});

const held = Array.from({ length: 30 }, (_, i) =>
  article({
    slug: `a-${i}`,
    published: new Date(Date.UTC(2026, 3, 1 + i)).toISOString().replace(".000", ""),
  }),
);
const own = publication({ entries: 10, url: ORIGIN });
const noon = () => Date.parse(NOW);

test("a document is kept no longer than until the next article appears, and is then written", async () => {
  const next = article({ slug: "next", published: "2026-06-01T12:10:00Z" });
  let now = noon();
  const { ahead, plain, reads } = both(own, [...held, next], () => now);
  const first = await told(ahead, "/rss.xml", "gzip");
  expect(first).toEqual(await told(plain, "/rss.xml", "gzip"));
  expect(new Headers(first.headers).get("cache-control")).toMatch(/^public, max-age=599,/);
  now += 600_000;
  const second = await told(ahead, "/rss.xml", "gzip");
  expect(second).toEqual(await told(plain, "/rss.xml", "gzip"));
  expect(second.text).toContain("/articles/next");
  expect(reads.length).toBe(1);
});

test("they are written of everything and of each topic", () => {
  expect(Object.keys(writtenAt(own, held, noon()).ready.documents)).toEqual(DOCUMENTS);
});

test("a file is read where a document is sent, once for each coding, and where it is not, none is", async () => {
  const { ahead, reads, ready } = both(own, held, noon);
  const { etag = "" } = ready.documents["/atom.xml"] ?? {};
  expect((await told(ahead, "/atom.xml", "br", { "if-none-match": etag })).status).toBe(304);
  expect(reads).toEqual([]);
  for (const coding of [...CODINGS, ...CODINGS]) await told(ahead, "/atom.xml?someone", coding);
  expect(reads).toEqual(Array.from(CODINGS, () => ready.documents["/atom.xml"]?.file));
});

test.each([
  ["is lost", () => undefined],
  ["ends early", (bytes: Uint8Array) => bytes.slice(0, 300)],
  ["is another", (bytes: Uint8Array) => bytes.map((byte, i) => (i > 250 ? byte ^ 1 : byte))],
])("where a file %s, the document is written, and the log says so", async (_, damage) => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const { ready, files } = writtenAt(own, held, noon());
  const read: Read = async (name) => damage(files.get(name) ?? new Uint8Array());
  const more = { publication: own, articles: held };
  const [ahead, plain] = [app({ ...more, ready: readyIn(ready, read, own.cache) }), app(more)];
  for (const coding of CODINGS)
    expect(await told(ahead, "/rss.xml", coding)).toEqual(await told(plain, "/rss.xml", coding));
  expect(log).toHaveBeenCalledTimes(CODINGS.length);
  expect(String(log.mock.calls[0])).toContain(ready.documents["/rss.xml"]?.file);
  log.mockRestore();
});

test("deltas are those of the document that is written", async () => {
  const before = (await ask(app({ publication: own, articles: held.slice(0, -2) }), "/atom.xml")).headers.get(
    "etag",
  );
  const headers = { "a-im": "feed", "if-none-match": before ?? "" };
  const { ahead, plain } = both(own, held, noon);
  const delta = await told(ahead, "/atom.xml", "gzip", headers);
  expect(delta.status).toBe(226);
  expect(delta).toEqual(await told(plain, "/atom.xml", "gzip", headers));
});

test("people get the page, and nothing else is ready", async () => {
  const { ahead, plain, reads } = both(own, held, noon);
  const people = { "sec-fetch-dest": "document" };
  for (const path of DOCUMENTS)
    expect(await told(ahead, path, "gzip", people)).toEqual(await told(plain, path, "gzip", people));
  for (const path of ["/", "/languages/en/rss.xml", "/archive/1/atom.xml", "/constructor", "/RSS.xml"])
    expect(await told(ahead, path, "gzip")).toEqual(await told(plain, path, "gzip"));
  expect(reads).toEqual([]);
});

test("a document says when it was deployed, but not at a desk", async () => {
  const { ready, files } = writtenAt(own, held, noon());
  const deployed = Date.parse("2026-05-31T00:00:00Z");
  const find = readyIn(ready, async (name) => files.get(name), own.cache);
  const asked = app({ publication: own, articles: held, deployed, ready: find });
  const modified = async (origin: string) =>
    (await asked.fetch(new Request(`${origin}/rss.xml`))).headers.get("last-modified");
  expect(await modified("http://localhost:8787")).toBe("Thu, 30 Apr 2026 00:00:00 GMT");
  expect(await modified(ORIGIN)).toBe("Sun, 31 May 2026 00:00:00 GMT");
});

const unnamed = publication({ entries: 10 });

const toldAt = async (asked: App, origin: string, path: string) => {
  const answer = await asked.fetch(
    new Request(origin + path, { headers: { "accept-encoding": "identity" } }),
  );
  return { status: answer.status, headers: [...answer.headers], text: await answer.text() };
};

test.each([
  "http://localhost:8787",
  "https://broadsheet.someone.workers.dev",
  "https://xn--bcher-kva.example",
])("where nobody named an address, they are those of the one that is asked: %s", async (origin) => {
  const { ahead, plain, reads } = both(unnamed, held, noon);
  for (const path of DOCUMENTS) {
    const first = await toldAt(ahead, origin, path);
    expect(first).toEqual(await toldAt(plain, origin, path));
    expect(first.text).toContain(`${origin}/`);
  }
  expect(reads.length).toBe(DOCUMENTS.length);
});

test("an address with marks that are escaped in markup is written under", async () => {
  const { ahead, plain, reads } = both(unnamed, held, noon);
  expect(await toldAt(ahead, "https://a&b.example", "/rss.xml")).toEqual(
    await toldAt(plain, "https://a&b.example", "/rss.xml"),
  );
  expect(reads).toEqual([]);
});

test("a document that tells of the address which stands for any is not written ahead, those beside it are", async () => {
  const telling = article({
    slug: "telling",
    published: "2026-05-01T08:00:00Z",
    contentHtml: "<p>https://publication.invalid</p>",
    topics: ["winds"],
  });
  const { ahead, plain, ready } = both(unnamed, [...held, telling], noon);
  expect(Object.keys(ready.documents)).toEqual(FILES.map((file) => `/topics/tides/${file}`));
  expect(await told(ahead, "/rss.xml", "gzip")).toEqual(await told(plain, "/rss.xml", "gzip"));
});
