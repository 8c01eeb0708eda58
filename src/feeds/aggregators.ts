import type { Article } from "../articles/article.ts";
import type { Channel } from "./channels.ts";
import type { Envelope } from "./envelope.ts";
import { type Place, placedUri, publishersOf, uriOf } from "./place.ts";
import { rssAround, rssDocument, rssItem } from "./rss.ts";
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
    ? elementXml("media:thumbnail", { url: placedUri(article.image.url, place) })
    : "";
  return withMore(rssItem(article, place), thumbnailXml);
}

const withMore = (itemXml: string, moreXml: string): string =>
  itemXml.replace(/\n<\/item>$/, () => `${moreXml}\n</item>`);

/** SmartFormat 2.1: the channel's own date, and a logo. */
export function smartNewsDocument(envelope: Envelope, itemsXml: readonly string[]): string {
  const { updated, place } = envelope;
  const { logo } = place.publication;
  return rssAround({ ...envelope, pace: SMART_NEWS_PACE }, itemsXml, SMART_NEWS, [
    textElementXml("pubDate", new Date(updated).toUTCString()),
    logo ? elementXml("snf:logo", {}, textElementXml("url", uriOf(logo))) : "",
  ]);
}

const WEBFEEDS = { "xmlns:webfeeds": "http://webfeeds.org/rss/1.0" };

/** Feedly: the publication's pictures in its own words, which a plain document has no namespace for. */
export const feedlyItem = rssItem;
export function feedlyDocument(envelope: Envelope, itemsXml: readonly string[]): string {
  const { icon, logo } = envelope.place.publication;
  return rssAround(envelope, itemsXml, WEBFEEDS, [
    textElementXml("webfeeds:icon", icon && uriOf(icon)),
    textElementXml("webfeeds:logo", logo && uriOf(logo)),
    elementXml("webfeeds:related", { layout: "card", target: "browser" }),
  ]);
}

const PODCAST = {
  "xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
  "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
};

/** Directories of podcasts: episodes alone. */
export const takenByPodcasts = (articles: readonly Article[]): readonly Article[] =>
  articles.filter(({ audio }) => audio !== undefined);

export function podcastItem(article: Article, place: Place): string {
  const { duration } = article.audio ?? {};
  return withMore(
    rssItem(article, place),
    textElementXml("itunes:duration", duration === undefined ? undefined : String(duration)),
  );
}

/** What Apple's directory and the Podcast Index ask of a channel; a publication of articles belongs to the news. */
export function podcastDocument(envelope: Envelope, itemsXml: readonly string[]): string {
  const { channel, place } = envelope;
  const { icon } = place.publication;
  const publishers = publishersOf(place);
  const owner = publishers.find(({ email }) => email !== undefined);
  if (itemsXml.length === 0) return rssDocument(envelope, itemsXml); // No podcast, and nothing to ask of it.
  const ownerXml = textElementXml("itunes:name", owner?.name) + textElementXml("itunes:email", owner?.email);
  return rssAround(envelope, itemsXml, PODCAST, [
    textElementXml("itunes:author", publishers[0]?.name),
    elementXml("itunes:category", { text: "News" }),
    textElementXml("itunes:explicit", "false"),
    icon ? elementXml("itunes:image", { href: uriOf(icon) }) : "",
    owner ? elementXml("itunes:owner", {}, ownerXml) : "",
    textElementXml("itunes:type", "episodic"),
    textElementXml("podcast:guid", channel.id.replace("urn:uuid:", "")),
  ]);
}
