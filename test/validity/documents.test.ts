/** Every document of every channel, by the W3C validator's rules: no error and no warning. */
import { exports } from "cloudflare:workers";
import { expect, test } from "vitest";
import { app, article, ask, NOW, ORIGIN, publication, textAt, undated } from "../sample.ts";
import { type Answered, documentAt, documentsOf, faultsOf } from "./documents.ts";
import { EMPTY_PUBLICATION, HOSTILE_ARTICLES, HOSTILE_PUBLICATION, WITHDRAWN } from "./publications.ts";

const faultsIn = (documents: readonly Answered[], now = Date.parse(NOW)) =>
  documents.flatMap((document) => faultsOf(document, now));

test("no rule is broken by any document of the bundled seeds", async () => {
  const seeds = { fetch: (request: Request) => exports.default.fetch(request), request: app().request };
  const documents = await documentsOf(seeds);
  expect(documents.length).toBeGreaterThan(100);
  expect(faultsIn(documents, Date.now())).toEqual([]);
});

test("no rule is broken by any document of a hostile publication, its archives among them", async () => {
  const documents = await documentsOf(app(HOSTILE_PUBLICATION));
  expect(documents.filter(({ path }) => path.includes("/archive/")).length).toBeGreaterThan(3);
  // OPML takes its texts for HTML, and every reader shows them as they are: they are written for readers.
  const [opml, ...feeds] = documents;
  expect(faultsIn(feeds)).toEqual([]);
  for (const fault of faultsIn(opml ? [opml] : [])) expect(fault).toContain("NotHtml");
});

test("no rule is broken by a channel without entries", async () => {
  expect(faultsIn(await documentsOf(app(EMPTY_PUBLICATION)))).toEqual([]);
});

test("no rule is broken by a publication that names nobody, or has pictures that RSS does not know", async () => {
  for (const icon of ["", "https://news.example/icon.webp", "https://news.example/icon"])
    expect(faultsIn(await documentsOf(app({ publication: publication({ authors: [], icon }) })))).toEqual([]);
});

test("no rule is broken by a delta in any format", async () => {
  const { publication: hostile } = HOSTILE_PUBLICATION;
  const articles = HOSTILE_ARTICLES.filter(({ published }) => published !== undefined);
  const later = article({ slug: "later", published: "2026-05-01T10:11:12Z" });
  for (const file of ["rss.xml", "atom.xml", "feed.json"]) {
    const published = { ...(hostile && { publication: { ...hostile, entries: 50 } }) };
    const before = await ask(app({ ...published, articles }), `/${file}`);
    const headers = { "a-im": "feed", "if-none-match": before.headers.get("etag") ?? "" };
    const delta = await ask(app({ ...published, articles: [later, ...articles] }), `/${file}`, { headers });
    expect(delta.status).toBe(226);
    const mediaType = delta.headers.get("content-type") ?? "";
    expect(faultsIn([{ path: `/${file}`, text: await delta.text(), mediaType }])).toEqual([]);
  }
});

test("a tombstone is all that the validator does not know of, and only where something was taken back", async () => {
  const documents = await documentsOf(app({ articles: [article(), WITHDRAWN] }));
  const faults = faultsIn(documents);
  expect(faults.length).toBeGreaterThan(0);
  for (const fault of faults) expect(fault).toMatch(/atom\.xml: UnknownNamespace at feed$/);
});

test("a text that quotes an end tag of HTML is all that no writing can hide from the validator", async () => {
  const quoting = app({ articles: [article({ title: "What </b> does", summary: "On </b>" })] });
  for (const path of ["/rss.xml", "/atom.xml"])
    for (const fault of faultsIn([await documentAt(quoting, path)]))
      expect(fault).toMatch(/: Contains(?:Undeclared)?HTML at /);
});

test("a podcast lacks an owner's address only where no publisher has one", async () => {
  const [episode] = HOSTILE_ARTICLES.filter(({ audio }) => audio);
  const asked = app({ articles: episode ? [episode] : [] });
  expect(faultsIn([await documentAt(asked, "/podcast.xml")])).toEqual([
    "/podcast.xml: MissingItunesEmail at rss/channel",
  ]);
});

test("of a day's articles, no two say in Atom that they were changed at the same moment", async () => {
  const articles = Array.from({ length: 50 }, (_, i) =>
    i % 2 ? undated({ slug: `a-${i}` }) : article({ slug: `a-${i}`, published: "2026-02-01T00:00:00Z" }),
  );
  const text = await textAt(app({ articles }), "/atom.xml");
  const moments = [...text.matchAll(/<entry.*?<updated>([^<]+)/gs)].map(([, moment]) => moment);
  expect(moments).toHaveLength(50);
  expect(new Set(moments).size).toBe(50);
  for (const moment of moments) expect(moment).toMatch(/^20(?:26-02|20-01)-01T00:00:00\.\d{6}Z$/);
});

test("addresses are URIs in every format, whatever the seed wrote", async () => {
  for (const file of ["rss.xml", "atom.xml", "feed.json"]) {
    const text = await textAt(app({ articles: HOSTILE_ARTICLES }), `/${file}`);
    expect(text).toContain(`${ORIGIN}/pictures/stra%C3%9Fe%20%C3%BC%7C%7B%7D%5B%5D.jpg`);
    expect(text).toContain("https://quelle.example/%C3%A4?b=1");
  }
});
