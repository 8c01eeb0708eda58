/** Each fault of the `feed` package that could show in our documents (field.md's table, by number). */
import { expect, test } from "vitest";
import { BASE } from "../../src/articles/article.ts";
import { app, article, FILES, ORIGIN, publication, textAt, topic, undated } from "../sample.ts";
import { read } from "./read.ts";
import { all, readXml, texts } from "./xml.ts";

const idsAt = async (asked: ReturnType<typeof app>) =>
  Promise.all(FILES.map(async (file) => read(file, await textAt(asked, `/${file}`)).entries[0]?.id));

test("3: a document is as new as its newest entry, whatever the clock says", async () => {
  const articles = [article({ updated: "2026-03-02T09:30:00Z" }), article({ slug: "ebb" })];
  for (const clock of ["2026-06-01T00:00:00Z", "2027-06-01T00:00:00Z"]) {
    const asked = app({ articles, clock: () => Date.parse(clock) });
    const rss = readXml(await textAt(asked, "/rss.xml"));
    expect(texts(rss, "channel/lastBuildDate")).toEqual(["Mon, 02 Mar 2026 09:30:00 GMT"]);
    expect(texts(readXml(await textAt(asked, "/atom.xml")), "updated")).toEqual(["2026-03-02T09:30:00Z"]);
  }
});

test("3: a document without entries is as new as the publication", async () => {
  const asked = app({ articles: [] });
  expect(texts(readXml(await textAt(asked, "/atom.xml")), "updated")).toEqual(["2020-01-01T00:00:00Z"]);
  const rss = readXml(await textAt(asked, "/rss.xml"));
  expect(texts(rss, "channel/lastBuildDate")).toEqual(["Wed, 01 Jan 2020 00:00:00 GMT"]);
});

test("4: writing a document changes nothing in the articles, and a second writing says the same", async () => {
  const articles = [article({ image: { url: "https://img.example/1.png" } })];
  const before = structuredClone(articles);
  const [one, other] = [app({ articles }), app({ articles })];
  for (const file of FILES)
    expect(await textAt(one, `/${file}`), file).toBe(await textAt(other, `/${file}?again`));
  expect(articles).toEqual(before);
});

test("6: a picture does not become an enclosure of length 0 or of a made-up type", async () => {
  const asked = app({ articles: [article({ image: { url: `${BASE}/a.jpg`, alt: "Waves" } })] });
  expect(await textAt(asked, "/rss.xml")).not.toContain("<enclosure");
  expect(await textAt(asked, "/atom.xml")).not.toContain('rel="enclosure"');
  expect(JSON.parse(await textAt(asked, "/feed.json")).items[0].image).toBe(`${ORIGIN}/a.jpg`);
});

test("7: control characters, lone surrogates and noncharacters are gone from every text", async () => {
  const bad = "a\u0000\u0008\u000b\u001f\u007f\u0084\ud800b\udc00\ufdd2\ufffe\uffff\u{1ffff}c";
  const asked = app({
    publication: publication({
      title: bad,
      description: bad,
      copyright: bad,
      authors: [{ name: bad }],
      topics: [topic("tides", { title: { en: bad }, description: { en: bad } })],
    }),
    articles: [article({ title: bad, summary: bad, contentHtml: bad, note: bad, source: { name: bad } })],
  });
  for (const file of FILES) {
    const text = await textAt(asked, `/topics/tides/${file}`);
    expect(text, file).not.toMatch(/\p{Surrogate}|\p{Noncharacter_Code_Point}|(?![\n\t])\p{Control}/u);
    expect(read(file, text).entries[0], file).toMatchObject({ title: "abc", bodyHtml: "abc" });
  }
});

test("7: `&` and `<` in a topic's words and in a publication's address leave the XML well-formed", async () => {
  const topics = [topic("tides", { title: { en: "<Tides> & winds" }, description: { en: "<&>" } })];
  const asked = app({ publication: publication({ topics, hub: "https://hub.example/?a=1&b=2" }) });
  for (const path of ["/rss.xml", "/atom.xml", "/topics/tides/rss.xml", "/topics/tides/atom.xml"])
    readXml(await textAt(asked, path));
});

test("7: a prefix is declared though no entry has content", async () => {
  const asked = app({ articles: [article({ contentHtml: "", summary: "", authors: [{ name: "Bo" }] })] });
  const [creator] = all(readXml(await textAt(asked, "/rss.xml")), "channel/item/dc:creator");
  expect(creator?.uri).toBe("http://purl.org/dc/elements/1.1/");
});

test.each([
  "urn:uuid:0d5e8f1b-2c3a-4c6f-9a41-7d3f0c522b1e",
  "tag:news.example,2026:123",
  "https://NEWS.example:443/a/../B?c=%7e",
  "https://news.example/?p=1&q=2",
  "https://news.example/?p=1&amp;q=2",
  "urn:x:<a>'\"",
])("8: the id %s is the same to the letter in all three formats", async (id) => {
  expect(await idsAt(app({ articles: [article({ id })] }))).toEqual([id, id, id]);
});

test("9: an address below the publication's own comes out whole in all three formats", async () => {
  const contentHtml = `<p><a href="${BASE}/articles/ebb">Ebb</a> <img src="${BASE}/a.png" alt=""></p>`;
  const asked = app({ articles: [article({ contentHtml })] });
  const wholeHtml = `<p><a href="${ORIGIN}/articles/ebb">Ebb</a> <img src="${ORIGIN}/a.png" alt=""></p>`;
  for (const file of FILES)
    expect(read(file, await textAt(asked, `/${file}`)).entries[0]?.bodyHtml, file).toBe(wholeHtml);
});

test("10: an article without a day has no date in RSS and JSON Feed, and the publication's first in Atom", async () => {
  const asked = app({ articles: [undated()] });
  const [item] = all(readXml(await textAt(asked, "/rss.xml")), "channel/item");
  expect(item && all(item, "pubDate")).toEqual([]);
  expect(await textAt(asked, "/feed.json")).not.toContain("date_");
  const feed = readXml(await textAt(asked, "/atom.xml"));
  expect(texts(feed, "entry/updated")).toEqual([expect.stringMatching(/^2020-01-01T00:00:00\.\d{6}Z$/)]);
  expect(texts(feed, "entry/published")).toEqual([]);
  for (const file of FILES) expect(await textAt(asked, `/${file}`)).not.toMatch(/Invalid Date|NaN|1970/);
});
