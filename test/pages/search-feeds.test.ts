/** A search to subscribe to: the same documents as of any channel, at addresses that end in its query. */
import { expect, test } from "vitest";
import { read } from "../feeds/read.ts";
import { all, readXml, texts } from "../feeds/xml.ts";
import { app, article, ask, FILES, type File, ORIGIN, publication, textAt } from "../sample.ts";
import { faultsOf } from "../validity/documents.ts";
import { pageAt } from "./page.ts";

const at = (day: number, title: string) =>
  article({ slug: `day-${day}`, published: `2026-03-0${day}T08:00:00Z`, title });
const articles = [
  at(1, "High tide & <low>"),
  at(2, "Winds"),
  at(3, "The tide turns"),
  at(4, "A tide of news"),
];
const asked = app({ articles });
const QUERY = "?q=tide";

test.each([...FILES])(
  "%s of a search is valid, holds what is found, and knows its own address",
  async (file) => {
    const path = `/search/${file}${QUERY}`;
    const answer = await ask(asked, path);
    expect(answer.status).toBe(200);
    const document = { path, text: await answer.text(), mediaType: answer.headers.get("content-type") ?? "" };
    expect(faultsOf(document, Date.parse("2026-06-01T12:00:00Z"))).toEqual([]);
    const { self, page, title, entries } = read(file as File, document.text);
    expect([self, page, title]).toEqual([ORIGIN + path, `${ORIGIN}/search${QUERY}`, "“tide” – The Sample"]);
    expect(entries.map((entry) => entry.title)).toHaveLength(3);
    expect(answer.headers.get("link")).toContain(`<${ORIGIN}${path}>; rel="self"`);
  },
);

test("a search has no archive: what is found may be another thing tomorrow", async () => {
  const few = app({ articles, publication: publication({ entries: 2 }) });
  for (const file of FILES) {
    const text = await textAt(few, `/search/${file}${QUERY}`);
    expect(text).not.toMatch(/prev-archive|next_url/);
    expect((await ask(few, `/search/archive/1/${file}${QUERY}`)).status).toBe(404);
  }
});

test.each([...FILES])("%s of a search answers conditions, and tells only what is new", async (file) => {
  const path = `/search/${file}${QUERY}`;
  const before = await ask(app({ articles: articles.slice(0, 3) }), path);
  const held = { "if-none-match": before.headers.get("etag") ?? "" };
  expect((await ask(app({ articles: articles.slice(0, 3) }), path, { headers: held })).status).toBe(304);
  expect(
    (await ask(app({ articles: articles.slice(0, 3) }), `/search/${file}?q=winds`, { headers: held })).status,
  ).toBe(200);
  const delta = await ask(asked, path, { headers: { ...held, "a-im": "feed" } });
  expect(delta.status).toBe(226);
  const { entries } = read(file as File, await delta.text());
  expect(entries.map(({ title }) => title)).toEqual(["A tide of news"]);
});

test.each([
  "/search/rss.xml",
  "/search/atom.xml?q=",
  "/search/feed.json?q=%20",
  "/search/feed",
  "/search/msn.xml",
])("%s searches for nothing, and is nothing", async (path) => {
  expect((await ask(asked, path)).status).toBe(404);
});

test.each([
  ["/search/feed?q=low%20tide", "application/atom+xml", 307, "/search/atom.xml?q=low%20tide"],
  ["/search/feed?q=low+tide", "*/*", 307, "/search/rss.xml?q=low%20tide"],
  ["/search/feed?q=a%26b%23c", "application/feed+json", 307, "/search/feed.json?q=a%26b%23c"],
  ["/search/rss?q=a%26b", "*/*", 308, "/search/rss.xml?q=a%26b"],
  ["/search/?q=low+tide", "*/*", 308, "/search?q=low%20tide"],
  ["/search//feed?q=tide", "*/*", 308, "/search/feed?q=tide"],
])("%s leads a client that takes %s on by %d to %s", async (path, accept, status, to) => {
  const answer = await ask(asked, path, { headers: { accept } });
  expect([answer.status, answer.headers.get("location")]).toEqual([status, ORIGIN + to]);
});

test.each([
  ["%20%20tide%09%0A", "tide"],
  ["high++tide", "high tide"],
  ["ti%CC%88de", "tïde"],
  ["%C2%ADti%E2%80%8Bde%E2%80%AE", "tide"],
  ["a%00b", "a b"],
  ["x".repeat(200), "x".repeat(100)],
  [encodeURIComponent("😀".repeat(200)), "😀".repeat(100)],
  [`${"x".repeat(99)}%20y`, "x".repeat(99)],
])("the query %s is understood, and known, as %j", async (query, understood) => {
  const page = await pageAt(asked, `/search?q=${query}`);
  const [feed = ""] = page.hrefs('link[rel="alternate"]');
  expect(feed).toBe(`/search/rss.xml?q=${encodeURIComponent(understood)}`);
  const same = await ask(asked, feed);
  expect(same.status).toBe(200);
  expect(await same.text()).toBe(await textAt(asked, `/search/rss.xml?q=${query}`));
});

test("one query is one channel, and another another, in whatever letters", async () => {
  const ids = await Promise.all(
    ["tide", "%20tide", "winds", "Tide"].map(async (query) =>
      texts(readXml(await textAt(asked, `/search/atom.xml?q=${query}`)), "id").join(),
    ),
  );
  expect(ids[0]).toBe(ids[1]);
  expect(new Set(ids).size).toBe(3);
});

test("a browser learns how to search here, and which feeds a search has", async () => {
  const page = await pageAt(asked, "/");
  const [address = ""] = page.hrefs('link[rel="search"]');
  const answer = await ask(asked, address);
  expect(answer.headers.get("content-type")).toBe("application/opensearchdescription+xml; charset=utf-8");
  const described = readXml(await answer.text());
  expect(texts(described, "ShortName")).toEqual(["The Sample"]);
  for (const { attributes } of all(described, "Url")) {
    const found = await ask(asked, (attributes.template ?? "").replace("{searchTerms}", "tide"));
    expect(found.status).toBe(200);
    expect(found.headers.get("content-type")).toContain(attributes.type);
  }
});

test("a long title is cut to a short name, and never within a character", async () => {
  const long = app({ publication: publication({ title: `<&>${"😀".repeat(20)}` }) });
  const described = readXml(await textAt(long, "/opensearch.xml"));
  expect(texts(described, "ShortName")).toEqual([`<&>${"😀".repeat(13)}`]);
  expect(texts(described, "Description")).toEqual([`<&>${"😀".repeat(20)}`]);
});
