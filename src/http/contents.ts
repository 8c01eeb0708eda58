import { addressOf, archiveAddressOf } from "../feeds/addresses.ts";
import { archiveNamed, NONE, nextArchive } from "../feeds/archive.ts";
import type { Channel } from "../feeds/channels.ts";
import type { Stock } from "../feeds/documents.ts";
import { ALL_FORMATS, type AnyFormat, FORMATS, type FormatName } from "../feeds/formats.ts";
import type { Holding } from "../feeds/library.ts";
import type { Edition } from "./edition.ts";
import { formerPath } from "./former.ts";
import { type Asked, FETCH_DESTINATION, type Finder, type Found, GONE, NOTHING } from "./found.ts";
import { CHOICE } from "./negotiation.ts";
import { articleAt, channelPageAt, feedPage, searchAt, subscribeAt } from "./page-contents.ts";
import type { Pages } from "./pages.ts";
import { meantBy } from "./redirects.ts";
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
export async function find(edition: Edition, asked: Asked, pages: Pages): Promise<Found> {
  for (const finder of FINDERS) {
    const found = await finder(edition, asked, pages);
    if (found.kind !== "nothing") return found;
  }
  return NOTHING;
}

/** The channel for which a path chooses a format by what a client accepts. */
export const choiceAt = async (
  { channelAt }: Edition,
  { path, query }: Asked,
): Promise<Holding | undefined> =>
  path.endsWith(CHOICE) ? channelAt(path.slice(0, -CHOICE.length), query) : undefined;

/** The way to what is meant by an address that has nothing itself; nothing where that has none either. */
export async function leadTo(edition: Edition, meant: Asked, pages: Pages): Promise<Found> {
  const found = await find(edition, meant, pages);
  if (found.kind === "gone" || (found.kind === "moved" && found.status === 308)) return found;
  if (found.kind === "nothing" && !(await choiceAt(edition, meant))) return NOTHING;
  const to = edition.place.base + encodeURI(meant.path) + meantBy(meant.query);
  return { kind: "moved", to, status: 308 };
}

/** A channel of a topic that is no more: where it became another, that one's answers at the same ending. */
function formerAt(edition: Edition, asked: Asked, pages: Pages): Found | Promise<Found> {
  const former = formerPath(asked.path, edition.place.publication.formerTopics);
  if (!former) return NOTHING;
  return former.to === undefined ? GONE : leadTo(edition, { ...asked, path: former.to }, pages);
}

const ARCHIVED = /^(.*)\/archive\/((?:undated-)?[1-9]\d*)$/u;

async function feedAt(edition: Edition, asked: Asked, pages: Pages): Promise<Found> {
  const { path } = asked;
  const slash = path.lastIndexOf("/");
  const name = FILES.get(path.slice(slash + 1));
  if (!name) return NOTHING;
  const [, before = "", archive] = ARCHIVED.exec(path.slice(0, slash)) ?? [];
  const channelPath = archive ? before : path.slice(0, slash);
  const holding = await edition.channelAt(channelPath, asked.query);
  if (!holding) return NOTHING;
  const { channel } = holding;
  const { base } = edition.place;
  const isCanonical = decodeURI(channel.path) === channelPath;
  if (archive) {
    if (!isFormat(name) || channel.kind === "search") return NOTHING;
    return isCanonical
      ? archiveAt(edition, holding, name, archive)
      : { kind: "moved", to: archiveAddressOf(channel, name, base, archive), status: 308 };
  }
  if (!isCanonical) return { kind: "moved", to: addressOf(channel, name, base), status: 308 };
  return isFormat(name) && asked.isDocument
    ? feedPage(edition, asked, pages, holding)
    : subscription(edition, asked, holding, name);
}

function subscription(edition: Edition, { path }: Asked, holding: Holding, name: AnyFormat): Found {
  const { channel } = holding;
  const { library, write } = edition;
  return {
    kind: "content",
    ...(channel.query !== undefined && { key: path + channel.query }),
    write: async () => ({
      ...write.current(channel, name, await holding.stock(name, true), () => stockOf(channel, name, library)),
      ...(isFormat(name) && { vary: FETCH_DESTINATION }),
    }),
  };
}

const NO_STOCK: Stock = { articles: [], older: NONE, withdrawn: [] };

/** A channel's stock once more: to keep it for every document that is kept would take most of a Worker's memory. */
async function stockOf(
  { kind, name, path }: Channel,
  format: AnyFormat,
  library: Edition["library"],
): Promise<Stock> {
  const holding = kind === "search" ? await library.search(name) : await library.channel(decodeURI(path));
  return holding ? holding.stock(format) : NO_STOCK;
}

function archiveAt(
  { place, write }: Edition,
  { channel, counts, articles }: Holding,
  name: FormatName,
  asked: string,
): Found {
  const { entries } = place.publication;
  const archive = archiveNamed(asked, counts, entries);
  if (archive) {
    const { start, end } = archive;
    return {
      kind: "content",
      write: async () => write.archive(channel, name, archive, await articles(start, end)),
    };
  }
  return asked === nextArchive(counts, entries)
    ? { kind: "moved", to: addressOf(channel, name, place.base), status: 307 }
    : NOTHING;
}
