import type { Article } from "../articles/article.ts";
import { newestChange } from "../articles/order.ts";
import { addressOf, archiveAddressOf, channelPageOf } from "../feeds/addresses.ts";
import { shelve } from "../feeds/archive.ts";
import type { Channel } from "../feeds/channels.ts";
import type { Content } from "../feeds/envelope.ts";
import { EXTENSION } from "../feeds/extension.ts";
import { ALL_FORMATS, type AnyFormat, FORMATS, type FormatName } from "../feeds/formats.ts";
import { OPML, opmlDocument } from "../feeds/opml.ts";
import {
  NEWS_SITEMAP,
  newsSitemapDocument,
  ROBOTS,
  robotsText,
  SITEMAP,
  sitemapDocument,
} from "../feeds/sitemap.ts";
import type { Edition } from "./edition.ts";
import { formerPath } from "./former.ts";
import type { Pages } from "./pages.ts";

/** What is at an address: a content still to be made, another address that is meant, or the reason why there is none. */
export type Found =
  | { readonly kind: "content"; readonly write: () => Content }
  | { readonly kind: "moved"; readonly to: string; readonly status: 307 | 308 }
  | { readonly kind: "gone" }
  | { readonly kind: "nothing" };

/** Finds what an edition has at a path (decoded, beginning with a slash). */
type Finder = (edition: Edition, path: string, pages: Pages) => Found;

const NOTHING: Found = { kind: "nothing" };
const GONE: Found = { kind: "gone" };

const FILES = new Map<string, AnyFormat>(
  Object.entries(ALL_FORMATS).map(([name, { file }]) => [file, name as AnyFormat]),
);
const isFormat = (name: AnyFormat): name is FormatName => name in FORMATS;

const FINDERS: readonly Finder[] = [formerAt, feedAt, articleAt, textAt, channelPageAt];

/** What is at a path. */
export function find(edition: Edition, path: string, pages: Pages): Found {
  for (const finder of FINDERS) {
    const found = finder(edition, path, pages);
    if (found.kind !== "nothing") return found;
  }
  return NOTHING;
}

/** A topic that is no more, whatever is asked of it. */
function formerAt({ place }: Edition, path: string): Found {
  const former = formerPath(path, place.publication.formerTopics);
  if (!former) return NOTHING;
  return former.to === undefined
    ? GONE
    : { kind: "moved", to: place.base + encodeURI(former.to), status: 308 };
}

const ARCHIVED = /^(.*)\/archive\/((?:undated-)?[1-9]\d*)$/u;

function feedAt(edition: Edition, path: string): Found {
  const slash = path.lastIndexOf("/");
  const name = FILES.get(path.slice(slash + 1));
  if (!name) return NOTHING;
  const [, before = "", archive] = ARCHIVED.exec(path.slice(0, slash)) ?? [];
  const channelPath = archive ? before : path.slice(0, slash);
  const channel = edition.directory().find(channelPath);
  if (!channel) return NOTHING;
  const { base } = edition.place;
  const isCanonical = decodeURI(channel.path) === channelPath;
  if (archive) {
    if (!isFormat(name)) return NOTHING;
    return isCanonical
      ? archiveAt(edition, channel, name, archive)
      : { kind: "moved", to: archiveAddressOf(channel, name, base, archive), status: 308 };
  }
  if (!isCanonical) return { kind: "moved", to: addressOf(channel, name, base), status: 308 };
  return { kind: "content", write: () => edition.write.current(channel, name, edition.snapshot()) };
}

function archiveAt(
  { place, write, snapshot }: Edition,
  channel: Channel,
  name: FormatName,
  archive: string,
): Found {
  const stock = snapshot();
  const { archives } = shelve(stock.articles.filter(channel.holds), place.publication.entries);
  const content = archives.some((one) => one.name === archive)
    ? write.archive(channel, name, stock, archive)
    : undefined;
  if (content) return { kind: "content", write: () => content };
  // Documents name the next full one; until there is one, the entries behind them are in the subscription document.
  const next = archives.filter(({ isFull }) => isFull).length + 1;
  return archives.length > 0 && archive === String(next)
    ? { kind: "moved", to: addressOf(channel, name, place.base), status: 307 }
    : NOTHING;
}

function channelPageAt({ directory, place, snapshot }: Edition, path: string, pages: Pages): Found {
  const asked = path === "/" ? "" : path;
  const channel = directory().find(asked);
  if (!channel) return NOTHING;
  if (decodeURI(channel.path) !== asked)
    return { kind: "moved", to: channelPageOf(channel, place.base), status: 308 };
  const write = () => {
    const held = snapshot().articles.filter(channel.holds).slice(0, place.publication.entries);
    return page(pages.channel(channel, held, directory().channels, place), held, place.publication.since);
  };
  return { kind: "content", write };
}

function articleAt({ directory, place, snapshot }: Edition, path: string, pages: Pages): Found {
  const isIt = ({ slug }: Article) => path === `/articles/${slug}`;
  const { articles, withdrawn } = snapshot();
  const article = articles.find(isIt);
  if (!article) return withdrawn.some(isIt) ? GONE : NOTHING;
  return {
    kind: "content",
    write: () =>
      page(pages.article(article, directory().channels, place), [article], place.publication.since),
  };
}

/** Documents about the whole: no date tells when they changed. */
const TEXTS: Readonly<Record<string, (edition: Edition) => Pick<Content, "text" | "mediaType">>> = {
  [OPML.file]: ({ directory, place }) => ({ ...OPML, text: opmlDocument(directory().channels, place) }),
  [SITEMAP.file]: ({ directory, place, snapshot }) => ({
    ...SITEMAP,
    text: sitemapDocument(directory().channels, snapshot().articles, place),
  }),
  [NEWS_SITEMAP.file]: ({ place, snapshot }) => ({
    ...NEWS_SITEMAP,
    text: newsSitemapDocument(snapshot().news, place),
  }),
  [ROBOTS.file]: ({ place }) => ({ ...ROBOTS, text: robotsText(place) }),
  [EXTENSION.file]: () => EXTENSION,
};

function textAt(edition: Edition, path: string): Found {
  const file = path.slice(1);
  const text = Object.hasOwn(TEXTS, file) ? TEXTS[file] : undefined;
  if (!text) return NOTHING;
  const write = (): Content => {
    const { text: told, mediaType } = text(edition);
    return { text: told, mediaType, links: [] };
  };
  return { kind: "content", write };
}

const page = (text: string, told: readonly Article[], since: string): Content => ({
  text,
  mediaType: "text/html",
  updated: newestChange(told) ?? since,
  links: [],
});
