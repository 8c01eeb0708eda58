/** The contract over a real socket, as curl and readers see it. */
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { built } from "../built.ts";
import { withoutSiblings } from "../links.ts";
import { served } from "./serve.ts";

const { ask, origin } = served();

const TYPES = {
  "rss.xml": "application/rss+xml; charset=utf-8",
  "atom.xml": "application/atom+xml; charset=utf-8",
  "feed.json": "application/feed+json; charset=utf-8",
};
const { publication, articles } = built;
const CHANNELS = ["", ...publication.topics.map(({ id }) => `/topics/${encodeURIComponent(id)}`)];
const DOCUMENTS = CHANNELS.flatMap((channel) =>
  Object.entries(TYPES).map(([file, type]) => [`${channel}/${file}`, type] as const),
);

test.each(DOCUMENTS)("%s is answered as %s, with validators and its place", async (path, type) => {
  const { status, headers, bytes } = await ask(path);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    "content-type": type,
    etag: expect.stringMatching(/^W\/"[\da-z]+\.[\da-z]+\.[\w-]{11}"$/),
    "last-modified": expect.stringMatching(/^\w{3}, \d\d \w{3} 20\d\d \d\d:\d\d:\d\d GMT$/),
    "cache-control": expect.stringMatching(
      /^public, max-age=\d+, stale-while-revalidate=\d+, stale-if-error=\d+$/,
    ),
    "x-content-type-options": "nosniff",
    "access-control-allow-origin": "*",
    vary: "Accept-Encoding, Sec-Fetch-Dest",
    link: expect.stringContaining(`<${origin()}${path}>; rel="self"`),
  });
  expect(bytes.toString("utf8", 0, 1)).toBe(path.endsWith(".json") ? "{" : "<");
});

const DECODED = { gzip: gunzipSync, br: brotliDecompressSync } as const;

for (const [coding, decoded] of Object.entries(DECODED))
  test.each(DOCUMENTS)(`%s goes over the wire in ${coding} and decodes to the plain bytes`, async (path) => {
    const plain = await ask(path);
    const { status, headers, bytes } = await ask(path, { headers: { "accept-encoding": coding } });
    expect(status).toBe(200);
    expect(headers["content-encoding"]).toBe(coding);
    expect(headers.vary).toBe("Accept-Encoding, Sec-Fetch-Dest");
    expect(headers.etag).toBe(plain.headers.etag);
    expect(bytes.length).toBeLessThan(plain.bytes.length / 1.5);
    expect(decoded(bytes).equals(plain.bytes)).toBe(true);
  });

test("what a browser takes is one coding, and it decodes", async () => {
  const headers = { "accept-encoding": "gzip, deflate, br, zstd" };
  for (const path of ["/rss.xml", "/atom.xml", "/feed.json", "/", "/feeds.opml"]) {
    const answer = await ask(path, { headers });
    // Wrangler encodes some types anew: what counts is that the bytes are in the coding that is named.
    const decoded = answer.headers["content-encoding"] === "br" ? brotliDecompressSync : gunzipSync;
    expect(decoded(answer.bytes).equals((await ask(path)).bytes), path).toBe(true);
  }
});

test.each([
  ["nothing at all", undefined],
  ["identity", "identity"],
  ["no gzip", "gzip;q=0"],
  ["what we do not offer", "zstd, compress"],
])("a client that takes %s gets plain bytes and no Content-Encoding", async (_, accepted) => {
  for (const path of ["/rss.xml", "/atom.xml", "/feed.json", "/"]) {
    const { headers, bytes } = await ask(path, accepted ? { headers: { "accept-encoding": accepted } } : {});
    expect(headers).not.toHaveProperty("content-encoding");
    expect(bytes.toString("utf8")).toMatch(/^[<{]/);
  }
});

test.each(DOCUMENTS)("%s is answered by 304 to its tag and to its date, with no body", async (path) => {
  const { headers } = await ask(path);
  const conditions = [
    { "if-none-match": headers.etag ?? "" },
    { "if-none-match": (headers.etag ?? "").replace(/"$/, '-gzip"'), "accept-encoding": "gzip" },
    { "if-modified-since": headers["last-modified"] ?? "" },
  ];
  for (const condition of conditions) {
    const short = await ask(path, { headers: condition });
    expect(short.status).toBe(304);
    expect(short.bytes).toHaveLength(0);
    for (const name of ["etag", "last-modified", "cache-control", "vary", "access-control-allow-origin"])
      expect(short.headers[name], name).toBe(headers[name]);
    expect(short.headers.link).toBe(withoutSiblings(headers.link));
    expect(short.headers).not.toHaveProperty("content-type");
  }
});

test("a tag or a date of another time is answered by 200 and the whole document", async () => {
  const plain = await ask("/rss.xml");
  for (const headers of [
    { "if-none-match": 'W/"AAAAAAAAAAAAAAAAAAAAAA"' },
    { "if-modified-since": "Sat, 01 Jan 2000 00:00:00 GMT" },
  ])
    expect((await ask("/rss.xml", { headers })).bytes.equals(plain.bytes)).toBe(true);
});

test("HEAD has the headers of GET and no body, compressed or not", async () => {
  for (const headers of [{}, { "accept-encoding": "gzip" }])
    for (const path of ["/rss.xml", "/atom.xml", "/feed.json", "/"]) {
      const [get, head] = [await ask(path, { headers }), await ask(path, { method: "HEAD", headers })];
      expect(head.status).toBe(200);
      expect(head.bytes).toHaveLength(0);
      for (const name of ["etag", "last-modified", "content-type", "content-encoding", "link", "vary"])
        expect(head.headers[name], `${path} ${name}`).toBe(get.headers[name]);
    }
});

test("OPTIONS is answered by 204, another method by 405 with what is allowed", async () => {
  expect((await ask("/rss.xml", { method: "OPTIONS" })).status).toBe(204);
  for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
    const { status, headers } = await ask("/atom.xml", { method });
    expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: "GET, HEAD, OPTIONS" });
  }
});

test("an unknown address is answered by 404 and names the feeds there are", async () => {
  const { status, bytes } = await ask("/nothing");
  expect(status).toBe(404);
  for (const [path] of DOCUMENTS) expect(bytes.toString()).toContain(`href="${origin()}${path}"`);
});

test("a guessed address leads to the real one, and /feed to the format that the client prefers", async () => {
  const guess = await ask("/rss/");
  expect([guess.status, guess.headers.location]).toEqual([308, `${origin()}/rss.xml`]);
  const feed = await ask("/feed", { headers: { accept: "application/atom+xml" } });
  expect([feed.status, feed.headers.location, feed.headers.vary]).toEqual([
    307,
    `${origin()}/atom.xml`,
    "Accept",
  ]);
});

test("every article that is published has a page", async () => {
  for (const { slug, withdrawn } of articles)
    expect((await ask(`/articles/${slug}`)).status).toBe(withdrawn ? 410 : 200);
});

test("a known address answers the same however often it is asked", async () => {
  const [first, ...others] = await Promise.all(Array.from({ length: 20 }, () => ask("/atom.xml")));
  for (const other of others) expect(first && other.bytes.equals(first.bytes)).toBe(true);
});
