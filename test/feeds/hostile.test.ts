/** Whatever text the fields hold, no document is ever ill-formed, and all three say the same. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Article, BASE } from "../../src/articles/article.ts";
import type { Publication } from "../../src/articles/publication.ts";
import { app, article, ORIGIN, publication, textAt, topic } from "../sample.ts";
import { all, readXml, texts } from "./xml.ts";

const PIECES = [
  ..."\u0000\u0001\u0008\u000b\u000c\u001b\u001f\u007f\u0080\u0085\u009f\u2028\ufeff\ufffd\ufffe\uffff\ufdd0\ufdef",
  ..."\ud800\udbff\udc00\udfff\u202a\u202e\u2066\u2069\u200b\u200f",
  ..."<>&\"'`;#=/\\-!?[]{}$ \t\n\r",
  ...[
    "]]>",
    "]]",
    "<![CDATA[",
    "<!--",
    "-->",
    "<?xml?>",
    "</title>",
    "</item>",
    "<item>",
    "</entry>",
    "\r\n",
  ],
  ...["&amp;", "&amp;amp;", "&lt;b&gt;", "&#0;", "&#xD;", "&nbsp;", "&unknown;", "%00", "$&", "$1"],
  ...[
    "<script>alert(1)</script>",
    "a",
    "é",
    "e\u0301",
    "日本",
    "عربي",
    "😀",
    "👩‍👧",
    "\u{1ffff}",
    "\u{10fffd}",
  ],
];

const hostile = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: "binary" })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((pieces) => pieces.join(""));

/** Titles are never empty once they are clean: the build sees to it. */
const title = fc.tuple(hostile, hostile).map(([before, after]) => `${before}x${after}`);
const url = fc.webUrl({ withFragments: true, withQueryParameters: true });
const author = fc.record({ name: hostile, url, email: hostile }, { requiredKeys: ["name"] });

const hostileArticle: fc.Arbitrary<Article> = fc
  .record(
    {
      title,
      summary: hostile,
      contentHtml: hostile,
      note: hostile,
      initials: hostile,
      language: hostile,
      id: hostile.map((text) => `urn:x:${text.replace(/\s/g, "")}`), // The build takes no white space in it.
      agencies: fc.array(hostile, { maxLength: 2 }),
      related: fc.array(hostile, { maxLength: 2 }),
      authors: fc.array(author, { maxLength: 2 }),
      source: fc.record({ name: hostile, url }, { requiredKeys: ["name"] }),
      image: fc.record({ url, alt: hostile }, { requiredKeys: ["url"] }),
    },
    { requiredKeys: ["title"] },
  )
  .map(article);

const localized = hostile.map((text) => ({ en: text }));
const hostilePublication: fc.Arbitrary<Publication> = fc
  .record({
    title,
    description: hostile,
    copyright: hostile,
    language: hostile,
    authors: fc.array(author, { maxLength: 2 }),
    topics: fc
      .record({ title: localized, description: localized })
      .map((words) => [topic("tides", words)] as const),
  })
  .map(publication);

/** A text without what no document can carry, its line ends as a parser tells them (XML 1.0 §2.11). */
const clean = (text: string) =>
  text.replace(/\p{Surrogate}|\p{Noncharacter_Code_Point}|(?![\t\n\r\u0085])\p{Control}/gu, "");
const lines = (text: string) => text.replace(/\r\n?/g, "\n");

const bodyOf = ({ contentHtml }: Article) => lines(clean(contentHtml.replaceAll(BASE, ORIGIN)));

const check = (holds: (published: Publication, one: Article) => Promise<void>) =>
  fc.assert(fc.asyncProperty(hostilePublication, hostileArticle, holds), { numRuns: 300 });

const CHANNELS = ["", "/topics/tides"];

test("RSS is well-formed and tells the title, whatever text the fields hold", () =>
  check(async (published, one) => {
    const asked = app({ publication: published, articles: [one] });
    for (const channel of CHANNELS) {
      const rss = readXml(await textAt(asked, `${channel}/rss.xml`));
      expect(texts(rss, "channel/item/title")).toEqual([lines(clean(one.title))]);
      expect(texts(rss, "channel/item/guid")).toEqual([lines(clean(one.id))]);
      expect(texts(rss, "channel/item/content:encoded").join("")).toBe(bodyOf(one));
      if (channel === "") expect(texts(rss, "channel/title")).toEqual([lines(clean(published.title))]);
    }
  }));

test("Atom is well-formed and tells title and body, whatever text the fields hold", () =>
  check(async (published, one) => {
    const asked = app({ publication: published, articles: [one] });
    for (const channel of CHANNELS) {
      const feed = readXml(await textAt(asked, `${channel}/atom.xml`));
      expect(texts(feed, "entry/title")).toEqual([lines(clean(one.title))]);
      expect(texts(feed, "entry/id")).toEqual([lines(clean(one.id))]);
      expect(texts(feed, "entry/content").join("")).toBe(bodyOf(one));
      if (channel === "") expect(texts(feed, "title")).toEqual([lines(clean(published.title))]);
    }
  }));

test("JSON Feed is JSON and tells the title, whatever text the fields hold", () =>
  check(async (published, one) => {
    const asked = app({ publication: published, articles: [one] });
    for (const channel of CHANNELS) {
      const text = await textAt(asked, `${channel}/feed.json`);
      const feed = JSON.parse(text);
      expect(feed.items).toMatchObject([{ id: clean(one.id), title: clean(one.title) }]);
      expect(text).not.toMatch(/\\u(?:00|d[89a-f]|ff|fd[de])/);
      if (channel === "") expect(feed.title).toBe(clean(published.title));
    }
  }));

test("the directory is well-formed whatever text the fields hold", () =>
  check(async (published) => {
    const opml = readXml(await textAt(app({ publication: published }), "/feeds.opml"));
    expect(all(opml, "body/outline").length).toBeGreaterThanOrEqual(2);
  }));
