import type { Article } from "../articles/article.ts";
import { channelPageOf } from "./addresses.ts";
import type { Channel } from "./channels.ts";
import { type Place, pageOf } from "./place.ts";
import { elementXml, textElementXml } from "./xml.ts";

export const SITEMAP = { file: "sitemap.xml", mediaType: "application/xml" } as const;
export const NEWS_SITEMAP = { file: "news-sitemap.xml", mediaType: "application/xml" } as const;
export const ROBOTS = { file: "robots.txt", mediaType: "text/plain" } as const;

/** A sitemap may name so many addresses (sitemaps.org, "Using Sitemap index files"), and so many articles for Google News. */
const MOST_ADDRESSES = 50_000;
const MOST_NEWS = 1_000;

const SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9";
const GOOGLE_NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

/** The pages of channels and articles (sitemaps.org 0.9): the newest, where there are more than it may name. */
export function sitemapDocument(
  channels: readonly Channel[],
  articles: readonly Article[],
  place: Place,
): string {
  const channelsXml = channels.map((channel) => urlXml(channelPageOf(channel, place.base)));
  const articlesXml = articles.map((article) =>
    urlXml(pageOf(article, place), textElementXml("lastmod", article.updated ?? article.published)),
  );
  return urlsetXml({ xmlns: SITEMAPS }, [...channelsXml, ...articlesXml].slice(0, MOST_ADDRESSES));
}

/** Google's news sitemap, of articles that are news. */
export function newsSitemapDocument(news: readonly Article[], place: Place): string {
  const urlsXml = news.slice(0, MOST_NEWS).map((article) => {
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

const urlsetXml = (namespaces: Readonly<Record<string, string>>, urlsXml: readonly string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${elementXml("urlset", namespaces, `\n${urlsXml.join("\n")}\n`)}\n`;
