import { v5 } from "uuid";
import type { Article } from "../articles/article.ts";
import type { Publication } from "../articles/publication.ts";
import { once } from "./once.ts";
import { KIND_NAMES, KINDS, type Kind, type Trait } from "./traits.ts";

/** Something to subscribe to, before any format. */
export interface Channel {
  /** Where its addresses begin, percent-encoded; empty for everything, else `/topics/x` or `/topics/x/languages/de`. */
  readonly path: string;
  /** Where its addresses end: the query of a search. */
  readonly query?: string;
  /** `urn:uuid:…`, whatever the address. */
  readonly id: string;
  readonly kind: Kind | "everything" | "combination" | "search";
  /** What it is called among its kind. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** How many articles it holds. */
  readonly count: number;
}

/** A channel of articles in memory. */
export interface Chosen extends Channel {
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

/** The order of the channels of a kind, but for topics, which the publication orders. */
export const bySegment = (a: Pick<Trait, "segment">, b: Pick<Trait, "segment">): number =>
  a.segment < b.segment ? -1 : 1;

/** All that can be subscribed to at a moment. */
export interface Directory {
  /** Everything, then each kind in its order. Combinations are found, not listed: there are too many. */
  readonly channels: readonly Chosen[];
  /** The channel at a path (decoded, without a slash at its end); where it is reached by another path, that channel. */
  readonly find: (path: string) => Chosen | undefined;
}

/** The channels of a publication and its articles: all but everything are looked for once one of them is asked for. */
export function directoryOf(publication: Publication, articles: readonly Article[]): Directory {
  const everything: Chosen = { ...everythingOf(publication, articles.length), holds: () => true };
  const listed = once(() => listOf(publication, articles, everything));
  const combined = (path: string): Chosen | undefined => {
    const pairs = pairsIn(path, listed().traits);
    if (pairs?.length !== 2 || pairs[0]?.[0] === pairs[1]?.[0]) return undefined;
    const channel = chosenBy(pairs, publication, 0);
    const count = articles.filter(channel.holds).length;
    return count > 0 ? { ...channel, count } : undefined;
  };
  return {
    get channels() {
      return listed().channels;
    },
    find: (path) => (path === "" ? everything : (listed().byPath.get(path) ?? combined(path))),
  };
}

/** All channels of one trait, by their paths, and the traits by their segments. */
function listOf(publication: Publication, articles: readonly Article[], everything: Chosen) {
  const byAge = oldestFirst(articles);
  const kinds = KIND_NAMES.map(
    (kind) =>
      [kind, kind === "topics" ? topicsOf(publication, byAge) : traitsOf(kind, publication, byAge)] as const,
  );
  const single = kinds.flatMap(([kind, traits]) =>
    traits.map((trait) => chosenBy([[kind, trait]], publication, trait.count)),
  );
  const channels = [everything, ...single];
  return {
    channels,
    byPath: new Map(channels.map((channel) => [decodeURI(channel.path), channel])),
    traits: new Map(
      kinds.map(([kind, some]) => [kind, new Map(some.map((trait) => [trait.segment, trait]))] as const),
    ),
  };
}

/** The undated last. What an archived document calls its channel must not change by what is published later. */
const oldestFirst = (articles: readonly Article[]): readonly Article[] => {
  const [dated = [], undated = []] = [true, false].map((isDated) =>
    articles.filter(({ published }) => (published !== undefined) === isDated),
  );
  return [...dated.reverse(), ...undated];
};

type Pair<T extends Trait> = readonly [Kind, T];

/** The traits that a path names, in the order of their kinds; nothing where it names any that is none. */
function pairsIn(
  path: string,
  traits: ReadonlyMap<Kind, ReadonlyMap<string, Held>>,
): readonly Pair<Held>[] | undefined {
  const named = namedIn(path)?.map(([kind, segment]) => [kind, traits.get(kind)?.get(segment)] as const);
  const pairs = named?.flatMap(([kind, trait]) => (trait ? [[kind, trait] as const] : []));
  return pairs?.length === named?.length ? pairs : undefined;
}

/** The kinds and segments that a path names (decoded), in the order of their kinds; nothing where it names anything else. */
export function namedIn(path: string): readonly (readonly [Kind, string])[] | undefined {
  const segments = path.split("/").slice(1);
  const named: [Kind, string][] = [];
  for (let i = 0; i < segments.length; i += 2) {
    const [kind, segment] = [KIND_NAMES.find((name) => name === segments[i]), segments[i + 1]];
    if (!kind || !segment) return undefined;
    named.push([kind, segment]);
  }
  return named.sort(([a], [b]) => KIND_NAMES.indexOf(a) - KIND_NAMES.indexOf(b));
}

export const everythingOf = ({ id, title, description, language }: Publication, count: number): Channel => ({
  path: "",
  id,
  kind: "everything",
  name: title,
  title,
  description: description || title,
  language,
  count,
});

const chosenBy = (pairs: readonly Pair<Held>[], publication: Publication, count: number): Chosen => ({
  ...channelOf(pairs, publication, count),
  holds: (article) => pairs.every(([, trait]) => trait.holds(article)),
});

/** The channel of what has a trait, or two of different kinds. */
export function channelOf(
  pairs: readonly Pair<Trait>[],
  { id, title, language }: Publication,
  count: number,
): Channel {
  const path = pairs.map(([name, { segment }]) => `/${name}/${encodeURIComponent(segment)}`).join("");
  const name = pairs.map(([, trait]) => trait.name).join(", ");
  return {
    path,
    id: `urn:uuid:${v5(path, id.replace("urn:uuid:", ""))}`,
    kind: pairs.length === 1 ? (pairs[0]?.[0] ?? "combination") : "combination",
    name,
    title: `${name} – ${title}`,
    description: pairs.map(([, { description, name: own }]) => description || own).join(", "),
    language: pairs.map(([, trait]) => trait.language).find((tag) => tag !== undefined) ?? language,
    count,
  };
}
