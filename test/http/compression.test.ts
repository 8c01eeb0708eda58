/** RFC 9110 §12.5.3: which coding an answer is in. What the bytes decode to is in test/wire. */
import { expect, test } from "vitest";
import { app, ask, FILES } from "../sample.ts";

const asked = app();

/** The coding of the answer to a client that sends this `Accept-Encoding`. */
const codingOf = async (accepted: string, path = "/atom.xml", cf?: RequestInitCfProperties) => {
  const headers = { "accept-encoding": accepted };
  return (await ask(asked, path, { headers, ...(cf && { cf }) })).headers.get("content-encoding");
};

test.each([
  ["gzip", "gzip"],
  ["br", "br"],
  ["gzip, deflate", "gzip"],
  ["gzip, deflate, br", "br"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip;q=1.0, br;q=0.5", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["GZIP", "gzip"],
  ["x-gzip", "gzip"],
  ["gzip; q=0.2", "gzip"],
  ["*", "br"],
  ["br;q=0, *", "gzip"],
  ["identity;q=0.5, gzip", "gzip"],
  ["identity;q=0, *;q=0.1", "br"],
])("a client that takes %s gets %s", async (accepted, coding) => {
  expect(await codingOf(accepted)).toBe(coding);
});

test.each([
  "",
  "identity",
  "deflate",
  "zstd, compress",
  "gzip;q=0",
  "gzip;q=0.0, br;q=0",
  "*;q=0",
  "identity, gzip;q=0.5",
  "gzip;q=rubbish",
  ";;,,",
])("a client that takes %s gets the plain document", async (accepted) => {
  expect(await codingOf(accepted)).toBeNull();
});

test("a client that sends no header gets the plain document", async () => {
  expect((await ask(asked, "/atom.xml")).headers.get("content-encoding")).toBeNull();
});

test("on Cloudflare, where every header is the same, the client's own header counts", async () => {
  for (const platform of ["br, gzip", "gzip, br"]) {
    expect(await codingOf(platform, "/rss.xml", { clientAcceptEncoding: "gzip" })).toBe("gzip");
    expect(await codingOf(platform, "/rss.xml", { clientAcceptEncoding: "" })).toBeNull();
    expect(await codingOf(platform, "/rss.xml", { clientAcceptEncoding: "identity" })).toBeNull();
    expect(await codingOf(platform, "/rss.xml", { clientAcceptEncoding: "deflate, br" })).toBe("br");
    expect(await codingOf(platform, "/rss.xml")).toBe("br");
  }
});

test("all documents and pages are compressed, and every coding has the same tag and Vary", async () => {
  for (const path of [...FILES.map((file) => `/${file}`), "/", "/articles/high-water", "/feeds.opml"]) {
    const answers = await Promise.all(
      ["", "gzip", "br"].map((accepted) => ask(asked, path, { headers: { "accept-encoding": accepted } })),
    );
    expect(answers.map(({ headers }) => headers.get("content-encoding"))).toEqual([null, "gzip", "br"]);
    expect(new Set(answers.map(({ headers }) => headers.get("etag"))).size).toBe(1);
    const vary = FILES.some((file) => path === `/${file}`)
      ? "Accept-Encoding, Sec-Fetch-Dest"
      : "Accept-Encoding";
    for (const { headers } of answers) expect(headers.get("vary")).toBe(vary);
  }
});
