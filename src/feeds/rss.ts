import { Feed, type Item } from "feed";
import type { Article } from "../articles/article.ts";
import { printable } from "../articles/characters.ts";
import { type Envelope, GENERATOR } from "./envelope.ts";
import { audioXml, imageXml } from "./media.ts";
import { bodyHtml, creditedTo, MEDIA_TOPICS, type Place, pageOf, styleOf, topicsOf, uriOf } from "./place.ts";
import { documentXml, elementXml, htmlElementXml, textElementXml } from "./xml.ts";

/** What any item may use. */
const NAMESPACES = {
  version: "2.0",
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:dcterms": "http://purl.org/dc/terms/",
  "xmlns:media": "http://search.yahoo.com/mrss/",
};
const SYNDICATION = { "xmlns:sy": "http://purl.org/rss/1.0/modules/syndication/" };
const HISTORY = { "xmlns:fh": "http://purl.org/syndication/history/1.0" };

/** The package undoes one level of `&amp;` in element text. */
const escapedForFeed = (text: string) => printable(text).replaceAll("&", "&amp;");

/**
 * Articles as RSS 2.0 `item`s. The `feed` package writes what it writes well, of all at once, as it takes as long for what
 * stands around them as for three of them; the title and the body, of which it would split but the first `]]>`, and what it
 * has no words for stand before and behind that. A description is HTML.
 */
export function rssItems(articles: readonly Article[], place: Place): readonly string[] {
  const writer = new Feed({ id: place.base, title: "", copyright: "", updated: new Date(0) });
  for (const article of articles)
    writer.addItem({
      title: "",
      guid: escapedForFeed(article.id),
      link: pageOf(article, place),
      description: printable(escapeText(article.summary)),
      ...(article.published && { date: new Date(article.published) }),
    } as Item); // The package's types ask for a date, the package and RSS do not.
  // No text in them holds a tag that is not escaped.
  const [, ...itemsXml] = writer.rss2().split("<item>");
  return articles.map((article, i) => {
    const itemXml = itemsXml[i] ?? "";
    return itemOf(article, itemXml.slice(0, itemXml.lastIndexOf("</item>")), place);
  });
}

function itemOf(article: Article, ownXml: string, place: Place): string {
  const contentXml = htmlElementXml("content:encoded", bodyHtml(article, place));
  // A body stands behind a description (RSS Advisory Board's profile, "content:encoded").
  const noSummaryXml = contentXml && !article.summary ? elementXml("description", {}) : "";
  return `<item>\n${textElementXml("title", article.title)}${withoutIndent(ownXml)}${noSummaryXml}${contentXml}\n${moreXml(article, place)}\n</item>`;
}

const escapeText = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The package indents by up to 12 spaces; what stands in CDATA is left as it is. */
const withoutIndent = (xml: string): string =>
  xml
    .split(/(<!\[CDATA\[.*?\]\]>)/s)
    .map((part) => (part.startsWith("<![CDATA[") ? part : part.replace(/\n +/g, "\n")))
    .join("");

/** `dc:creator`, as RSS's own `author` wants an e-mail address; the language, where it comes from, pictures and sound. */
function moreXml(article: Article, place: Place): string {
  const { agencies, language, source, updated, published } = article;
  return [
    ...creditedTo(article).map(({ name }) => textElementXml("dc:creator", name)),
    ...agencies.map((name) => textElementXml("dc:contributor", name)),
    textElementXml("dc:language", language),
    updated !== published ? textElementXml("dcterms:modified", updated) : "",
    source?.url ? textElementXml("source", source.name, { url: uriOf(source.url) }) : "",
    ...topicsOf(article, place).flatMap(({ title, mediatopic }) => [
      textElementXml("category", title),
      textElementXml("category", mediatopic, { domain: MEDIA_TOPICS }),
    ]),
    imageXml(article, place),
    audioXml(article, place),
  ].join("");
}

const HOUR = 3600;

/** How often to ask, in the words of RSS and of its syndication module: of a document that still changes. */
function paceXml({ pace, isArchive, place: { publication } }: Envelope): readonly string[] {
  if (isArchive) return [];
  const { skipHours, skipDays } = publication;
  return [
    textElementXml("ttl", String(Math.max(1, Math.ceil(pace / 60)))),
    textElementXml("sy:updatePeriod", "hourly"),
    textElementXml("sy:updateFrequency", String(Math.max(1, Math.floor(HOUR / Math.max(pace, 1))))),
    skippedXml(
      "skipHours",
      [...new Set(skipHours)].map((hour) => textElementXml("hour", String(hour))),
    ),
    skippedXml(
      "skipDays",
      [...new Set(skipDays)].map((day) => textElementXml("day", day)),
    ),
  ];
}

const skippedXml = (name: string, partsXml: readonly string[]): string =>
  partsXml.length > 0 ? elementXml(name, {}, partsXml.join("")) : "";

/** RSS 2.0 knows GIF, JPEG and PNG; an address without an ending may be any of them. */
const isKnownPicture = (address: string): boolean => {
  const { pathname } = new URL(address);
  return /\.(?:gif|jpe?g|png)$/i.test(pathname) || !/\.\w+$/.test(pathname);
};

/** The publication's picture, in the channel's words. */
function pictureXml({ channel, page, place: { publication } }: Envelope): string {
  if (!publication.icon || !isKnownPicture(publication.icon)) return "";
  return elementXml(
    "image",
    {},
    textElementXml("url", uriOf(publication.icon)) +
      textElementXml("title", channel.title) +
      textElementXml("link", page),
  );
}

/** The namespaces that a document uses. */
const namespacesOf = ({ isArchive }: Envelope) => ({
  ...NAMESPACES,
  ...(isArchive ? HISTORY : SYNDICATION),
});

/** RSS 2.0, with Atom's links for what RSS has no word for (RSS Advisory Board's profile, "atom:link"). */
export function rssDocument(envelope: Envelope, itemsXml: readonly string[]): string {
  return rssAround(envelope, itemsXml, {}, []);
}

/** The same with more namespaces, and more elements of the channel. */
export function rssAround(
  envelope: Envelope,
  itemsXml: readonly string[],
  namespaces: Readonly<Record<string, string>>,
  moreXml: readonly string[],
): string {
  const { channel, place, updated, page, links, isArchive } = envelope;
  const { publication } = place;
  const headXml = [
    textElementXml("title", channel.title),
    textElementXml("link", page),
    textElementXml("description", channel.description),
    textElementXml("language", channel.language),
    textElementXml("copyright", publication.copyright),
    textElementXml("lastBuildDate", new Date(updated).toUTCString()),
    textElementXml("generator", GENERATOR),
    textElementXml("docs", "https://www.rssboard.org/rss-specification"),
    ...paceXml(envelope),
    pictureXml(envelope),
    ...moreXml,
    isArchive ? elementXml("fh:archive", {}) : "",
    ...links.map(({ rel, href, type }) => elementXml("atom:link", { rel, href, type })),
  ];
  const channelXml = elementXml(
    "channel",
    {},
    [...headXml, ...itemsXml].filter((xml) => xml !== "").join("\n"),
  );
  const rssXml = elementXml("rss", { ...namespacesOf(envelope), ...namespaces }, channelXml);
  return documentXml(rssXml, styleOf(place));
}
