import { v5 } from "uuid";
import type { Article } from "../articles/article.ts";
import { printable } from "../articles/characters.ts";
import { isLanguageTag, nameOfLanguage } from "../articles/language-tag.ts";
import { inLanguage, type Publication } from "../articles/publication.ts";

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
  readonly holds: (article: Article) => boolean;
  /** How many articles it holds. */
  readonly count: number;
}

/** One thing that articles may have in common. */
interface Trait {
  /** Its segment in addresses, decoded. */
  readonly segment: string;
  readonly name: string;
  readonly description?: string;
  readonly language?: string;
  readonly holds: (article: Article) => boolean;
  readonly count: number;
}

/**
 * Each kind of channel beside everything, in the order in which two of them stand in an address: the traits of its kind that
 * a publication and its articles have.
 */
const KINDS = {
  topics: ({ topics, language }: Publication, articles: readonly Article[]): readonly Trait[] => {
    const counts = countsOf(articles.flatMap((article) => article.topics));
    return topics.map(({ id, title, description }) => ({
      segment: printable(id),
      name: inLanguage(title, language, language),
      description: inLanguage(description, language, language),
      holds: (article) => article.topics.includes(id),
      count: counts.get(id) ?? 0,
    }));
  },
  languages: ({ language: own }: Publication, articles: readonly Article[]): readonly Trait[] =>
    traitsOf(
      articles,
      (article) => (isLanguageTag(article.language) ? [article.language] : []),
      (tag) => ({
        segment: tag.toLowerCase(),
        name: nameOfLanguage(tag, own),
        language: tag,
      }),
    ),
  authors: (_: Publication, articles: readonly Article[]): readonly Trait[] =>
    traitsOf(articles, ({ authors }) => authors.map(({ name }) => name), named),
  sources: (_: Publication, articles: readonly Article[]): readonly Trait[] =>
    traitsOf(articles, ({ source }) => (source ? [source.name] : []), named),
} as const satisfies Readonly<
  Record<string, (publication: Publication, articles: readonly Article[]) => readonly Trait[]>
>;

export type Kind = keyof typeof KINDS;

const KIND_NAMES = Object.keys(KINDS) as readonly Kind[];

const named: TraitOf = (name) => ({ segment: segmentOf(name), name });

/** A name in an address: its letters and digits as they are, in lower case, with hyphens between words. Nothing is lost of any script. */
export const segmentOf = (name: string): string =>
  printable(name)
    .toLowerCase()
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");

const countsOf = (values: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

/** What traits of a kind are made of, each from a value that articles have. */
type TraitOf = (value: string) => Omit<Trait, "holds" | "count">;

/** Traits by the values that articles have; of values that share a segment the first gives the name. */
function traitsOf(
  articles: readonly Article[],
  valuesOf: (article: Article) => readonly string[],
  traitOf: TraitOf,
): readonly Trait[] {
  const traits = new Map<string, ReturnType<TraitOf>>();
  const made = new Map<string, ReturnType<TraitOf>>();
  const traitFor = (value: string) => {
    const trait = made.get(value) ?? traitOf(value);
    made.set(value, trait);
    return trait;
  };
  const held = articles.flatMap((article) => {
    const own = valuesOf(article).map(traitFor);
    for (const trait of own)
      if (trait.segment !== "" && !traits.has(trait.segment)) traits.set(trait.segment, trait);
    return [...new Set(own.map(({ segment }) => segment))];
  });
  const counts = countsOf(held);
  return [...traits.values()]
    .sort((a, b) => (a.segment < b.segment ? -1 : 1))
    .map((trait) => ({
      ...trait,
      holds: (article) => valuesOf(article).some((value) => traitFor(value).segment === trait.segment),
      count: counts.get(trait.segment) ?? 0,
    }));
}

/** All that can be subscribed to at a moment. */
export interface Directory {
  /** Everything, then each kind in its order. Combinations are found, not listed: there are too many. */
  readonly channels: readonly Channel[];
  /** The channel at a path (decoded, without a slash at its end); where it is reached by another path, that channel. */
  readonly find: (path: string) => Channel | undefined;
}

/** The channels of a publication and its articles. */
export function directoryOf(publication: Publication, articles: readonly Article[]): Directory {
  const everything: Channel = {
    path: "",
    id: publication.id,
    kind: "everything",
    name: publication.title,
    title: publication.title,
    description: publication.description || publication.title,
    language: publication.language,
    holds: () => true,
    count: articles.length,
  };
  const byAge = oldestFirst(articles);
  const kinds = KIND_NAMES.map((kind) => [kind, KINDS[kind](publication, byAge)] as const);
  const single = kinds.flatMap(([kind, traits]) =>
    traits.map((trait) => channelOf(kind, [[kind, trait]], publication)),
  );
  const byPath = new Map([everything, ...single].map((channel) => [decodeURI(channel.path), channel]));
  const traits = new Map(
    kinds.map(([kind, some]) => [kind, new Map(some.map((trait) => [trait.segment, trait]))] as const),
  );
  const combined = (path: string): Channel | undefined => {
    const pairs = pairsIn(path, traits);
    if (pairs?.length !== 2 || pairs[0]?.[0] === pairs[1]?.[0]) return undefined;
    const channel = channelOf("combination", pairs, publication);
    const count = articles.filter(channel.holds).length;
    return count > 0 ? { ...channel, count } : undefined;
  };
  return { channels: [everything, ...single], find: (path) => byPath.get(path) ?? combined(path) };
}

/** The undated last. What an archived document calls its channel must not change by what is published later. */
const oldestFirst = (articles: readonly Article[]): readonly Article[] => {
  const [dated = [], undated = []] = [true, false].map((isDated) =>
    articles.filter(({ published }) => (published !== undefined) === isDated),
  );
  return [...dated.reverse(), ...undated];
};

type Pair = readonly [Kind, Trait];

/** The traits that a path names, in the order of their kinds; nothing where it names any that is none. */
function pairsIn(
  path: string,
  traits: ReadonlyMap<Kind, ReadonlyMap<string, Trait>>,
): readonly Pair[] | undefined {
  const segments = path.split("/").slice(1);
  const pairs: Pair[] = [];
  for (let i = 0; i < segments.length; i += 2) {
    const kind = KIND_NAMES.find((name) => name === segments[i]);
    const trait = kind && traits.get(kind)?.get(segments[i + 1] ?? "");
    if (!kind || !trait) return undefined;
    pairs.push([kind, trait]);
  }
  return pairs.sort(([a], [b]) => KIND_NAMES.indexOf(a) - KIND_NAMES.indexOf(b));
}

function channelOf(
  kind: Channel["kind"],
  pairs: readonly Pair[],
  { id, title, language }: Publication,
): Channel {
  const path = pairs.map(([name, { segment }]) => `/${name}/${encodeURIComponent(segment)}`).join("");
  const name = pairs.map(([, trait]) => trait.name).join(", ");
  return {
    path,
    id: `urn:uuid:${v5(path, id.replace("urn:uuid:", ""))}`,
    kind,
    name,
    title: `${name} – ${title}`,
    description: pairs.map(([, { description, name: own }]) => description || own).join(", "),
    language: pairs.map(([, trait]) => trait.language).find((tag) => tag !== undefined) ?? language,
    holds: (article) => pairs.every(([, trait]) => trait.holds(article)),
    count: pairs[0]?.[1].count ?? 0,
  };
}
