/** A feed's address opened in a browser, which says so by `Sec-Fetch-Dest: document`. */
import { expect, test } from "vitest";
import { app, article, ask, FILES } from "../sample.ts";
import { pageAt } from "./page.ts";

const publishing = () =>
  app({ articles: [article(), article({ slug: "ebbe", title: "Ebbe", language: "de" })] });
const DOCUMENT = { "sec-fetch-dest": "document" };
const PATHS = ["", "/topics/tides", "/languages/de", "/topics/tides/languages/de"].flatMap((path) =>
  FILES.map((file) => `${path}/${file}`),
);
const SEARCHES = FILES.map((file) => `/search/${file}?q=water`);
const typeOf = (answer: Response) => answer.headers.get("content-type")?.split(";")[0];

test.each([...PATHS, ...SEARCHES])(
  "who opens %s gets the channel's page, which says that it is a feed",
  async (path) => {
    const page = await pageAt(publishing(), path, { headers: DOCUMENT });
    expect(page.status).toBe(200);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.texts(".notice")).toHaveLength(1);
    expect(page.all(".list article").length).toBeGreaterThan(0);
    expect(page.one('meta[name="robots"]').getAttribute("content")).toBe("noindex");
    expect(page.hrefs('link[rel="alternate"]').some((href) => path.endsWith(href))).toBe(true);
  },
);

test.each(["", "empty", "image", "iframe", "nested-document", "Document", "document, empty", "script"])(
  "a client that says %j gets the feed",
  async (destination) => {
    for (const path of PATHS) {
      const answer = await ask(publishing(), path, { headers: { "sec-fetch-dest": destination } });
      expect(typeOf(answer), path).not.toBe("text/html");
    }
  },
);

test("every answer at a feed's address names the header that chose it", async () => {
  for (const path of [...PATHS, ...SEARCHES])
    for (const own of [{}, DOCUMENT])
      for (const method of ["GET", "HEAD"]) {
        const asked = publishing();
        const full = await ask(asked, path, { method, headers: own });
        const tag = { "if-none-match": full.headers.get("etag") ?? "" };
        const same = await ask(asked, path, { method, headers: { ...own, ...tag } });
        expect([full.status, same.status]).toEqual([200, 304]);
        for (const { headers } of [full, same])
          expect(headers.get("vary")).toBe("Accept-Encoding, Sec-Fetch-Dest");
      }
});

test("whatever is asked first, the one is never answered with the other", async () => {
  const kinds = [
    ["feed", {}],
    ["page", DOCUMENT],
    ["feed", { "sec-fetch-dest": "empty" }],
  ] as const;
  const orders = kinds.flatMap((a) => kinds.flatMap((b) => kinds.map((c) => [a, b, c, b, a])));
  for (const path of [
    "/rss.xml",
    "/feed.json",
    "/topics/tides/atom.xml",
    "/search/rss.xml?q=water",
    "/rss.xml?x=1",
  ])
    for (const order of orders) {
      const asked = publishing();
      for (const method of ["GET", "HEAD"])
        for (const [kind, headers] of order) {
          const answer = await ask(asked, path, { method, headers });
          expect(typeOf(answer) === "text/html" ? "page" : "feed").toBe(kind);
        }
    }
});

test("a tag of the one is none of the other", async () => {
  for (const path of [...PATHS, ...SEARCHES]) {
    const asked = publishing();
    const [feed, page] = [await ask(asked, path), await ask(asked, path, { headers: DOCUMENT })];
    const tags = [feed, page].map(({ headers }) => ({ "if-none-match": headers.get("etag") ?? "" }));
    const [ofFeed, ofPage] = tags;
    expect((await ask(asked, path, { headers: { ...DOCUMENT, ...ofFeed } })).status).toBe(200);
    expect((await ask(asked, path, { headers: { ...ofPage } })).status).toBe(200);
    expect((await ask(asked, path, { headers: { ...ofPage, "a-im": "feed" } })).status).toBe(200);
  }
});

test("a page is never a delta", async () => {
  const asked = publishing();
  const etag = (await ask(app({ articles: [article()] }), "/atom.xml")).headers.get("etag") ?? "";
  const headers = { ...DOCUMENT, "a-im": "feed", "if-none-match": etag };
  expect((await ask(asked, "/atom.xml", { headers })).status).toBe(200);
});

test.each([
  "/msn.xml",
  "/smartnews.xml",
  "/feedly.xml",
  "/podcast.xml",
  "/sitemap.xml",
  "/feeds.opml",
  "/feed.css",
])("%s is one thing, whoever opens it", async (path) => {
  const asked = publishing();
  const [one, other] = [await ask(asked, path), await ask(asked, path, { headers: DOCUMENT })];
  expect(await one.text()).toBe(await other.text());
  expect(one.headers.get("vary")).toBe("Accept-Encoding");
});

test("an archived document is one thing, whoever opens it", async () => {
  const articles = Array.from({ length: 120 }, (_, i) => article({ slug: `a-${i}` }));
  const asked = app({ articles });
  for (const file of FILES) {
    const answer = await ask(asked, `/archive/1/${file}`, { headers: DOCUMENT });
    expect([answer.status, typeOf(answer) === "text/html"]).toEqual([200, false]);
    expect(answer.headers.get("vary")).toBe("Accept-Encoding");
  }
});

test("who opens an address that chooses a format, or is guessed, ends at a page", async () => {
  for (const path of ["/feed", "/rss", "/topics/tides/feed", "/search/feed?q=water"]) {
    const asked = publishing();
    const { headers } = await ask(asked, path, { headers: DOCUMENT });
    const answer = await ask(asked, headers.get("location") ?? "", { headers: DOCUMENT });
    expect([answer.status, typeOf(answer)]).toEqual([200, "text/html"]);
  }
});

test("a page in place of a feed changes at the moment at which something is published", async () => {
  const clock = { now: Date.parse("2026-03-01T07:59:59Z") };
  const asked = app({ clock: () => clock.now });
  expect((await pageAt(asked, "/rss.xml", { headers: DOCUMENT })).all(".list article")).toEqual([]);
  clock.now += 1000;
  expect((await pageAt(asked, "/rss.xml", { headers: DOCUMENT })).texts("h2 a")).toEqual(["High water"]);
});
