import { expect, test } from "vitest";
import { app, article, FILES, publication, textAt, topic } from "../sample.ts";
import { read } from "./read.ts";
import { all, readXml, texts } from "./xml.ts";

/** Titles as people write them, the worst that we know. */
const TITLES = [
  'AT&T <b> "x" & ]]> &amp; 😀',
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "<script>alert('x')</script>",
  "1 < 2 && 3 > 2",
  "]]>",
  "]]> twice ]]>",
  "<![CDATA[not CDATA]]>",
  "&amp;amp; &#60; &#x3c; &nbsp; &unknown; &",
  "100% of “quotes”, dashes –, and no-break\u00a0spaces",
  "Ελληνικά, 日本語, עברית, العربية, 👩‍👩‍👧, e\u0301",
  "\\u0000 \\n {{ title }} %s $& $1 $`",
];

/** The titles of the entries, as strict parsers tell them. */
const titlesIn = {
  "rss.xml": (text: string) => texts(readXml(text), "channel/item/title"),
  "atom.xml": (text: string) => texts(readXml(text), "entry/title"),
  "feed.json": (text: string): readonly string[] =>
    JSON.parse(text).items.map(({ title }: { readonly title: string }) => title),
};

test.each(TITLES)("the title %s comes back exactly the same from all three formats", async (title) => {
  const asked = app({ articles: [article({ title })] });
  for (const file of FILES) expect(titlesIn[file](await textAt(asked, `/${file}`)), file).toEqual([title]);
});

test.each(TITLES)("a publication may be called %s", async (title) => {
  const asked = app({ publication: publication({ title, topics: [] }) });
  expect(texts(readXml(await textAt(asked, "/rss.xml")), "channel/title")).toEqual([title]);
  expect(texts(readXml(await textAt(asked, "/atom.xml")), "title")).toEqual([title]);
  expect(JSON.parse(await textAt(asked, "/feed.json")).title).toBe(title);
});

test.each(TITLES)("a topic may be called %s, and its articles' categories say so", async (title) => {
  const topics = [topic("tides", { title: { en: title } })];
  const asked = app({ publication: publication({ topics }) });
  expect(texts(readXml(await textAt(asked, "/rss.xml")), "channel/item/category")).toEqual([title]);
  const [category] = all(readXml(await textAt(asked, "/atom.xml")), "entry/category");
  expect(category?.attributes).toMatchObject({ term: "tides", label: title });
  expect(JSON.parse(await textAt(asked, "/feed.json")).items[0].tags).toEqual([title]);
});

test.each(TITLES)("an author may be called %s", async (name) => {
  const asked = app({ articles: [article({ authors: [{ name }] })] });
  expect(texts(readXml(await textAt(asked, "/rss.xml")), "channel/item/dc:creator")).toEqual([name]);
  expect(texts(readXml(await textAt(asked, "/atom.xml")), "entry/author/name")).toEqual([name]);
  expect(JSON.parse(await textAt(asked, "/feed.json")).items[0].authors).toEqual([{ name }]);
});

test.each(TITLES)("a summary may be %s", async (summary) => {
  const asked = app({ articles: [article({ summary })] });
  expect(texts(readXml(await textAt(asked, "/atom.xml")), "entry/summary")).toEqual([summary]);
  expect(JSON.parse(await textAt(asked, "/feed.json")).items[0].summary).toBe(summary);
});

test("Atom declares titles as text, so that nobody reads markup in them", async () => {
  const feed = readXml(await textAt(app(), "/atom.xml"));
  for (const path of ["title", "subtitle", "entry/title", "entry/summary"])
    expect(all(feed, path).map(({ attributes }) => attributes.type)).toEqual(["text"]);
});

test("a reader shows a title without markup as it was written, from all three formats", async () => {
  const title = "Ebb & flow: “half-tide” at Saint-Malo – 😀";
  const asked = app({ articles: [article({ title })] });
  for (const file of FILES)
    expect(read(file, await textAt(asked, `/${file}`)).entries[0]?.title, file).toBe(title);
});

test("an article is named in its own language's words for its topics", async () => {
  const topics = [topic("tides", { title: { en: "Tides", fr: "Marées" } })];
  const asked = app({ publication: publication({ topics }), articles: [article({ language: "fr-CA" })] });
  expect(texts(readXml(await textAt(asked, "/rss.xml")), "channel/item/category")).toEqual(["Marées"]);
  expect(JSON.parse(await textAt(asked, "/feed.json")).items[0].tags).toEqual(["Marées"]);
});
