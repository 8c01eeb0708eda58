import type { Article } from "../articles/article.ts";
import type { Publication } from "../articles/publication.ts";
import { bySegment, type Channel, channelOf, everythingOf, namedIn, type Pair } from "./channels.ts";
import { once } from "./once.ts";
import { KIND_NAMES, KINDS, type Kind, type Trait } from "./traits.ts";

/** A channel of articles in memory. */
interface Chosen extends Channel {
  readonly holds: (article: Article) => boolean;
}

/** A trait, and the articles that have it. */
interface Held extends Trait {
  readonly holds: (article: Article) => boolean;
  readonly count: number;
}

const topicsOf = (publication: Publication, articles: readonly Article[]): readonly Held[] => {
  const counts = countsOf(articles.flatMap((article) => article.topics));
  return publication.topics.flatMap(({ id }) => {
    const trait = KINDS.topics.traitOf(id, publication);
    if (!trait) return [];
    return { ...trait, holds: ({ topics }: Article) => topics.includes(id), count: counts.get(id) ?? 0 };
  });
};

const countsOf = (values: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

/** Traits by the values that articles have; of values that share a segment the first gives the name. */
function traitsOf(kind: Kind, publication: Publication, articles: readonly Article[]): readonly Held[] {
  const { valuesOf, traitOf } = KINDS[kind];
  const traits = new Map<string, Trait>();
  const made = new Map<string, Trait | undefined>();
  const traitFor = (value: string) => {
    const trait = made.has(value) ? made.get(value) : traitOf(value, publication);
    made.set(value, trait);
    return trait;
  };
  const held = articles.flatMap((article) => {
    const own = valuesOf(article).flatMap((value) => traitFor(value) ?? []);
    for (const trait of own) if (!traits.has(trait.segment)) traits.set(trait.segment, trait);
    return [...new Set(own.map(({ segment }) => segment))];
  });
  const counts = countsOf(held);
  return [...traits.values()].sort(bySegment).map((trait) => ({
    ...trait,
    holds: (article) => valuesOf(article).some((value) => traitFor(value)?.segment === trait.segment),
    count: counts.get(trait.segment) ?? 0,
  }));
}

/** All that can be subscribed to at a moment. */
export interface Directory {
  /** Everything, then each kind in its order. Combinations are found, not listed: there are too many. */
  readonly channels: readonly Chosen[];
  /** The channel at a path (decoded, without a slash at its end); where it is reached by another path, that channel. */
  readonly find: (path: string) => Chosen | undefined;
}

/** The channels of one trait of a kind, by their segments as paths have them: each is made when somebody asks for it. */
type Shelf = ReadonlyMap<string, { readonly trait: Held; readonly channel: () => Chosen }>;

/** The channels of a publication and its articles: those of a kind are looked for once one of them is asked for. */
export function directoryOf(publication: Publication, articles: readonly Article[]): Directory {
  const everything: Chosen = { ...everythingOf(publication, articles.length), holds: () => true };
  const byAge = once(() => oldestFirst(articles));
  const shelves = new Map(
    KIND_NAMES.map((kind) => [kind, once(() => shelfOf(kind, publication, byAge()))] as const),
  );
  const listed = once(() => [
    everything,
    ...[...shelves.values()].flatMap((shelf) => [...shelf().values()].map(({ channel }) => channel())),
  ]);
  const find = (path: string): Chosen | undefined => {
    const named = namedIn(path) ?? [];
    const pairs = named.flatMap(([kind, segment]) => {
      const held = shelves.get(kind)?.().get(segment);
      return held ? [[kind, held] as const] : [];
    });
    const [one, other] = pairs;
    if (!one || pairs.length !== named.length) return undefined;
    if (!other) return one[1].channel();
    if (pairs.length > 2 || one[0] === other[0]) return undefined;
    const both = [one, other].map(([kind, { trait }]) => [kind, trait] as const);
    const channel = chosenBy(both, publication, 0);
    const count = articles.filter(channel.holds).length;
    return count > 0 ? { ...channel, count } : undefined;
  };
  return {
    get channels() {
      return listed();
    },
    find: (path) => (path === "" ? everything : find(path)),
  };
}

function shelfOf(kind: Kind, publication: Publication, byAge: readonly Article[]): Shelf {
  const traits = kind === "topics" ? topicsOf(publication, byAge) : traitsOf(kind, publication, byAge);
  return new Map(
    traits.map((trait) => [
      decodeURI(encodeURIComponent(trait.segment)),
      { trait, channel: once(() => chosenBy([[kind, trait]], publication, trait.count)) },
    ]),
  );
}

/** The undated last. What an archived document calls its channel must not change by what is published later. */
const oldestFirst = (articles: readonly Article[]): readonly Article[] => {
  const [dated = [], undated = []] = [true, false].map((isDated) =>
    articles.filter(({ published }) => (published !== undefined) === isDated),
  );
  return [...dated.reverse(), ...undated];
};

const chosenBy = (pairs: readonly Pair<Held>[], publication: Publication, count: number): Chosen => ({
  ...channelOf(pairs, publication, count),
  holds: (article) => pairs.every(([, trait]) => trait.holds(article)),
});
