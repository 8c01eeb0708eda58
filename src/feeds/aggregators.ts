import type { Article } from "../articles/article.ts";
import type { Channel } from "./channels.ts";
import type { Envelope } from "./envelope.ts";
import { type Place, placed } from "./place.ts";
import { namespacesOf, rssAround, rssDocument, rssItem } from "./rss.ts";
import { elementXml, textElementXml } from "./xml.ts";

const base = (language: string) => language.split("-")[0];

/** Both take one language from an address, and only what is dated. */
const inOneLanguage = (articles: readonly Article[], { language }: Channel) =>
  articles.filter((article) => article.published && base(article.language) === base(language));

/** MSN reads about twenty. */
const MSN_ITEMS = 20;
export const takenByMsn = (articles: readonly Article[], channel: Channel): readonly Article[] =>
  inOneLanguage(articles, channel).slice(0, MSN_ITEMS);

/** MSN knows a new version of an article by its id and the date of its change: what readers get has both. */
export const msnItem = rssItem;
export const msnDocument = rssDocument;

const SMART_NEWS = { "xmlns:snf": "http://www.smartnews.be/snf" };
const SMART_NEWS_ITEMS = 50;
/** At most five minutes. */
const SMART_NEWS_PACE = 300;
export const takenBySmartNews = (articles: readonly Article[], channel: Channel): readonly Article[] =>
  inOneLanguage(articles, channel).slice(0, SMART_NEWS_ITEMS);

/** SmartFormat 2.1: the picture as a thumbnail beside the rest. */
export function smartNewsItem(article: Article, place: Place): string {
  const thumbnailXml = article.image
    ? elementXml("media:thumbnail", { url: placed(article.image.url, place) })
    : "";
  return rssItem(article, place).replace(/\n<\/item>$/, () => `${thumbnailXml}\n</item>`);
}

/** SmartFormat 2.1: the channel's own date, and a logo. */
export function smartNewsDocument(envelope: Envelope, itemsXml: readonly string[]): string {
  const { updated, place } = envelope;
  const { logo } = place.publication;
  return rssAround(
    { ...envelope, pace: SMART_NEWS_PACE },
    itemsXml,
    { ...namespacesOf(envelope), ...SMART_NEWS },
    [
      textElementXml("pubDate", new Date(updated).toUTCString()),
      logo ? elementXml("snf:logo", {}, textElementXml("url", logo)) : "",
    ],
  );
}
