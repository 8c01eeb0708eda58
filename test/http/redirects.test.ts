/** The addresses that people and programs guess (RFC 9110 §15.4.8 and §15.4.9, §12.5.1). */
import { expect, test } from "vitest";
import { app, ask, ORIGIN, publication } from "../sample.ts";

const asked = app();

test.each([
  ["/rss", "/rss.xml"],
  ["/rss/", "/rss.xml"],
  ["/feed/", "/rss.xml"],
  ["/feed.xml", "/rss.xml"],
  ["/index.xml", "/rss.xml"],
  ["/index.rdf", "/rss.xml"],
  ["/feed/rss2/", "/rss.xml"],
  ["/feed.rss", "/rss.xml"],
  ["/feed/rss", "/rss.xml"],
  ["/feeds/rss.xml", "/rss.xml"],
  ["/RSS.xml", "/rss.xml"],
  ["/rss.xml/", "/rss.xml"],
  ["//rss.xml", "/rss.xml"],
  ["/atom", "/atom.xml"],
  ["/atom/", "/atom.xml"],
  ["/feed/atom/", "/atom.xml"],
  ["/feed.atom", "/atom.xml"],
  ["/feeds/atom.xml", "/atom.xml"],
  ["/json", "/feed.json"],
  ["/index.json", "/feed.json"],
  ["/feed/json", "/feed.json"],
  ["/topics/tides/", "/topics/tides"],
  ["/topics/tides/rss", "/topics/tides/rss.xml"],
  ["/topics/tides/feed/", "/topics/tides/rss.xml"],
  ["/topics/tides/index.xml", "/topics/tides/rss.xml"],
  ["/topics/tides/feed/atom", "/topics/tides/atom.xml"],
  ["/articles/high-water/", "/articles/high-water"],
])("%s leads for ever to %s", async (path, meant) => {
  for (const method of ["GET", "HEAD"]) {
    const answer = await ask(asked, `${ORIGIN}${path}?utm_source=x`, { method });
    expect(answer.status).toBe(308);
    expect(answer.headers.get("location")).toBe(ORIGIN + meant);
    expect(answer.headers.get("cache-control")).toMatch(/^public, max-age=900/);
  }
});

test.each([
  "/topics/unknown/rss",
  "/topics/unknown/feed.xml",
  "/topics/unknown/feed/",
  "/topics/unknown/feed",
  "/topics/unknown/",
  "/topics//rss",
  "/articles/unknown/",
  "/articles/high-water/feed/",
  "/articles/high-water/rss",
  "/wp-content/feed/",
  "/blog/index.xml",
  "/nothing/",
])("%s is a guess below what is not there: 404 and no redirect", async (path) => {
  const answer = await ask(asked, path);
  expect(answer.status).toBe(404);
  expect(answer.headers.has("location")).toBe(false);
});

test.each(["/topics/unknown//feed", "//nothing/feed", "/articles//feed"])(
  "%s does not lead to another address that is not there",
  async (path) => {
    expect((await ask(asked, ORIGIN + path)).status).toBe(404);
  },
);

test.each([
  "//evil.example",
  "//evil.example/rss",
  "/\\evil.example/rss",
  "//evil.example/feed",
  "/%2F/evil.example/feed/",
])("%s never leads to another host", async (path) => {
  const location = (await ask(asked, ORIGIN + path)).headers.get("location");
  expect(new URL(location ?? ORIGIN).origin).toBe(ORIGIN);
});

test("a redirect leads where there is an answer, in one step", async () => {
  for (const path of ["/rss/", "/topics/tides//atom/", "/FEED.XML", "/topics/tides/feed/"]) {
    const location = (await ask(asked, ORIGIN + path)).headers.get("location") ?? "";
    expect((await ask(asked, location)).status, path).toBe(200);
  }
});

test("a redirect leads to the publication's own address, whatever host was asked", async () => {
  const own = app({ publication: publication({ url: "https://own.example" }) });
  expect((await ask(own, "https://other.example/rss")).headers.get("location")).toBe(
    "https://own.example/rss.xml",
  );
});

test.each([
  ["application/rss+xml", "/rss.xml"],
  ["application/atom+xml", "/atom.xml"],
  ["application/feed+json", "/feed.json"],
  ["application/json", "/feed.json"],
  ["application/rss+xml;q=0.5, application/atom+xml", "/atom.xml"],
  ["application/atom+xml;q=0, */*", "/rss.xml"],
  ["application/rss+xml;q=0, */*", "/atom.xml"],
  ["*/*, application/rss+xml;q=0", "/atom.xml"],
  ["application/rss+xml;q=0, application/*", "/atom.xml"],
  ["application/*;q=0, */*", "/rss.xml"],
  ["application/*;q=0, application/feed+json;q=0.1, */*", "/feed.json"],
  ["application/rss+xml;q=0.1, */*", "/atom.xml"],
  ["application/rss+xml;q=0", "/atom.xml"],
  ["text/html, application/rss+xml;q=0, application/atom+xml;q=0", "/feed.json"],
  ["application/rss+xml;q=0.000, */*;q=0.1", "/atom.xml"],
  ["*/*;q=0.1, application/atom+xml;q=0.1", "/atom.xml"],
  ["*;q=0.2, application/rss+xml;q=0", "/atom.xml"],
  ["application/rss+xml;q=0, application/atom+xml;q=0, application/*", "/feed.json"],
  ["text/html, application/feed+json;q=0.9, */*;q=0.1", "/feed.json"],
  ["APPLICATION/ATOM+XML", "/atom.xml"],
  ["text/html", "/rss.xml"],
  ["*/*", "/rss.xml"],
  ["", "/rss.xml"],
  ["rubbish;;q=,", "/rss.xml"],
])("/feed asked for %s leads to %s, for this once", async (accept, meant) => {
  for (const channel of ["", "/topics/tides"]) {
    const answer = await ask(asked, `${channel}/feed`, { headers: { accept } });
    expect(answer.status).toBe(307);
    expect(answer.headers.get("location")).toBe(`${ORIGIN}${channel}${meant}`);
    expect(answer.headers.get("vary")).toBe("Accept");
  }
});

test("a feed's own address never chooses by Accept", async () => {
  const { headers } = await ask(asked, "/rss.xml", { headers: { accept: "application/atom+xml" } });
  expect(headers.get("content-type")).toBe("application/rss+xml; charset=utf-8");
  expect(headers.get("vary")).not.toContain("Accept,");
});
