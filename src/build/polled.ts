import type { Filed, Filing } from "../archive/filed.ts";
import type { Publication } from "../articles/publication.ts";
import { type Channel, channelOf, everythingOf } from "../feeds/channels.ts";
import { KINDS } from "../feeds/traits.ts";
import type { Effort } from "../http/compression.ts";

/** A channel that is polled much. */
export interface Polled {
  readonly held: Held;
  /** By how many articles it holds at a moment. */
  readonly channelOf: (count: number) => Channel;
  readonly effort: Effort;
}

/** What a channel holds, in the orders of a {@link Filing}. */
export type Held = Pick<Filing, "dated" | "undated" | "withdrawn">;

/** So many topics at most: what is told of their documents is bundled. */
const MOST_TOPICS = 50;

/** Everything, and topics. */
export function polledIn(publication: Publication, { dated, undated, withdrawn }: Held): readonly Polled[] {
  const [datedOf, undatedOf, withdrawnOf] = [dated, undated, withdrawn].map(byTopic);
  const topics = publication.topics.slice(0, MOST_TOPICS).flatMap(({ id }): readonly Polled[] => {
    const trait = KINDS.topics.traitOf(id, publication);
    if (!trait) return [];
    const held = {
      dated: datedOf?.get(id) ?? [],
      undated: undatedOf?.get(id) ?? [],
      withdrawn: withdrawnOf?.get(id) ?? [],
    };
    return [
      { held, channelOf: (count) => channelOf([["topics", trait]], publication, count), effort: "more" },
    ];
  });
  const everything: Polled = {
    held: { dated, undated, withdrawn },
    channelOf: (count) => everythingOf(publication, count),
    effort: "most",
  };
  return [everything, ...topics];
}

/** Articles by each of their topics, in the order in which they are. */
function byTopic(articles: readonly Filed[]): ReadonlyMap<string, readonly Filed[]> {
  const all = new Map<string, Filed[]>();
  for (const one of articles)
    for (const id of one.facts.topics) {
      const held = all.get(id);
      if (held) held.push(one);
      else all.set(id, [one]);
    }
  return all;
}
