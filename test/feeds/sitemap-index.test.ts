/** sitemaps.org: an index, where there are more addresses than one sitemap may name. */
import { expect, test } from "vitest";
import { directoryOf } from "../../src/feeds/directory.ts";
import { censusOf } from "../../src/feeds/in-memory.ts";
import { sitemapDocument, sitemapPart } from "../../src/feeds/sitemap.ts";
import { app, article, ask, ORIGIN, publication, undated } from "../sample.ts";
import { all, readXml, texts } from "./xml.ts";

const MOST = 4;
const place = { publication: publication(), base: ORIGIN };
const at = (n: number) =>
  article({
    slug: `a-${n}`,
    published: new Date(Date.UTC(2026, 0, n)).toISOString(),
    authors: [{ name: `Author ${n % 5}` }],
  });
/** As a snapshot has them: newest first, what is undated last. */
const articles = [...[9, 8, 7, 6, 5, 4, 3, 2, 1].map(at), undated({ slug: "some-day" })];
const { channels } = directoryOf(place.publication, articles);

const sitemapOf = (some = articles, most = MOST) => sitemapDocument(censusOf(channels, some, most), place);
const files = async (some = articles) =>
  texts(readXml(await sitemapOf(some)), "sitemap/loc").map((address) => new URL(address).pathname.slice(1));
const part = async (file: string, some = articles, most = MOST) =>
  sitemapPart(file, censusOf(channels, some, most), place)?.();
const addressesIn = (xml: string | undefined) => texts(readXml(xml ?? ""), "url/loc");

test("as many addresses as one may name are named by one, and one more by an index of parts", async () => {
  const count = channels.length + articles.length;
  expect(readXml(await sitemapOf(articles, count)).name).toBe("urlset");
  expect(await part("sitemaps/articles-1.xml", articles, count)).toBeUndefined();
  const index = readXml(await sitemapOf(articles, count - 1));
  expect([index.name, index.uri]).toEqual(["sitemapindex", "http://www.sitemaps.org/schemas/sitemap/0.9"]);
});

test("each address is in exactly one part, and none names more than it may", async () => {
  const parts = await Promise.all((await files()).map(async (file) => addressesIn(await part(file))));
  for (const addresses of parts) {
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.length).toBeLessThanOrEqual(MOST);
  }
  const whole = addressesIn(await sitemapOf(articles, 50_000));
  expect(parts.flat().toSorted()).toEqual(whole.toSorted());
  expect(new Set(whole).size).toBe(whole.length);
});

test.each([
  "sitemaps/articles-4.xml",
  "sitemaps/articles-0.xml",
  "sitemaps/articles-01.xml",
  "sitemaps/channels-9.xml",
  "sitemaps/articles-99999999999999999999999.xml",
  "sitemaps/articles-.xml",
  "sitemaps/authors-1.xml",
  "sitemaps/articles-1.xml/",
  "sitemap.xml",
])("there is no part %s", async (file) => {
  expect(await part(file)).toBeUndefined();
});

test("a newer article changes the last part, or begins one: crawlers need not read the old ones again", async () => {
  const more = [at(10), ...articles];
  const [first, second, third] = ["articles-1", "articles-2", "articles-3"].map(
    (name) => `sitemaps/${name}.xml`,
  );
  for (const file of [first, second]) expect(await part(file ?? "", more)).toBe(await part(file ?? ""));
  expect(await part(third ?? "", more)).not.toBe(await part(third ?? ""));
  const full = [at(11), ...more];
  expect(await files([at(12), ...full])).toHaveLength((await files(full)).length + 1);
  expect(await part(third ?? "", [at(12), ...full])).toBe(await part(third ?? "", full));
});

test("where one sitemap names all, there are no parts", async () => {
  const asked = app({ articles });
  expect(all(readXml(await (await ask(asked, "/sitemap.xml")).text()), "url").length).toBeGreaterThan(10);
  for (const file of ["sitemaps/articles-1.xml", "sitemaps/channels-1.xml", "sitemaps/"])
    expect((await ask(asked, `/${file}`)).status).toBe(404);
});
