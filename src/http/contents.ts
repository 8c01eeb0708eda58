import type { Article } from "../articles/article.ts";
import { newestChange } from "../articles/order.ts";
import type { Content } from "../feeds/envelope.ts";
import { FORMAT_NAMES, FORMATS, type FormatName } from "../feeds/formats.ts";
import { OPML, opmlDocument } from "../feeds/opml.ts";
import type { Edition } from "./edition.ts";
import type { Pages } from "./pages.ts";

/** What is at an address: a content still to be made, or the reason why there is none. */
export type Found =
  | { readonly kind: "content"; readonly write: () => Content }
  | { readonly kind: "withdrawn" | "nothing" };

/** Finds what an edition has at a path (decoded, beginning with a slash). */
export type Finder = (edition: Edition, path: string, pages: Pages) => Found;

const FILES = new Map<string, FormatName>(FORMAT_NAMES.map((name) => [FORMATS[name].file, name]));
const FILE = `:file{(?:${[...FILES.keys()].map((file) => file.replace(".", "\\.")).join("|")})}`;
const NOTHING: Found = { kind: "nothing" };

/** Every address that has a content, as Hono's pattern. */
export const ADDRESSES: readonly (readonly [string, Finder])[] = [
  [`/${FILE}`, feedAt],
  [`/topics/:topic/${FILE}`, feedAt],
  ["/", channelPageAt],
  ["/topics/:topic", channelPageAt],
  ["/articles/:slug", articleAt],
  [`/${OPML.file}`, directoryAt],
];

function feedAt({ channels, write, snapshot }: Edition, path: string): Found {
  const slash = path.lastIndexOf("/");
  const channel = channels.get(path.slice(0, slash));
  const format = FILES.get(path.slice(slash + 1));
  if (!channel || !format) return NOTHING;
  return { kind: "content", write: () => write(channel, format, snapshot().articles) };
}

function channelPageAt({ channels, place, snapshot }: Edition, path: string, pages: Pages): Found {
  const channel = channels.get(path === "/" ? "" : path);
  if (!channel) return NOTHING;
  const write = () => {
    const held = snapshot().articles.filter(channel.holds).slice(0, place.publication.entries);
    return page(pages.channel(channel, held, [...channels.values()], place), held, place.publication.since);
  };
  return { kind: "content", write };
}

function articleAt({ channels, place, snapshot }: Edition, path: string, pages: Pages): Found {
  const isIt = ({ slug }: Article) => path === `/articles/${slug}`;
  const { articles, withdrawn } = snapshot();
  const article = articles.find(isIt);
  if (!article) return withdrawn.some(isIt) ? { kind: "withdrawn" } : NOTHING;
  return {
    kind: "content",
    write: () =>
      page(pages.article(article, [...channels.values()], place), [article], place.publication.since),
  };
}

function directoryAt({ channels, place }: Edition, path: string): Found {
  if (path !== `/${OPML.file}`) return NOTHING;
  const write = () => ({
    text: opmlDocument([...channels.values()], place),
    mediaType: OPML.mediaType,
    links: [],
  });
  return { kind: "content", write };
}

const page = (text: string, told: readonly Article[], since: string): Content => ({
  text,
  mediaType: "text/html",
  updated: newestChange(told) ?? since,
  links: [],
});
