import type { Article } from "../articles/article.ts";
import type { Envelope } from "./envelope.ts";
import { type Place, pageOf, placedUri, publishersOf, uriOf } from "./place.ts";
import { rssAround, rssDocument, rssItems } from "./rss.ts";
import { elementXml, textElementXml } from "./xml.ts";

const base = (language: string) => language.split("-")[0];

/** What it is judged by whether a document takes an article. */
export type Judged = Pick<Article, "published" | "language"> & { readonly audio?: unknown };

/** Which of a channel's articles a document takes, and how many of them at most. */
export interface Taking {
  readonly takes: (article: Judged, language: string) => boolean;
  readonly most?: number;
}

/** Both take one language from an address, and only what is dated. */
const inOneLanguage = (article: Judged, language: string): boolean =>
  article.published !== undefined && base(article.language) === base(language);

/** MSN reads about twenty. */
export const TAKEN_BY_MSN: Taking = { takes: inOneLanguage, most: 20 };

/** Articles as entries of a document. */
export type Entries = (articles: readonly Article[], place: Place) => readonly string[];

/** Items of RSS, each with something more or other. */
const changed =
  (change: (itemXml: string, article: Article, place: Place) => string): Entries =>
  (articles, place) => {
    const itemsXml = rssItems(articles, place);
    return articles.map((article, i) => change(itemsXml[i] ?? "", article, place));
  };

/** MSN knows a new version of an article by its id and the date of its change, and takes an abstract for plain text. */
export const msnItems = changed((itemXml, { summary }) =>
  itemXml.replace(/<description>.*?<\/description>/s, () => textElementXml("description", summary)),
);
export const msnDocument = rssDocument;

const SMART_NEWS = { "xmlns:snf": "http://www.smartnews.be/snf" };
/** At most five minutes. */
const SMART_NEWS_PACE = 300;
export const TAKEN_BY_SMART_NEWS: Taking = { takes: inOneLanguage, most: 50 };

const dateXml = (instant: string): string => textElementXml("pubDate", new Date(instant).toUTCString());

/** SmartFormat 2.1: the picture as a thumbnail beside the rest; a change is seen by a new date of publication. */
export const smartNewsItems = changed((plainXml, article, place) => {
  const thumbnailXml = article.image
    ? elementXml("media:thumbnail", { url: placedUri(article.image.url, place) })
    : "";
  const { published, updated = published } = article;
  const itemXml = plainXml.replace(/<pubDate>.*?<\/pubDate>/, (xml) =>
    updated === undefined ? xml : dateXml(updated),
  );
  return withMore(itemXml, thumbnailXml);
});

/** SmartNews, "Deleting Articles": what just leaves a document stays with them. Nothing more is told of it than that it was. */
function deletedItemXml(article: Article, place: Place): string {
  const { id, published, updated = published } = article;
  const partsXml = [
    textElementXml("title", "Withdrawn"),
    textElementXml("link", pageOf(article, place)),
    textElementXml("guid", id, { isPermaLink: "false" }),
    updated === undefined ? "" : dateXml(updated),
    textElementXml("media:status", "deleted"),
  ];
  return elementXml("item", {}, partsXml.join(""));
}

const withMore = (itemXml: string, moreXml: string): string =>
  itemXml.replace(/\n<\/item>$/, () => `${moreXml}\n</item>`);

/** SmartFormat 2.1: the channel's own date, and a logo. */
export function smartNewsDocument(envelope: Envelope, itemsXml: readonly string[]): string {
  const { channel, updated, place } = envelope;
  const { logo } = place.publication;
  const withdrawn = envelope.withdrawn.filter((article) => inOneLanguage(article, channel.language));
  const deletedXml = withdrawn.map((article) => deletedItemXml(article, place));
  return rssAround({ ...envelope, pace: SMART_NEWS_PACE }, [...itemsXml, ...deletedXml], SMART_NEWS, [
    textElementXml("pubDate", new Date(updated).toUTCString()),
    logo ? elementXml("snf:logo", {}, textElementXml("url", uriOf(logo))) : "",
  ]);
}

const WEBFEEDS = { "xmlns:webfeeds": "http://webfeeds.org/rss/1.0" };

/** Feedly: the publication's pictures in its own words, which a plain document has no namespace for. */
export const feedlyItems = rssItems;
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
export const TAKEN_BY_PODCASTS: Taking = { takes: ({ audio }) => audio !== undefined };

export const podcastItems = changed((itemXml, { audio }) =>
  withMore(itemXml, textElementXml("itunes:duration", audio?.duration?.toString())),
);

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
