import type { Article } from "../articles/article.ts";
import { newestChange } from "../articles/order.ts";
import { channelPageOf } from "../feeds/addresses.ts";
import type { Channel } from "../feeds/channels.ts";
import type { Content } from "../feeds/envelope.ts";
import { SEARCH_PATH } from "../feeds/search.ts";
import type { Edition } from "./edition.ts";
import { type Asked, FETCH_DESTINATION, type Found, GONE, NOTHING } from "./found.ts";
import type { ChannelView, Pages, View } from "./pages.ts";
import { pageHeaders } from "./security.ts";

const viewOf = ({ place, directory }: Edition): View => ({ place, channels: directory().channels });

export function articleAt(edition: Edition, { path }: Asked, pages: Pages): Found {
  const isIt = ({ slug }: Article) => path === `/articles/${slug}`;
  const { articles, withdrawn } = edition.snapshot();
  const at = articles.findIndex(isIt);
  const article = articles[at];
  if (!article) return withdrawn.some(isIt) ? GONE : NOTHING;
  const [later, earlier] = [articles[at - 1], articles[at + 1]].map((other) =>
    article.published && other?.published ? other : undefined,
  );
  const told = () => [article, earlier, later, ...firstOfTopics(edition)].filter((one) => one !== undefined);
  return pageOf(edition, pages, told, () =>
    pages.article({ ...viewOf(edition), article, ...(earlier && { earlier }), ...(later && { later }) }),
  );
}

/** Since when each topic holds something: every page names those that do. */
function firstOfTopics({ place, snapshot }: Edition): readonly (Article | undefined)[] {
  const { articles } = snapshot();
  return place.publication.topics.map(({ id }) => articles.findLast(({ topics }) => topics.includes(id)));
}

export function channelPageAt(edition: Edition, { path, query }: Asked, pages: Pages): Found {
  const asked = path === "/" ? "" : path;
  const channel = edition.directory().find(asked);
  if (!channel) return NOTHING;
  const { base } = edition.place;
  const all = () => edition.snapshot().articles;
  const held = all().filter(channel.holds);
  const part = partOf(held, query("page"), edition);
  if (!part) return NOTHING;
  if (decodeURI(channel.path) !== asked || part.isSpelled)
    return { kind: "moved", to: channelPageOf(channel, base, part.page), status: 308 };
  return {
    ...pageOf(edition, pages, all, () => pages.channel({ ...viewOf(edition), channel, ...part })),
    ...(part.page > 1 && { key: `${path}?page=${part.page}` }),
  };
}

/** A channel's page at the address of one of its feeds. */
export function feedPage(edition: Edition, { path }: Asked, pages: Pages, channel: Channel): Found {
  const all = () => edition.snapshot().articles;
  const part = partOf(all().filter(channel.holds), undefined, edition);
  if (!part) return NOTHING;
  const page = pageOf(edition, pages, all, () =>
    pages.channel({ ...viewOf(edition), channel, ...part, isFeed: true }),
  );
  const write = () => ({ ...page.write(), vary: FETCH_DESTINATION });
  return { ...page, write, key: `${path}${channel.query ?? ""} document` };
}

/** What a search found, the most fitting first; without a query the page to ask on. */
export function searchAt(edition: Edition, { path, query }: Asked, pages: Pages): Found {
  if (path !== SEARCH_PATH) return NOTHING;
  const channel = edition.channelAt(path, query);
  const all = () => edition.snapshot().articles;
  if (!channel) return pageOf(edition, pages, all, () => pages.search(viewOf(edition)));
  const part = partOf(edition.found(channel), query("page"), edition);
  if (!part) return NOTHING;
  if (part.isSpelled)
    return { kind: "moved", to: channelPageOf(channel, edition.place.base, part.page), status: 308 };
  const found: ChannelView = { ...viewOf(edition), channel, ...part };
  const write = () => {
    const suggestion = channel.count === 0 ? edition.suggest(channel) : undefined;
    return pages.search({ ...viewOf(edition), found, ...(suggestion && { suggestion }) });
  };
  return { ...pageOf(edition, pages, all, write), key: `${path}${channel.query} ${part.page}` };
}

export function subscribeAt(edition: Edition, { path }: Asked, pages: Pages): Found {
  if (path !== "/subscribe") return NOTHING;
  const all = () => edition.snapshot().articles;
  return pageOf(edition, pages, all, () => pages.subscribe(viewOf(edition)));
}

/** Some of a channel's articles, as one of its pages shows them. */
interface Part {
  readonly articles: readonly Article[];
  readonly page: number;
  readonly pages: number;
  /** The first page is asked for by its number: it has a shorter address. */
  readonly isSpelled: boolean;
}

const NUMBER = /^[1-9]\d{0,8}$/;

/** The articles of a page by its number, as it stands in a query; nothing where there is no such page. */
function partOf(held: readonly Article[], asked: string | undefined, { place }: Edition): Part | undefined {
  const { entries } = place.publication;
  const pages = Math.max(1, Math.ceil(held.length / entries));
  const page = asked === undefined ? 1 : NUMBER.test(asked) ? Number(asked) : 0;
  if (page < 1 || page > pages) return undefined;
  const articles = held.slice((page - 1) * entries, page * entries);
  return { articles, page, pages, isSpelled: asked === "1" };
}

type Page = Extract<Found, { kind: "content" }>;

/** A page that changes when what it tells of does. */
const pageOf = (
  edition: Edition,
  pages: Pages,
  told: () => readonly Article[],
  write: () => string,
): Page => ({
  kind: "content",
  write: (): Content => ({
    text: write(),
    mediaType: "text/html",
    updated: newestChange(told()) ?? edition.place.publication.since,
    links: [],
    headers: pageHeaders(pages),
  }),
});
