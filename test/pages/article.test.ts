/** The page of an article. */
import { expect, test } from "vitest";
import { type Article, BASE } from "../../src/articles/article.ts";
import { app, article, FILES, publication, topic, undated } from "../sample.ts";
import { pageAt } from "./page.ts";

const topics = [topic("tides", { title: { en: "Tides", de: "Tiden" } }), topic("winds")];
const own = publication({ topics, timeZone: "Europe/Berlin" });
const pageOf = (more: Partial<Article>, others: readonly Article[] = []) =>
  pageAt(app({ articles: [article(more), ...others], publication: own }), "/articles/high-water");

test("an article shows its title, its topics and its body, in its language", async () => {
  const page = await pageOf({
    language: "de",
    title: "Hoch & <tief>",
    contentHtml: "<p>Es <em>steigt</em>.</p>",
  });
  expect(page.text("h1")).toBe("Hoch & <tief>");
  expect(page.text("title")).toBe("Hoch & <tief> – The Sample");
  expect(page.texts(".topics a")).toEqual(["Tiden"]);
  expect(page.text(".body em")).toBe("steigt");
  expect(page.one("html").getAttribute("lang")).toBe("de");
});

test.each([
  ["de", "ltr"],
  ["ar", "rtl"],
  ["he-IL", "rtl"],
  ["fa", "rtl"],
])("a page in %s is written %s", async (language, dir) => {
  const html = (await pageOf({ language })).one("html");
  expect([html.getAttribute("lang"), html.getAttribute("dir")]).toEqual([language, dir]);
});

test("authors lead to what else there is of them, and a source to where the article was first", async () => {
  const page = await pageOf({
    authors: [{ name: "Ada L." }, { name: "Bo <b>" }, { name: "!!!" }],
    source: { name: "Pegel & Co", url: "https://pegel.example/a?b=1&c=2" },
    agencies: ["dpa", "afp"],
  });
  expect(page.texts(".byline > p:not(.meta)")).toEqual([
    "By Ada L., Bo <b>, and !!!",
    "First published by Pegel & Co",
    "With material from dpa and afp",
  ]);
  expect(page.hrefs(".byline a")).toEqual([
    "/authors/ada-l",
    "/authors/bo-b",
    "https://pegel.example/a?b=1&c=2",
  ]);
  expect((await pageOf({ source: { name: "Pegel & Co" } })).hrefs(".byline a")).toEqual([
    "/sources/pegel-co",
  ]);
});

test.each([
  ["de", "A, B und C"],
  ["ar", "A وB وC"],
  ["zh", "A、B和C"],
])("several authors are listed as %s lists names", async (language, names) => {
  const authors = ["A", "B", "C"].map((name) => ({ name }));
  expect((await pageOf({ language, authors })).texts(".byline > p")[0]).toContain(names);
});

test("an article without authors, source and agencies names nobody", async () => {
  expect((await pageOf({})).texts(".byline p")).toEqual(["March 1, 2026 at 9:00 AM1 min read"]);
});

test("a note of a change stands apart, under a word in the article's language", async () => {
  const page = await pageOf({ language: "de", note: "Der <Pegel> wurde berichtigt." });
  expect(page.texts('[role="note"] p')).toEqual(["Hinweis", "Der <Pegel> wurde berichtigt."]);
});

const IMAGE = { url: `${BASE}/p.png?a=1&b=2`, alt: 'A "gauge"', width: 640, height: 480 };

test("a picture stands above the text with its description and size", async () => {
  const img = (await pageOf({ image: IMAGE })).one("figure img");
  const said = ["src", "alt", "width", "height"].map((name) => img.getAttribute(name));
  expect(said).toEqual(["https://news.example/p.png?a=1&b=2", 'A "gauge"', "640", "480"]);
  const bare = (await pageOf({ image: { url: "https://pictures.example/x.jpg" } })).one("figure img");
  expect([bare.getAttribute("alt"), bare.hasAttribute("width"), bare.hasAttribute("height")]).toEqual([
    "",
    false,
    false,
  ]);
});

test("a picture that the text shows is shown once", async () => {
  const src = IMAGE.url.replaceAll("&", "&#x26;");
  const page = await pageOf({ image: IMAGE, contentHtml: `<p>Look:</p><p><img src="${src}" alt="x"></p>` });
  expect(page.all("main img")).toHaveLength(1);
});

test("a picture in the text of which nothing is told is one that may be passed over", async () => {
  const contentHtml = `<p><img src="https://p.example/a.png" title="a > b"><img src="https://p.example/b.png" alt="B"></p>`;
  const page = await pageOf({ contentHtml });
  expect(page.all(".body img").map((img) => img.getAttribute("alt"))).toEqual(["", "B"]);
});

test("what may be wider than the page can be scrolled by the keyboard", async () => {
  const page = await pageOf({ contentHtml: "<pre>x</pre><table><tr><td>1</td></tr></table>" });
  expect(page.one("pre").getAttribute("tabindex")).toBe("0");
  expect(page.one("table").parentElement?.getAttribute("tabindex")).toBe("0");
});

test("a time is told in the publication's zone, a day alone as that day, and a change where there was one", async () => {
  const moments = async (more: Partial<Article>) => (await pageOf(more)).texts(".byline time");
  expect(await moments({ language: "de", published: "2026-03-01T23:30:00Z" })).toEqual([
    "2. März 2026 um 00:30",
  ]);
  expect(await moments({ published: "2026-03-01T00:00:00Z" })).toEqual(["March 1, 2026"]);
  expect(await moments({ updated: "2026-03-05T00:00:00Z" })).toEqual([
    "March 1, 2026 at 9:00 AM",
    "March 5, 2026",
  ]);
  const same = await pageOf({ updated: "2026-03-01T08:00:00Z" });
  expect(same.texts(".byline time")).toEqual(["March 1, 2026 at 9:00 AM"]);
});

test("the articles before and after it in time are named in their own languages", async () => {
  const earlier = article({ slug: "ebbe", title: "Ebbe", language: "de", published: "2026-02-01T08:00:00Z" });
  const later = article({ slug: "later", title: "Later on", published: "2026-04-01T08:00:00Z" });
  const page = await pageOf({}, [earlier, later]);
  expect(page.texts(".neighbours a")).toEqual(["Earlier Ebbe", "Later Later on"]);
  expect(page.hrefs(".neighbours a")).toEqual(["/articles/ebbe", "/articles/later"]);
  expect(page.text('.neighbours [lang="de"]')).toBe("Ebbe");
});

test("what names no day is neither earlier nor later than anything", async () => {
  const some = ["one", "two"].map((slug) => undated({ slug }));
  expect((await pageOf({}, some)).all(".neighbours")).toEqual([]);
  const asked = app({ articles: [article(), ...some], publication: own });
  for (const slug of ["one", "two"])
    expect((await pageAt(asked, `/articles/${slug}`)).all(".neighbours")).toEqual([]);
});

test("an article alone has no neighbours, and no place for them", async () => {
  expect((await pageOf({})).all(".neighbours a")).toEqual([]);
  expect((await pageOf({})).all(".neighbours")).toEqual([]);
});

test("a page names every feed that holds its article, in its head and below the text", async () => {
  const page = await pageOf({ authors: [{ name: "Ada" }], source: { name: "Pegel" }, topics: ["winds"] });
  const paths = ["", "/topics/winds", "/languages/en", "/authors/ada", "/sources/pegel"];
  const feeds = paths.flatMap((path) => FILES.map((file) => `${path}/${file}`));
  expect(page.hrefs('link[rel="alternate"]')).toEqual(feeds);
  expect(page.hrefs("#subscribe .feeds a")).toEqual(feeds);
});

test("a recording can be played, unless the body has a player of its own", async () => {
  const audio = { url: `${BASE}/a.mp3`, type: "audio/mpeg", length: 9 };
  const [player] = (await pageOf({ audio })).all("article > audio");
  expect(["src", "preload", "aria-label"].map((name) => player?.getAttribute(name))).toEqual([
    "https://news.example/a.mp3",
    "none",
    "High water",
  ]);
  const body = await pageOf({ audio, contentHtml: '<audio src="https://a.example/a.mp3" controls></audio>' });
  expect(body.all("audio")).toHaveLength(1);
});
