import { Feed, type Item } from "feed";
import type { Article } from "../articles/article.ts";
import { printable } from "../articles/characters.ts";
import { type Envelope, GENERATOR } from "./envelope.ts";
import { creditedTo, type Place, pageOf, placed, topicsOf } from "./place.ts";
import { elementXml, textElementXml } from "./xml.ts";

const NAMESPACES = {
  version: "2.0",
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
};

/** The package undoes one level of `&amp;` in element text. */
const escapedForFeed = (text: string) => printable(text).replaceAll("&", "&amp;");

/**
 * An article as an RSS 2.0 `item`. The `feed` package writes what it writes well; the title and the body, of which it
 * would split but the first `]]>`, and what it has no words for stand before and behind that. A description is HTML.
 */
export function rssItem(article: Article, place: Place): string {
  const page = pageOf(article, place);
  const writer = new Feed({ id: page, title: "", copyright: "", updated: new Date(0) });
  writer.addItem({
    title: "",
    guid: escapedForFeed(article.id),
    link: page,
    description: printable(escapeText(article.summary)),
    category: topicsOf(article, place).map(({ title }) => ({ name: escapedForFeed(title) })),
    ...(article.published && { date: new Date(article.published) }),
  } as Item); // The package's types ask for a date, the package and RSS do not.
  const xml = writer.rss2();
  const ownXml = xml.slice(xml.indexOf("<item>") + "<item>".length, xml.lastIndexOf("</item>"));
  const contentXml = textElementXml("content:encoded", placed(article.contentHtml, place));
  return `<item>\n${textElementXml("title", article.title)}${withoutIndent(ownXml)}${contentXml}\n${moreXml(article)}\n</item>`;
}

const escapeText = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The package indents by up to 12 spaces; what stands in CDATA is left as it is. */
const withoutIndent = (xml: string): string =>
  xml
    .split(/(<!\[CDATA\[.*?\]\]>)/s)
    .map((part) => (part.startsWith("<![CDATA[") ? part : part.replace(/\n +/g, "\n")))
    .join("");

/** `dc:creator`, as RSS's own `author` wants an e-mail address, and the entry's language. */
function moreXml(article: Article): string {
  const creatorsXml = creditedTo(article).map(({ name }) => textElementXml("dc:creator", name));
  return creatorsXml.join("") + textElementXml("dc:language", article.language);
}

/** RSS 2.0, with Atom's links for what RSS has no word for (RSS Advisory Board's profile, "atom:link"). */
export function rssDocument(
  { channel, place: { publication }, updated, page, links }: Envelope,
  itemsXml: readonly string[],
): string {
  const headXml = [
    textElementXml("title", channel.title),
    textElementXml("link", page),
    textElementXml("description", channel.description),
    textElementXml("language", channel.language),
    textElementXml("copyright", publication.copyright),
    textElementXml("lastBuildDate", new Date(updated).toUTCString()),
    textElementXml("generator", GENERATOR),
    textElementXml("docs", "https://www.rssboard.org/rss-specification"),
    textElementXml("ttl", String(Math.ceil(publication.cache.maxAge / 60))),
    ...links.map(({ rel, href, type }) => elementXml("atom:link", { rel, href, type })),
  ];
  const channelXml = elementXml(
    "channel",
    {},
    [...headXml, ...itemsXml].filter((xml) => xml !== "").join("\n"),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${elementXml("rss", NAMESPACES, channelXml)}\n`;
}
