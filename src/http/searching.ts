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
  const result = (query: string, published: readonly Article[]): Result =>
    kept.keep(query, () => {
      byId ??= new Map(published.map((article) => [article.id, article]));
      const found = search.find(query).flatMap((id) => byId?.get(id) ?? []);
      return { found, channel: searchChannel(query, new Set(found.map(({ id }) => id)), publication) };
    });
  return {
    channel: (query, published) => result(query, published).channel,
    found: (query, published) => result(query, published).found,
    clear() {
      kept.clear();
      byId = undefined;
    },
  };
}
