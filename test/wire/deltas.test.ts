/** RFC 3229 over a real socket: what a reader gets that has all but the newest article. */
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { newestFirst } from "../../src/articles/order.ts";
import { createApp } from "../../src/http/app.ts";
import { pages } from "../../src/pages/index.tsx";
import { built } from "../built.ts";
import { readXml } from "../feeds/xml.ts";
import { withoutSiblings } from "../links.ts";
import { FILES, type File } from "../sample.ts";
import { served } from "./serve.ts";

const { ask, origin } = served();
const { publication, articles } = built;
const [newest, ...others] = articles.filter(({ withdrawn }) => !withdrawn).sort(newestFirst);

/** The headers of a reader that has been here before the newest article. */
async function headersOf(file: File) {
  const before = createApp({ publication, articles: others, pages });
  const { headers } = await before.fetch(new Request(`${origin()}/${file}`));
  return { "a-im": "feed", "if-none-match": headers.get("etag") ?? "" };
}

/** The ids of a document, which a strict parser reads. */
function idsIn(file: File, bytes: Buffer): readonly string[] {
  const text = bytes.toString("utf8");
  if (file === "feed.json") return JSON.parse(text).items.map(({ id }: { readonly id: string }) => id);
  expect(readXml(text).name).toBe(file === "rss.xml" ? "rss" : "feed");
  const entries = text.match(/<(?:item|entry)[ >].*?<\/(?:item|entry)>/gs) ?? [];
  return entries.map((entry) => /urn:uuid:[\da-f-]{36}/.exec(entry)?.[0] ?? "");
}

const DECODED = { identity: (bytes: Buffer) => bytes, gzip: gunzipSync, br: brotliDecompressSync } as const;

for (const [coding, decoded] of Object.entries(DECODED))
  test.each(FILES)(`%s: what is new comes in ${coding}, and is a document of its own`, async (file) => {
    const headers = { ...(await headersOf(file)), "accept-encoding": coding };
    const [answer, whole] = [await ask(`/${file}`, { headers }), await ask(`/${file}`)];
    expect(answer.status).toBe(226);
    expect(answer.headers["content-encoding"]).toBe(coding === "identity" ? undefined : coding);
    expect(answer.headers).toMatchObject({
      im: "feed",
      etag: whole.headers.etag,
      vary: "A-IM, If-None-Match, Accept-Encoding, Sec-Fetch-Dest",
      "content-type": whole.headers["content-type"],
      "cache-control": expect.stringMatching(/^private, max-age=\d+$/),
      link: withoutSiblings(whole.headers.link),
    });
    expect(idsIn(file, decoded(answer.bytes))).toEqual([newest?.id]);
  });

test.each(FILES)("%s: HEAD is told of the whole, and no more than that comes", async (file) => {
  const answer = await ask(`/${file}`, { method: "HEAD", headers: await headersOf(file) });
  expect([answer.status, answer.bytes.length, answer.headers.im]).toEqual([200, 0, undefined]);
});
