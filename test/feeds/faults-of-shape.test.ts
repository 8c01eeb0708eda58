/** The other half of what `faults.test.ts` begins: what the `feed` package leaves out or puts where it does not belong. */
import { expect, test } from "vitest";
import { app, article, ask, FILES, ORIGIN, publication, textAt } from "../sample.ts";
import { read } from "./read.ts";
import { all, readXml, texts } from "./xml.ts";

test("11: each document names itself as self, and its siblings as alternates of their types", async () => {
  const types = { "rss.xml": "application/rss+xml", "atom.xml": "application/atom+xml" };
  for (const channel of ["", "/topics/tides"]) {
    for (const file of FILES)
      expect(read(file, await textAt(app(), `${channel}/${file}`)).self).toBe(`${ORIGIN}${channel}/${file}`);
    const rss = readXml(await textAt(app(), `${channel}/rss.xml`));
    const [self, atom, json] = all(rss, "channel/atom:link").map(({ attributes }) => attributes);
    expect(self).toMatchObject({ rel: "self", type: types["rss.xml"] });
    expect(atom).toEqual({
      rel: "alternate",
      type: types["atom.xml"],
      href: `${ORIGIN}${channel}/atom.xml`,
    });
    expect(json).toMatchObject({ rel: "alternate", type: "application/feed+json" });
  }
});

test("11: the hub stands in all three formats, beside self", async () => {
  const asked = app({ publication: publication({ hub: "https://hub.example/?a=1&b=2" }) });
  for (const file of FILES) {
    const { hub, self } = read(file, await textAt(asked, `/${file}`));
    expect({ hub, self }).toEqual({ hub: "https://hub.example/?a=1&b=2", self: `${ORIGIN}/${file}` });
  }
});

test("12: Atom names its language on the feed and on each entry", async () => {
  const articles = [article({ language: "de" }), article({ slug: "ebb", language: "pt-BR" })];
  const feed = readXml(await textAt(app({ articles }), "/atom.xml"));
  expect(feed.attributes["xml:lang"]).toBe("en");
  const languages = all(feed, "entry").map(({ attributes }) => attributes["xml:lang"]);
  expect(languages.sort()).toEqual(["de", "pt-BR"]);
});

test("12: Atom has an id, an author and the time of its change on feed and entries, none of them empty", async () => {
  const asked = app({ publication: publication({ authors: [] }) });
  for (const path of ["/atom.xml", "/topics/tides/atom.xml"]) {
    const feed = readXml(await textAt(asked, path));
    for (const required of [
      "id",
      "title",
      "updated",
      "author/name",
      "entry/id",
      "entry/title",
      "entry/updated",
    ])
      expect(texts(feed, required), required).toEqual([expect.stringMatching(/\S/)]);
  }
});

test("12: an article has its own topics as categories and no other, in Atom each with a term and a label", async () => {
  const categories = all(readXml(await textAt(app(), "/atom.xml")), "entry/category");
  expect(categories.map(({ attributes }) => attributes)).toMatchObject([
    { term: "tides", label: "About tides" },
  ]);
  expect(texts(readXml(await textAt(app(), "/rss.xml")), "channel/item/category")).toEqual(["About tides"]);
  expect(JSON.parse(await textAt(app(), "/feed.json")).items[0].tags).toEqual(["About tides"]);
});

test("13: RSS names authors by dc:creator and never by the author element, which is for e-mail addresses", async () => {
  const asked = app({ articles: [article({ authors: [{ name: "Bo", email: "bo@news.example" }] })] });
  const [item] = all(readXml(await textAt(asked, "/rss.xml")), "channel/item");
  expect(item && texts(item, "dc:creator")).toEqual(["Bo"]);
  expect(item && all(item, "author")).toEqual([]);
});

test("13: an entry without an author is credited to its source in all three formats", async () => {
  const asked = app({ articles: [article({ source: { name: "DW", url: "https://dw.example/1" } })] });
  expect(texts(readXml(await textAt(asked, "/rss.xml")), "channel/item/dc:creator")).toEqual(["DW"]);
  expect(texts(readXml(await textAt(asked, "/atom.xml")), "entry/author/name")).toEqual(["DW"]);
  expect(JSON.parse(await textAt(asked, "/feed.json")).items[0].authors[0].name).toBe("DW");
});

test("14: documents of XML name one style sheet, in CSS, which answers; none names one in XSL", async () => {
  for (const file of FILES) {
    const text = await textAt(app(), `/${file}`);
    const named = [...text.matchAll(/<\?xml-stylesheet ([^?]*)\?>/g)].map(([, attributes]) => attributes);
    expect(named).toEqual(file.endsWith(".xml") ? [`type="text/css" href="${ORIGIN}/feed.css"`] : []);
    expect(text).not.toContain("xsl");
  }
  const { status, headers } = await ask(app(), "/feed.css");
  expect([status, headers.get("content-type")]).toEqual([200, "text/css; charset=utf-8"]);
});

test("15: entities that a text spells out stay as they are spelt, in bodies too", async () => {
  const contentHtml = "<p>AT&amp;T, &lt;b&gt;, &amp;amp;, ]]&gt;</p><pre>a\n    b ]]> c</pre>";
  const asked = app({ articles: [article({ contentHtml, summary: "AT&amp;T" })] });
  const rss = readXml(await textAt(asked, "/rss.xml"));
  expect(texts(rss, "channel/item/content:encoded")).toEqual([contentHtml]);
  // RSS 2.0 reads a description as HTML, so a text that spells an entity out has it escaped.
  expect(texts(rss, "channel/item/description")).toEqual(["AT&amp;amp;T"]);
  expect(texts(readXml(await textAt(asked, "/atom.xml")), "entry/content")).toEqual([contentHtml]);
  expect(JSON.parse(await textAt(asked, "/feed.json")).items[0].content_html).toBe(contentHtml);
});

test("a body may end CDATA as often as it likes", async () => {
  const contentHtml = "<pre><code>a[b[0]]>1; c[d[0]]>2</code></pre>]]>]]]]>";
  const asked = app({ articles: [article({ contentHtml })] });
  const rss = readXml(await textAt(asked, "/rss.xml"));
  expect(texts(rss, "channel/item/content:encoded")).toEqual([contentHtml]);
});

test("16: the date of publication is the same in all three formats, also where an article was changed", async () => {
  const asked = app({ articles: [article({ updated: "2026-04-01T00:00:00Z" })] });
  for (const file of FILES) {
    const [entry] = read(file, await textAt(asked, `/${file}`)).entries;
    expect(entry?.published, file).toBe(Date.parse("2026-03-01T08:00:00Z") / 1000);
  }
  const [item] = JSON.parse(await textAt(asked, "/feed.json")).items;
  expect(item.date_modified).toBe("2026-04-01T00:00:00Z");
  expect(texts(readXml(await textAt(asked, "/atom.xml")), "entry/updated")).toEqual([
    expect.stringMatching(/^2026-04-01T00:00:00\.\d{6}Z$/),
  ]);
});

test("17: Atom tells where an article was first published", async () => {
  const asked = app({ articles: [article({ source: { name: "DW", url: "https://dw.example/1?a=1&b=2" } })] });
  const links = all(readXml(await textAt(asked, "/atom.xml")), "entry/link").map(
    ({ attributes }) => attributes,
  );
  expect(links).toContainEqual({ rel: "via", href: "https://dw.example/1?a=1&b=2" });
});

test("a guid never claims to be an address", async () => {
  const [guid] = all(readXml(await textAt(app(), "/rss.xml")), "channel/item/guid");
  expect(guid?.attributes).toEqual({ isPermaLink: "false" });
});
