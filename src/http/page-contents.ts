import type { Headline } from "../articles/headline.ts";
import { newestChange } from "../articles/order.ts";
import { channelPageOf } from "../feeds/addresses.ts";
import type { Channel } from "../feeds/channels.ts";
import type { Content } from "../feeds/envelope.ts";
import type { Holding, Slice } from "../feeds/library.ts";
import { queryIn, SEARCH_PATH } from "../feeds/search.ts";
import type { Edition } from "./edition.ts";
import { type Asked, FETCH_DESTINATION, type Found, GONE, NOTHING } from "./found.ts";
import type { ChannelView, Pages, View } from "./pages.ts";
import { pageHeaders } from "./security.ts";

const viewOf = async ({ place, library }: Edition): Promise<View> => ({
  place,
  channels: await library.channels(),
});

const ARTICLE = /^\/articles\/([^/]+)$/;

export async function articleAt(edition: Edition, { path }: Asked, pages: Pages): Promise<Found> {
  const [, slug] = ARTICLE.exec(path) ?? [];
  if (slug === undefined) return NOTHING;
  const standing = await edition.library.article(slug);
  if (standing.kind !== "published") return standing.kind === "withdrawn" ? GONE : NOTHING;
  const { article, earlier, later, channels: holding } = standing;
  const { library } = edition;
  const told = [article, earlier, later, ...library.firstOfTopics()].filter((one) => one !== undefined);
  return pageOf(edition, pages, newestChange(told), async () =>
    pages.article({
      ...(await viewOf(edition)),
      article,
      holding,
      ...(earlier && { earlier }),
      ...(later && { later }),
    }),
  );
}

export async function channelPageAt(edition: Edition, { path, query }: Asked, pages: Pages): Promise<Found> {
  const asked = path === "/" ? "" : path;
  const holding = await edition.library.channel(asked);
  if (!holding) return NOTHING;
  const { channel } = holding;
  const { base } = edition.place;
  const part = partOf(holding, query("page"), edition);
  if (!part) return NOTHING;
  if (decodeURI(channel.path) !== asked || part.isSpelled)
    return { kind: "moved", to: channelPageOf(channel, base, part.page), status: 308 };
  return {
    ...pageOf(edition, pages, edition.library.updated, async () =>
      pages.channel(await shown(edition, holding.headlines, channel, part)),
    ),
    ...(part.page > 1 && { key: `${path}?page=${part.page}` }),
  };
}

/** A channel's page at the address of one of its feeds. */
export async function feedPage(
  edition: Edition,
  { path }: Asked,
  pages: Pages,
  holding: Holding,
): Promise<Found> {
  const { channel, headlines } = holding;
  const part = partOf(holding, undefined, edition);
  if (!part) return NOTHING;
  const page = pageOf(edition, pages, edition.library.updated, async () =>
    pages.channel({ ...(await shown(edition, headlines, channel, part)), isFeed: true }),
  );
  const write = async () => ({ ...(await page.write()), vary: FETCH_DESTINATION });
  return { ...page, write, key: `${path}${channel.query ?? ""} document` };
}

/** What a search found, the most fitting first; without a query the page to ask on. */
export async function searchAt(edition: Edition, { path, query }: Asked, pages: Pages): Promise<Found> {
  if (path !== SEARCH_PATH) return NOTHING;
  const { library, place } = edition;
  const asked = queryIn(query("q") ?? "");
  if (asked === "")
    return pageOf(edition, pages, library.updated, async () => pages.search(await viewOf(edition)));
  const finding = await library.search(asked);
  const { channel, ranked } = finding;
  const part = partOf(finding, query("page"), edition);
  if (!part) return NOTHING;
  if (part.isSpelled)
    return { kind: "moved", to: channelPageOf(channel, place.base, part.page), status: 308 };
  const write = async () => {
    const suggestion = channel.count === 0 ? await library.suggest(channel.name) : undefined;
    const found = await shown(edition, ranked, channel, part);
    return pages.search({ ...(await viewOf(edition)), found, ...(suggestion && { suggestion }) });
  };
  return {
    ...pageOf(edition, pages, library.updated, write),
    key: `${path}${channel.query} ${part.page}`,
  };
}

export function subscribeAt(edition: Edition, { path }: Asked, pages: Pages): Found {
  if (path !== "/subscribe") return NOTHING;
  return pageOf(edition, pages, edition.library.updated, async () => pages.subscribe(await viewOf(edition)));
}

/** Which of a channel's articles one of its pages shows. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly page: number;
  readonly pages: number;
  /** The first page is asked for by its number: it has a shorter address. */
  readonly isSpelled: boolean;
}

const NUMBER = /^[1-9]\d{0,8}$/;

/** A page by its number, as it stands in a query; nothing where there is no such page. */
function partOf(
  { counts: { dated, undated } }: Holding,
  asked: string | undefined,
  { place }: Edition,
): Part | undefined {
  const { entries } = place.publication;
  const pages = Math.max(1, Math.ceil((dated + undated) / entries));
  const page = asked === undefined ? 1 : NUMBER.test(asked) ? Number(asked) : 0;
  if (page < 1 || page > pages) return undefined;
  return { start: (page - 1) * entries, end: page * entries, page, pages, isSpelled: asked === "1" };
}

const shown = async (
  edition: Edition,
  list: Slice<Headline>,
  channel: Channel,
  { start, end, page, pages }: Part,
): Promise<ChannelView> => ({
  ...(await viewOf(edition)),
  channel,
  articles: await list(start, end),
  page,
  pages,
});

type Page = Extract<Found, { kind: "content" }>;

/** A page, and the newest change that it tells of. */
const pageOf = (
  edition: Edition,
  pages: Pages,
  updated: string | undefined,
  write: () => Promise<string>,
): Page => ({
  kind: "content",
  write: async (): Promise<Content> => ({
    text: await write(),
    mediaType: "text/html",
    updated: updated ?? edition.place.publication.since,
    links: [],
    headers: pageHeaders(pages),
  }),
});
