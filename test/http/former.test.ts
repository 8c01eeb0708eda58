/** Topics that are no more: 308 where they became another (RFC 9110 §15.4.9), 410 where they are gone (§15.5.11). */
import { expect, test } from "vitest";
import { app, article, ask, FILES, ORIGIN, publication, topic } from "../sample.ts";

const former = app({
  articles: [1, 2, 3].map((day) =>
    article({ slug: `day-${day}`, published: `2026-03-0${day}T08:00:00Z`, language: "de" }),
  ),
  publication: publication({
    entries: 2,
    topics: [topic("tides"), topic("winds")],
    formerTopics: [{ id: "floods", movedTo: "tides" }, { id: "storms" }],
  }),
});

test.each([
  ["", ""],
  ["/rss.xml", "/rss.xml"],
  ["/atom.xml", "/atom.xml"],
  ["/feed.json", "/feed.json"],
  ["/feed", "/feed"],
  ["/archive/1/atom.xml", "/archive/1/atom.xml"],
  ["/languages/de/rss.xml", "/languages/de/rss.xml"],
  ["/msn.xml", "/msn.xml"],
])("/topics/floods%s leads for ever to the topic that it became", async (end, meant) => {
  const { status, headers } = await ask(former, `/topics/floods${end}`);
  expect([status, headers.get("location")]).toEqual([308, `${ORIGIN}/topics/tides${meant}`]);
});

test.each([
  ["/topics/floods?page=2", "/topics/tides?page=2"],
  ["/topics/floods?page=1", "/topics/tides"],
  ["/topics/floods?page=2&utm_source=x", "/topics/tides?page=2"],
  ["/topics/floods/?page=2", "/topics/tides?page=2"],
  ["/topics/floods/languages/DE?page=2", "/topics/tides/languages/de?page=2"],
  ["/topics/floods/languages/de", "/topics/tides/languages/de"],
  ["/languages/de/topics/floods", "/topics/tides/languages/de"],
  ["/languages/de/topics/floods/archive/1/feed.json", "/topics/tides/languages/de/archive/1/feed.json"],
])("%s leads for ever to %s, in one step", async (path, meant) => {
  const { status, headers } = await ask(former, path);
  expect([status, headers.get("location")]).toEqual([308, ORIGIN + meant]);
  expect((await ask(former, meant)).status).toBe(200);
});

test.each([
  "/foo/topics/floods",
  "/topics/floods/articles/day-1",
  "/topics/floods/languages/fr",
  "/topics/floods/topics/tides",
  "/topics/floods/archive/9/atom.xml",
  "/topics/floods?page=9",
  "/topics/floods/nothing.xml",
  "/author%2F1/storms/topics/floods/feed/1/",
  "/authors/a%2Fb/topics/floods",
  "/foo/topics/storms/bar",
  "/articles/day-1/topics/storms",
  "/topics/storms/articles/day-1",
  "/topics/storms/topics/tides/rss.xml",
  "/authors/topics/storms",
])("%s never was an address: 404 and no redirect", async (path) => {
  const { status, headers } = await ask(former, path);
  expect([status, headers.get("location")]).toEqual([404, null]);
});

/** Where a client ends that follows redirects. */
async function endOf(path: string, hops = 0): Promise<readonly [number, string]> {
  const { status, headers } = await ask(former, path);
  const location = headers.get("location");
  return location && hops < 5 ? endOf(location, hops + 1) : [status, new URL(path, ORIGIN).pathname];
}

test.each([
  ["/topics/floods/", "/topics/tides"],
  ["/topics/floods/feed", "/topics/tides/rss.xml"],
  ["/topics/floods/feed/", "/topics/tides/rss.xml"],
  ["/topics/floods/index.xml", "/topics/tides/rss.xml"],
  ["/Topics/Floods/atom.xml", "/topics/tides/atom.xml"],
  ["/languages/de/topics/floods/rss.xml", "/topics/tides/languages/de/rss.xml"],
])("%s ends at %s", async (path, end) => {
  expect(await endOf(path)).toEqual([200, end]);
});

test.each([
  "",
  "/",
  ...FILES.map((file) => `/${file}`),
  "/feed",
  "/feed/",
  "/index.xml",
  "/archive/1/atom.xml",
  "/languages/de/rss.xml",
  "/languages/de",
])("/topics/storms%s is gone: 410, and names the feeds there are", async (end) => {
  const answer = await ask(former, `/topics/storms${end}`);
  expect(answer.status).toBe(410);
  expect(await answer.text()).toContain("/topics/tides/rss.xml");
});
