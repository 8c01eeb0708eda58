import { addressOf, archiveAddressOf } from "../feeds/addresses.ts";
import { shelve } from "../feeds/archive.ts";
import type { Channel } from "../feeds/channels.ts";
import { ALL_FORMATS, type AnyFormat, FORMATS, type FormatName } from "../feeds/formats.ts";
import type { Edition } from "./edition.ts";
import { formerPath } from "./former.ts";
import { type Asked, FETCH_DESTINATION, type Finder, type Found, GONE, NOTHING } from "./found.ts";
import { articleAt, channelPageAt, feedPage, searchAt, subscribeAt } from "./page-contents.ts";
import type { Pages } from "./pages.ts";
import { textAt } from "./text-contents.ts";

const FILES = new Map<string, AnyFormat>(
  Object.entries(ALL_FORMATS).map(([name, { file }]) => [file, name as AnyFormat]),
);
const isFormat = (name: AnyFormat): name is FormatName => name in FORMATS;

const FINDERS: readonly Finder[] = [
  formerAt,
  feedAt,
  articleAt,
  textAt,
  searchAt,
  subscribeAt,
  channelPageAt,
];

/** What an edition has for a request. */
export function find(edition: Edition, asked: Asked, pages: Pages): Found {
  for (const finder of FINDERS) {
    const found = finder(edition, asked, pages);
    if (found.kind !== "nothing") return found;
  }
  return NOTHING;
}

/** A topic that is no more, whatever is asked of it. */
function formerAt({ place }: Edition, { path }: Asked): Found {
  const former = formerPath(path, place.publication.formerTopics);
  if (!former) return NOTHING;
  return former.to === undefined
    ? GONE
    : { kind: "moved", to: place.base + encodeURI(former.to), status: 308 };
}

const ARCHIVED = /^(.*)\/archive\/((?:undated-)?[1-9]\d*)$/u;

function feedAt(edition: Edition, asked: Asked, pages: Pages): Found {
  const { path } = asked;
  const slash = path.lastIndexOf("/");
  const name = FILES.get(path.slice(slash + 1));
  if (!name) return NOTHING;
  const [, before = "", archive] = ARCHIVED.exec(path.slice(0, slash)) ?? [];
  const channelPath = archive ? before : path.slice(0, slash);
  const channel = edition.channelAt(channelPath, asked.query);
  if (!channel) return NOTHING;
  const { base } = edition.place;
  const isCanonical = decodeURI(channel.path) === channelPath;
  if (archive) {
    if (!isFormat(name) || channel.kind === "search") return NOTHING;
    return isCanonical
      ? archiveAt(edition, channel, name, archive)
      : { kind: "moved", to: archiveAddressOf(channel, name, base, archive), status: 308 };
  }
  if (!isCanonical) return { kind: "moved", to: addressOf(channel, name, base), status: 308 };
  return isFormat(name) && asked.isDocument
    ? feedPage(edition, asked, pages, channel)
    : subscription(edition, asked, channel, name);
}

function subscription(edition: Edition, { path }: Asked, channel: Channel, name: AnyFormat): Found {
  return {
    kind: "content",
    ...(channel.query !== undefined && { key: path + channel.query }),
    write: () => ({
      ...edition.write.current(channel, name, edition.snapshot()),
      ...(isFormat(name) && { vary: FETCH_DESTINATION }),
    }),
  };
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
