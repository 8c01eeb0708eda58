import type { Article } from "../articles/article.ts";
import {
  type Entries,
  feedlyDocument,
  feedlyItems,
  msnDocument,
  msnItems,
  podcastDocument,
  podcastItems,
  smartNewsDocument,
  smartNewsItems,
  TAKEN_BY_MSN,
  TAKEN_BY_PODCASTS,
  TAKEN_BY_SMART_NEWS,
  type Taking,
} from "./aggregators.ts";
import { atomDocument, atomEntry } from "./atom.ts";
import type { Channel } from "./channels.ts";
import type { Envelope } from "./envelope.ts";
import { jsonDocument, jsonItem } from "./json.ts";
import type { Place } from "./place.ts";
import { rssDocument, rssItems } from "./rss.ts";

/** Of a channel's articles (newest first), those that a format takes. */
export function takenOf(
  { taking }: Format,
  articles: readonly Article[],
  { language }: Channel,
): readonly Article[] {
  if (!taking) return articles;
  return articles.filter((article) => taking.takes(article, language)).slice(0, taking.most);
}

/** A way to write a channel. */
export interface Format {
  readonly name: string;
  /** Last segment of the address. */
  readonly file: string;
  readonly mediaType: string;
  /** Articles as entries of a document, one each. */
  readonly entries: Entries;
  /** A document around its entries, which stand in it as they are. */
  readonly document: (envelope: Envelope, entries: readonly string[]) => string;
  /** Which of a channel's articles it takes; all unless it says. */
  readonly taking?: Taking;
}

const each =
  (entry: (article: Article, place: Place) => string): Entries =>
  (articles, place) =>
    articles.map((article) => entry(article, place));

/** The formats, in the order in which pages and `Link` headers name them. */
export const FORMATS = {
  rss: {
    name: "RSS",
    file: "rss.xml",
    mediaType: "application/rss+xml",
    entries: rssItems,
    document: rssDocument,
  },
  atom: {
    name: "Atom",
    file: "atom.xml",
    mediaType: "application/atom+xml",
    entries: each(atomEntry),
    document: atomDocument,
  },
  json: {
    name: "JSON Feed",
    file: "feed.json",
    mediaType: "application/feed+json",
    entries: each(jsonItem),
    document: jsonDocument,
  },
} as const satisfies Readonly<Record<string, Format>>;

/** For aggregators whose wishes go against those of readers or of each other: RSS, at an address of its own. */
const PROFILES = {
  msn: {
    name: "MSN",
    file: "msn.xml",
    mediaType: "application/rss+xml",
    entries: msnItems,
    document: msnDocument,
    taking: TAKEN_BY_MSN,
  },
  smartnews: {
    name: "SmartNews",
    file: "smartnews.xml",
    mediaType: "application/rss+xml",
    entries: smartNewsItems,
    document: smartNewsDocument,
    taking: TAKEN_BY_SMART_NEWS,
  },
  feedly: {
    name: "Feedly",
    file: "feedly.xml",
    mediaType: "application/rss+xml",
    entries: feedlyItems,
    document: feedlyDocument,
  },
  podcast: {
    name: "Podcast",
    file: "podcast.xml",
    mediaType: "application/rss+xml",
    entries: podcastItems,
    document: podcastDocument,
    taking: TAKEN_BY_PODCASTS,
  },
} as const satisfies Readonly<Record<string, Format>>;

export const ALL_FORMATS = { ...FORMATS, ...PROFILES } as const;

export type FormatName = keyof typeof FORMATS;
export type AnyFormat = keyof typeof ALL_FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];
