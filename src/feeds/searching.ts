import type { Article } from "../articles/article.ts";
import type { Publication } from "../articles/publication.ts";
import type { Channel } from "./channels.ts";
import { boundedMemory } from "./memory.ts";
import { type Search, searchChannel } from "./search.ts";

/** What a search found. */
export interface Result {
  readonly channel: Channel;
  /** The most fitting first. */
  readonly found: readonly Article[];
}

/** Articles found that are kept, over all queries: any client can make up more. */
const KEPT = 20_000;

/** Searches what is published at a moment: for each query once. */
export function searching(
  publication: Publication,
  search: Search,
  published: readonly Article[],
): (query: string) => Result {
  const kept = boundedMemory<Result>(KEPT, ({ found }) => found.length + 1);
  let byId: ReadonlyMap<string, Article> | undefined;
  return (query) =>
    kept.keep(query, () => {
      byId ??= new Map(published.map((article) => [article.id, article]));
      const found = search.find(query).flatMap((id) => byId?.get(id) ?? []);
      return { found, channel: searchChannel(query, found.length, publication) };
    });
}
