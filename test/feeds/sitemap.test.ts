import { expect, test } from "vitest";
import { app, article, ask, NOW, ORIGIN, publication, textAt, undated } from "../sample.ts";
import { all, readXml, texts } from "./xml.ts";

const HOUR = 60 * 60 * 1000;
const before = (hours: number): string => new Date(Date.parse(NOW) - hours * HOUR).toISOString();

const articles = [
  article({ slug: "now", published: before(1), title: "Ebbe & <Flut>", language: "de" }),
  article({ slug: "yesterday", published: before(47), language: "zh-TW" }),
  article({ slug: "long-ago", published: before(48), updated: before(2) }),
  article({ slug: "tomorrow", published: before(-24) }),
  article({ slug: "taken-back", published: before(3), withdrawn: true }),
  undated({ slug: "some-day" }),
];
const published = app({ articles, publication: publication({ title: "Tides & more" }) });

test("the news sitemap names what was published in the last two days, by name, language, date and title", async () => {
  const urls = all(readXml(await textAt(published, "/news-sitemap.xml")), "url");
  expect(
    urls.map((url) => [
      ...texts(url, "loc"),
      ...texts(url, "news:news/news:publication/news:name"),
      ...texts(url, "news:news/news:publication/news:language"),
      ...texts(url, "news:news/news:publication_date").map(Date.parse),
      ...texts(url, "news:news/news:title"),
    ]),
  ).toEqual([
    [`${ORIGIN}/articles/now`, "Tides & more", "de", Date.parse(before(1)), "Ebbe & <Flut>"],
    [`${ORIGIN}/articles/yesterday`, "Tides & more", "zh-tw", Date.parse(before(47)), "High water"],
  ]);
});

test("an article leaves the news sitemap two days after it was published, and no cache keeps it longer", async () => {
  const clock = { now: Date.parse(before(1)) + 48 * HOUR - 60_000 };
  const later = app({ articles: articles.slice(0, 1), clock: () => clock.now });
  const at = () => textAt(later, "/news-sitemap.xml");
  expect(all(readXml(await at()), "url")).toHaveLength(1);
  expect((await ask(later, "/news-sitemap.xml")).headers.get("cache-control")).toMatch(
    /^public, max-age=(?:59|60),/,
  );
  clock.now += 60_000;
  expect(all(readXml(await at()), "url")).toEqual([]);
});

test("the sitemap names the pages of all channels and articles, which answer, and when an article last changed", async () => {
  const urls = all(readXml(await textAt(published, "/sitemap.xml")), "url");
  const addresses = urls.flatMap((url) => texts(url, "loc"));
  for (const slug of ["now", "yesterday", "long-ago", "some-day"])
    expect(addresses).toContain(`${ORIGIN}/articles/${slug}`);
  for (const path of ["/", "/topics/tides", "/languages/de"]) expect(addresses).toContain(ORIGIN + path);
  for (const address of addresses) expect((await ask(published, address)).status, address).toBe(200);
  const old = urls.find((url) => texts(url, "loc")[0]?.endsWith("/long-ago"));
  expect(old && texts(old, "lastmod").map(Date.parse)).toEqual([Date.parse(before(2))]);
  expect(addresses.filter((address) => /tomorrow|taken-back/.test(address))).toEqual([]);
});

test("crawlers may read everything, and are told where both lists are", async () => {
  const text = await textAt(published, "/robots.txt");
  expect(text).toContain("User-agent: *\nAllow: /\n");
  const sitemaps = [...text.matchAll(/^Sitemap: (.*)$/gm)].map(([, address = ""]) => address);
  expect(sitemaps).toEqual([`${ORIGIN}/sitemap.xml`, `${ORIGIN}/news-sitemap.xml`]);
  for (const address of sitemaps) expect((await ask(published, address)).status).toBe(200);
});
