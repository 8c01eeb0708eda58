import type { Article } from "../articles/article.ts";
import type { Headline } from "../articles/headline.ts";
import { channelPageOf } from "./addresses.ts";
import type { Channel } from "./channels.ts";
import { firstPageOf, type Place, pageOf } from "./place.ts";
import { documentXml, elementXml, textElementXml } from "./xml.ts";

export const SITEMAP = { file: "sitemap.xml", mediaType: "application/xml" } as const;
export const NEWS_SITEMAP = { file: "news-sitemap.xml", mediaType: "application/xml" } as const;
export const ROBOTS = { file: "robots.txt", mediaType: "text/plain" } as const;

/** A sitemap may name so many addresses (sitemaps.org, "Using Sitemap index files"), and so many articles for Google News. */
export const MOST_ADDRESSES = 50_000;
export const MOST_NEWS = 1_000;

const SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9";
const GOOGLE_NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

/** The address of a part, below the publication's: of channels, or of articles, of which the oldest stand in `articles-1`. */
const PART = /^sitemaps\/(channels|articles)-([1-9]\d*)\.xml$/;

/** What a sitemap says of an article. */
export type Listed = Pick<Article, "slug" | "source" | "published" | "updated">;

/** What sitemaps name. */
export interface Census {
  /** How many addresses one of them names at most. */
  readonly most: number;
  readonly counts: Readonly<Record<Part, number>>;
  readonly channels: (start: number, end: number) => Promise<readonly Pick<Channel, "path">[]>;
  /** By their number from the oldest, the undated before all others. */
  readonly articles: (start: number, end: number) => Promise<readonly Listed[]>;
}

type Part = "channels" | "articles";

/** The pages of channels and articles (sitemaps.org 0.9), or, where there are more than one document names, the index of its parts. */
export async function sitemapDocument(census: Census, place: Place): Promise<string> {
  const { counts, most } = census;
  if (counts.channels + counts.articles <= most) {
    const channels = await census.channels(0, counts.channels);
    const articles = await census.articles(0, counts.articles);
    const allXml = [...channelsXml(channels, place), ...articlesXml(articles.toReversed(), place)];
    return urlsetXml({ xmlns: SITEMAPS }, allXml);
  }
  const partsXml = (part: Part): readonly string[] =>
    Array.from({ length: Math.ceil(counts[part] / most) }, (_, i) =>
      elementXml("sitemap", {}, textElementXml("loc", `${place.base}/sitemaps/${part}-${i + 1}.xml`)),
    );
  const allXml = [...partsXml("channels"), ...partsXml("articles")];
  return listXml("sitemapindex", { xmlns: SITEMAPS }, allXml);
}

/** One of the parts that the index names (`file`: its address without the first slash); nothing where it names none of that name. */
export function sitemapPart(file: string, census: Census, place: Place): (() => Promise<string>) | undefined {
  const { counts, most } = census;
  const [, kind, number] = PART.exec(file) ?? [];
  const start = (Number(number) - 1) * most;
  if (!kind || counts.channels + counts.articles <= most || start >= counts[kind as Part]) return undefined;
  return async () =>
    urlsetXml(
      { xmlns: SITEMAPS },
      kind === "channels"
        ? channelsXml(await census.channels(start, start + most), place)
        : articlesXml(await census.articles(start, start + most), place),
    );
}

const isOwn = (article: Pick<Article, "source">): boolean => firstPageOf(article) === undefined;

const channelsXml = (channels: readonly Pick<Channel, "path">[], { base }: Place): readonly string[] =>
  channels.map((channel) => urlXml(channelPageOf(channel, base)));

/** What was first published elsewhere is to be found there. */
const articlesXml = (articles: readonly Listed[], place: Place): readonly string[] =>
  articles
    .filter(isOwn)
    .map((article) =>
      urlXml(pageOf(article, place), textElementXml("lastmod", article.updated ?? article.published)),
    );

/** Google's news sitemap, of articles that are news. */
export function newsSitemapDocument(news: readonly Headline[], place: Place): string {
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
