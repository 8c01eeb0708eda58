import type { Article } from "../articles/article.ts";
import type { Publication } from "../articles/publication.ts";
import type { Channel } from "../feeds/channels.ts";
import { boundedMemory } from "../feeds/memory.ts";
import { type Search, searchChannel } from "../feeds/search.ts";

/** What searches find among what is published now: each is done once, until `clear`. */
export interface Searching {
  readonly channel: (query: string, published: readonly Article[]) => Channel;
  /** The most fitting first. */
  readonly found: (query: string, published: readonly Article[]) => readonly Article[];
  /** Another query that finds something of it: what is not published yet must not be told by its words. */
  readonly suggest: (query: string, published: readonly Article[]) => string | undefined;
  readonly clear: () => void;
}

/** Articles found that are kept, over all queries: any client can make up more. */
const KEPT = 20_000;

interface Result {
  readonly channel: Channel;
  readonly found: readonly Article[];
}

export function searching(publication: Publication, search: Search): Searching {
  const kept = boundedMemory<Result>(KEPT, ({ found }) => found.length + 1);
  let byId: ReadonlyMap<string, Article> | undefined;
  const among = (published: readonly Article[]): ReadonlyMap<string, Article> => {
    byId ??= new Map(published.map((article) => [article.id, article]));
    return byId;
  };
  const result = (query: string, published: readonly Article[]): Result =>
    kept.keep(query, () => {
      const there = among(published);
      const found = search.find(query).flatMap((id) => there.get(id) ?? []);
      return { found, channel: searchChannel(query, new Set(found.map(({ id }) => id)), publication) };
    });
  return {
    channel: (query, published) => result(query, published).channel,
    found: (query, published) => result(query, published).found,
    suggest: (query, published) => search.suggest(query, (id) => among(published).has(id)),
    clear() {
      kept.clear();
      byId = undefined;
    },
  };
}
