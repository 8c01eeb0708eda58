/** What an article's page says of itself to machines. */
import { expect, test } from "vitest";
import { type Article, BASE } from "../../src/articles/article.ts";
import { app, article, ask, ORIGIN, publication, textAt, topic } from "../sample.ts";
import { HOSTILE } from "../validity/publications.ts";
import { pageAt } from "./page.ts";

const PATH = "/articles/high-water";
const topics = [topic("tides", { title: { en: "Tides", de: "Tiden" } }), topic("winds")];
const publishing = (more: Partial<Article>, others: readonly Article[] = []) =>
  app({
    articles: [article(more), ...others],
    publication: publication({ topics, logo: "https://pictures.example/logo.png" }),
  });

/** The texts of a page's elements, as Cloudflare's tokenizer parts them. */
async function textsIn(html: string, selector: string): Promise<readonly string[]> {
  const found: string[] = [];
  const rewriter = new HTMLRewriter().on(selector, {
    element: () => void found.push(""),
    text: ({ text }) => void found.push(`${found.pop() ?? ""}${text}`),
  });
  await rewriter.transform(new Response(html)).text();
  return found;
}

async function linkedDataOf(more: Partial<Article>): Promise<Readonly<Record<string, unknown>>> {
  const [json = "", ...others] = await textsIn(
    await textAt(publishing(more), PATH),
    'script[type="application/ld+json"]',
  );
  expect(others).toEqual([]);
  return JSON.parse(json);
}

test("linked data say of an article what schema.org's NewsArticle asks for", async () => {
  const url = ORIGIN + PATH;
  const { publisher, ...told } = await linkedDataOf({
    language: "de",
    updated: "2026-03-02T08:00:00Z",
    authors: [{ name: "Ada", url: "https://ada.example/" }, { name: "Bo" }],
    image: { url: `${BASE}/p.png` },
    source: { name: "Pegel", url: "https://pegel.example/1" },
  });
  expect(told).toEqual({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": article().id,
    headline: "High water",
    description: "The water is high.",
    url,
    mainEntityOfPage: url,
    inLanguage: "de",
    datePublished: "2026-03-01T08:00:00Z",
    dateModified: "2026-03-02T08:00:00Z",
    image: `${ORIGIN}/p.png`,
    author: [
      { "@type": "Person", name: "Ada", url: "https://ada.example/" },
      { "@type": "Person", name: "Bo", url: `${ORIGIN}/authors/bo` },
    ],
    sourceOrganization: { "@type": "Organization", name: "Pegel" },
    isBasedOn: "https://pegel.example/1",
    articleSection: ["Tiden"],
  });
  expect(publisher).toEqual({
    "@type": "Organization",
    name: "The Sample",
    url: `${ORIGIN}/`,
    logo: { "@type": "ImageObject", url: "https://pictures.example/logo.png" },
  });
});

test("an article without an author is its source's, else the publishers'", async () => {
  const { author: sources } = await linkedDataOf({ source: { name: "Pegel" } });
  expect(sources).toEqual([{ "@type": "Organization", name: "Pegel" }]);
  const { author: publishers } = await linkedDataOf({});
  expect(publishers).toEqual([{ "@type": "Person", name: "Ada Sample" }]);
});

test.each([
  ["ends scripts", "</script><script>alert(1)</script>"],
  ["ends scripts in capitals", "</SCRIPT\t><b>"],
  ["begins a comment", "<!-- <script>"],
  ["ends a comment", "--></script >"],
  ["ends a section", "]]></script/>"],
  ["ends lines and strings", "\u2028\u2029\\\"'"],
  ["does all that", HOSTILE.toWellFormed()],
])("a title that %s stays a text in linked data, and opens no element", async (_, title) => {
  const hostile = { title, summary: title, authors: [{ name: title }], source: { name: title } };
  expect((await linkedDataOf(hostile)).headline).toBe(title);
  const html = await textAt(publishing(hostile), PATH);
  expect(await textsIn(html, "script")).toHaveLength(1);
  expect(await textsIn(html, "main h1 *, title *")).toEqual([]);
  expect(html).not.toMatch(/<script>alert/i);
});

test("Open Graph says what shows the page where its address is shared", async () => {
  const image = { url: `${BASE}/p.png`, alt: 'A "gauge"', width: 640, height: 480 };
  const page = await pageAt(publishing({ language: "pt-BR", title: 'A & "b"', image }), PATH);
  const said = page
    .all("meta[property]")
    .map((meta) => [meta.getAttribute("property"), meta.getAttribute("content")]);
  expect(said).toEqual([
    ["og:title", 'A & "b"'],
    ["og:type", "article"],
    ["og:url", ORIGIN + PATH],
    ["og:description", "The water is high."],
    ["og:site_name", "The Sample"],
    ["og:locale", "pt_BR"],
    ["og:image", `${ORIGIN}/p.png`],
    ["og:image:alt", 'A "gauge"'],
    ["og:image:width", "640"],
    ["og:image:height", "480"],
    ["article:published_time", "2026-03-01T08:00:00Z"],
    ["article:section", "Tides"],
  ]);
  expect(page.one('meta[name="twitter:card"]').getAttribute("content")).toBe("summary_large_image");
});

test("an article without a picture is shown with the publication's, and a channel too", async () => {
  const asked = publishing({});
  for (const path of [PATH, "/", "/topics/tides"]) {
    const page = await pageAt(asked, path);
    expect(page.one('meta[property="og:image"]').getAttribute("content")).toBe(
      "https://pictures.example/logo.png",
    );
    expect(page.one('meta[name="twitter:card"]').getAttribute("content")).toBe("summary");
  }
});

test.each([
  ["https://pegel.example/a/1?b=1&c=2", "https://pegel.example/a/1?b=1&c=2"],
  ["https://pegel.example/?id=7", "https://pegel.example/?id=7"],
  ["https://pegel.example/", PATH],
  ["https://pegel.example", PATH],
  ["https://pegel.example/#top", PATH],
  [undefined, PATH],
])("where the source is at %s, the page is known as %s", async (url, canonical) => {
  const page = await pageAt(publishing({ source: { name: "Pegel", ...(url && { url }) } }), PATH);
  expect(page.hrefs('link[rel="canonical"]')).toEqual([canonical]);
});

test("a neighbour that comes later moves the page's tag and its date", async () => {
  const clock = { now: Date.parse("2026-03-04T07:59:59Z") };
  const next = article({ slug: "next", title: "Next one", published: "2026-03-04T08:00:00Z" });
  const waiting = app({ articles: [article(), next], clock: () => clock.now });
  const before = await ask(waiting, PATH);
  expect(await before.text()).not.toContain("Next one");
  const held = [
    { "if-none-match": before.headers.get("etag") ?? "" },
    { "if-modified-since": before.headers.get("last-modified") ?? "" },
  ];
  for (const headers of held) expect((await ask(waiting, PATH, { headers })).status).toBe(304);
  clock.now += 1000;
  for (const headers of held) {
    const after = await ask(waiting, PATH, { headers });
    expect(after.status).toBe(200);
    expect(after.headers.get("last-modified")).toBe("Wed, 04 Mar 2026 08:00:00 GMT");
    expect(await after.text()).toContain("Next one");
  }
});

test("what a page says around its article changes its date too", async () => {
  const clock = { now: Date.parse("2026-03-04T07:59:59Z") };
  const others = [
    article({ slug: "neighbour", published: "2026-03-02T08:00:00Z" }),
    article({ slug: "first-of-winds", topics: ["winds"], published: "2026-03-04T08:00:00Z" }),
  ];
  const waiting = app({ articles: [article(), ...others], clock: () => clock.now });
  const before = await ask(waiting, PATH);
  const headers = { "if-modified-since": before.headers.get("last-modified") ?? "" };
  clock.now += 1000;
  const after = await ask(waiting, PATH, { headers });
  expect(await after.text()).toContain("About winds");
});
