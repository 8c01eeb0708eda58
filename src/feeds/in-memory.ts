import type { Article } from "../articles/article.ts";
import { headlineOf } from "../articles/headline.ts";
import { newestChange, newestFirst } from "../articles/order.ts";
import type { Publication } from "../articles/publication.ts";
import { countsOf, NONE } from "./archive.ts";
import type { Channel } from "./channels.ts";
import { type Directory, directoryOf } from "./directory.ts";
import type { Finding, Holding, Library, OpenLibrary, Slice, Standing } from "./library.ts";
import { once } from "./once.ts";
import { indexOf, type Search, searchIn } from "./search.ts";
import { type Result, searching } from "./searching.ts";
import { type Census, MOST_ADDRESSES } from "./sitemap.ts";
import { type Snapshot, snapshotAt } from "./snapshot.ts";

/** A library of articles that are all in memory. `searchIndex`: what the build indexed of them; made where it is not given. */
export function inMemory(
  publication: Publication,
  articles: readonly Article[],
  searchIndex?: string,
): OpenLibrary {
  const search = searchIn(() => searchIndex ?? indexOf(articles));
  let open: Library | undefined;
  return async (now) => {
    if (!open || now >= open.until) open = libraryOf(publication, snapshotAt(articles, now), search);
    return open;
  };
}

function libraryOf(publication: Publication, snapshot: Snapshot, search: Search): Library {
  const { articles, withdrawn, news, until } = snapshot;
  const directory = once(() => directoryOf(publication, articles));
  const find = searching(publication, search, articles);
  const ids = once(() => new Set(articles.map(({ id }) => id)));
  const firsts = once(() =>
    publication.topics.flatMap(({ id }) => articles.findLast(({ topics }) => topics.includes(id)) ?? []),
  );
  const bySlug = once(() => numbersOf(articles));
  const updated = newestChange(articles);
  return {
    until,
    ...(updated !== undefined && { updated }),
    async channel(path) {
      const channel = directory().find(path);
      if (!channel) return undefined;
      const held = once(() => articles.filter(channel.holds));
      return holdingOf(channel, held, () => withdrawn.filter(channel.holds));
    },
    channels: async () => directory().channels,
    article: async (slug) => standingOf(slug, bySlug().get(slug), snapshot, directory()),
    firstOfTopics: firsts,
    news: async () => news.map(headlineOf),
    search: async (query) => findingOf(find(query)),
    // What is not published yet must not be told by its words.
    suggest: async (query) => search.suggest(query, (id) => ids().has(id)),
    census: async () => censusOf(directory().channels, articles),
  };
}

const numbersOf = (articles: readonly Article[]): ReadonlyMap<string, number> =>
  new Map(articles.map(({ slug }, at) => [slug, at] as const).reverse());

const sliceOf =
  <T>(all: readonly T[]): Slice<T> =>
  async (start, end) =>
    all.slice(start, end);

/** A channel's articles, newest first, and those of it that were withdrawn. */
function holdingOf(
  channel: Holding["channel"],
  held: () => readonly Article[],
  withdrawn: () => readonly Article[],
): Holding {
  return {
    channel,
    get counts() {
      return countsOf(held());
    },
    stock: async () => ({ articles: held(), older: NONE, withdrawn: withdrawn() }),
    articles: async (start, end) => held().slice(start, end),
    headlines: async (start, end) => held().slice(start, end).map(headlineOf),
  };
}

const findingOf = ({ channel, found }: Result): Finding => ({
  ...holdingOf(
    channel,
    once(() => found.toSorted(newestFirst)),
    () => [],
  ),
  ranked: async (start, end) => found.slice(start, end).map(headlineOf),
});

function standingOf(
  slug: string,
  at: number | undefined,
  { articles, withdrawn }: Snapshot,
  { channels }: Directory,
): Standing {
  const article = at === undefined ? undefined : articles[at];
  if (at === undefined || !article)
    return { kind: withdrawn.some((one) => one.slug === slug) ? "withdrawn" : "nothing" };
  const [later, earlier] = [articles[at - 1], articles[at + 1]].map((other) =>
    article.published && other?.published ? other : undefined,
  );
  return {
    kind: "published",
    article,
    ...(earlier && { earlier }),
    ...(later && { later }),
    channels: channels.filter((channel) => channel.holds(article)),
  };
}

/** What sitemaps name of channels and of articles, newest first, in parts of so many at most. */
export const censusOf = (
  channels: readonly Channel[],
  articles: readonly Article[],
  most = MOST_ADDRESSES,
): Census => ({
  most,
  counts: { channels: channels.length, articles: articles.length },
  channels: sliceOf(channels),
  articles: sliceOf(articles.toReversed()),
});
