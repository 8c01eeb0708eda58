import type { Article } from "../articles/article.ts";
import { channelPageOf } from "./addresses.ts";
import type { Channel } from "./channels.ts";
import { firstPageOf, type Place, pageOf } from "./place.ts";
import { documentXml, elementXml, textElementXml } from "./xml.ts";

export const SITEMAP = { file: "sitemap.xml", mediaType: "application/xml" } as const;
export const NEWS_SITEMAP = { file: "news-sitemap.xml", mediaType: "application/xml" } as const;
export const ROBOTS = { file: "robots.txt", mediaType: "text/plain" } as const;

/** A sitemap may name so many addresses (sitemaps.org, "Using Sitemap index files"), and so many articles for Google News. */
const MOST_ADDRESSES = 50_000;
const MOST_NEWS = 1_000;

const SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9";
const GOOGLE_NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

/** The address of a part, below the publication's: of channels, or of articles, of which the oldest stand in `articles-1`. */
const PART = /^sitemaps\/(channels|articles)-([1-9]\d*)\.xml$/;

/** The pages of channels and articles (sitemaps.org 0.9), or, where there are more than one document may name, the index of its parts. */
export function sitemapDocument(
  channels: readonly Channel[],
  articles: readonly Article[],
  place: Place,
  most = MOST_ADDRESSES,
): string {
  if (channels.length + articles.length <= most)
    return urlsetXml({ xmlns: SITEMAPS }, [...channelsXml(channels, place), ...articlesXml(articles, place)]);
  const partsXml = (kind: string, count: number): readonly string[] =>
    Array.from({ length: Math.ceil(count / most) }, (_, i) =>
      elementXml("sitemap", {}, textElementXml("loc", `${place.base}/sitemaps/${kind}-${i + 1}.xml`)),
    );
  const allXml = [...partsXml("channels", channels.length), ...partsXml("articles", articles.length)];
  return listXml("sitemapindex", { xmlns: SITEMAPS }, allXml);
}

/** Writes one of the parts that the index names (`file`: its address without the first slash); nothing where it names none of that name. */
export function sitemapPart(
  file: string,
  channels: readonly Channel[],
  articles: readonly Article[],
  place: Place,
  most = MOST_ADDRESSES,
): (() => string) | undefined {
  const [, kind, number] = PART.exec(file) ?? [];
  if (!kind || channels.length + articles.length <= most) return undefined;
  const of = <T>(all: readonly T[]) => all.slice((Number(number) - 1) * most, Number(number) * most);
  const [some, others] = kind === "channels" ? [of(channels), []] : [[], of(articles.toReversed())];
  if (some.length + others.length === 0) return undefined;
  return () => urlsetXml({ xmlns: SITEMAPS }, [...channelsXml(some, place), ...articlesXml(others, place)]);
}

const isOwn = (article: Article): boolean => firstPageOf(article) === undefined;

const channelsXml = (channels: readonly Channel[], { base }: Place): readonly string[] =>
  channels.map((channel) => urlXml(channelPageOf(channel, base)));

/** What was first published elsewhere is to be found there. */
const articlesXml = (articles: readonly Article[], place: Place): readonly string[] =>
  articles
    .filter(isOwn)
    .map((article) =>
      urlXml(pageOf(article, place), textElementXml("lastmod", article.updated ?? article.published)),
    );

/** Google's news sitemap, of articles that are news. */
export function newsSitemapDocument(news: readonly Article[], place: Place): string {
  const urlsXml = news
    .filter(isOwn)
    .slice(0, MOST_NEWS)
    .map((article) => {
      const publicationXml =
        textElementXml("news:name", place.publication.title) +
        textElementXml("news:language", newsLanguage(article.language));
      const newsXml =
        elementXml("news:publication", {}, publicationXml) +
        textElementXml("news:publication_date", article.published) +
        textElementXml("news:title", article.title);
      return urlXml(pageOf(article, place), elementXml("news:news", {}, newsXml));
    });
  return urlsetXml({ xmlns: SITEMAPS, "xmlns:news": GOOGLE_NEWS }, urlsXml);
}

/** RFC 9309: everything may be read, and where the list of it is. */
export const robotsText = ({ base }: Place): string =>
  `User-agent: *\nAllow: /\n\nSitemap: ${base}/${SITEMAP.file}\nSitemap: ${base}/${NEWS_SITEMAP.file}\n`;

/** Google takes ISO 639, and of Chinese its two ways of writing by their countries. */
function newsLanguage(tag: string): string {
  const { language, script, region } = new Intl.Locale(tag).maximize();
  if (language !== "zh") return language;
  return script === "Hant" || region === "TW" ? "zh-tw" : "zh-cn";
}

const urlXml = (address: string, moreXml = ""): string =>
  elementXml("url", {}, textElementXml("loc", new URL(address).href) + moreXml);

type Namespaces = Readonly<Record<string, string>>;

const urlsetXml = (namespaces: Namespaces, urlsXml: readonly string[]): string =>
  listXml("urlset", namespaces, urlsXml);

const listXml = (name: string, namespaces: Namespaces, partsXml: readonly string[]): string =>
  documentXml(elementXml(name, namespaces, `\n${partsXml.join("\n")}\n`));
