import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import type { File } from "../sample.ts";

/** An entry as a reader understood it. */
export interface Entry {
  readonly id: string | undefined;
  readonly url: string | undefined;
  readonly title: string | undefined;
  readonly published: number | undefined;
  readonly bodyHtml: string | undefined;
  readonly summary: string | undefined;
}

/** A document as a reader understood it. */
export interface Document {
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly self: string | undefined;
  readonly page: string | undefined;
  readonly hub: string | undefined;
  readonly entries: readonly Entry[];
}

/** Reads a document by feedsmith, whatever its format. */
export const read = (file: File, text: string): Document => READERS[file](text);

const READERS: Readonly<Record<File, (text: string) => Document>> = {
  "rss.xml": readRss,
  "atom.xml": readAtom,
  "feed.json": readJson,
};

type Linked = { readonly rel?: string; readonly type?: string; readonly href?: string };

const hrefOf = (links: readonly Linked[] | undefined, rel: string, type?: string) =>
  links?.find((link) => link.rel === rel && (!type || link.type === type))?.href;

const secondsOf = (date: string | undefined) => (date === undefined ? undefined : Date.parse(date) / 1000);

function readRss(text: string): Document {
  const { title, language, link, atom, items = [] } = parseRssFeed(text);
  return {
    title,
    language,
    page: link,
    self: hrefOf(atom?.links, "self"),
    hub: hrefOf(atom?.links, "hub"),
    entries: items.map((item) => ({
      id: item.guid?.value,
      url: item.link,
      title: item.title,
      published: secondsOf(item.pubDate),
      bodyHtml: item.content?.encoded,
      summary: item.description,
    })),
  };
}

function readAtom(text: string): Document {
  const { title, links, xml, entries = [] } = parseAtomFeed(text);
  return {
    title: title?.value,
    language: xml?.lang,
    page: hrefOf(links, "alternate", "text/html"),
    self: hrefOf(links, "self"),
    hub: hrefOf(links, "hub"),
    entries: entries.map((entry) => ({
      id: entry.id,
      url: hrefOf(entry.links, "alternate"),
      title: entry.title?.value,
      published: secondsOf(entry.published),
      bodyHtml: entry.content?.value,
      summary: entry.summary?.value,
    })),
  };
}

function readJson(text: string): Document {
  const { title, language, home_page_url, feed_url, hubs, items = [] } = parseJsonFeed(text);
  return {
    title,
    language,
    page: home_page_url,
    self: feed_url,
    hub: hubs?.[0]?.url,
    entries: items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      published: secondsOf(item.date_published),
      bodyHtml: item.content_html,
      summary: item.summary,
    })),
  };
}
