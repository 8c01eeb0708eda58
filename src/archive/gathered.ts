import type { Article } from "../articles/article.ts";
import type { Publication } from "../articles/publication.ts";
import { KIND_NAMES, KINDS, type Kind, type Trait } from "../feeds/traits.ts";
import type { Place } from "./root.ts";

/** What of a channel was met so far. */
export interface Gathered {
  /** Its path, decoded: `/topics/x`, or of two `/topics/x/languages/de`. */
  readonly path: string;
  /** One, or the two that a combination is of. */
  readonly parts: readonly Part[];
  readonly dated: number[];
  readonly undated: number[];
  /** Numbers of withdrawn articles. */
  readonly withdrawn: number[];
}

/** A trait, as articles name it. */
export interface Part {
  readonly number: number;
  readonly kind: Kind;
  readonly segment: string;
  /** Its tag, where it is a language. */
  readonly language?: string;
  readonly names: [string | null, string | null];
}

/** Gathers articles by channel, but for everything, in the order in which they come. */
export interface Gathering {
  readonly add: (article: Article, place: Place) => void;
  readonly withdraw: (article: Article, number: number) => void;
  readonly all: () => Iterable<Gathered>;
}

/** No publication has as many traits; the numbers of two are one. */
const MOST_PARTS = 2 ** 24;

export function gathering(publication: Publication): Gathering {
  const channels = new Map<number, Gathered>();
  const partOf = partsBy(publication);
  const gather = (key: number, parts: readonly Part[]): Gathered => {
    const known = channels.get(key);
    if (known) return known;
    const path = parts.map(({ kind, segment }) => `/${kind}/${segment}`).join("");
    const made = { path, parts, dated: [], undated: [], withdrawn: [] };
    channels.set(key, made);
    return made;
  };
  const channelsOf = (parts: readonly Part[]): readonly Gathered[] => [
    ...parts.map((part) => gather(part.number, [part])),
    ...parts.flatMap((one, i) =>
      parts
        .slice(i + 1)
        .filter(({ kind }) => kind !== one.kind)
        .map((other) => gather((one.number + 1) * MOST_PARTS + other.number, [one, other])),
    ),
  ];
  return {
    add(article, place) {
      for (const { dated, undated } of channelsOf(partsOf(article, place < 0 ? 1 : 0, partOf)))
        place < 0 ? undated.push(-1 - place) : dated.push(place);
    },
    withdraw(article, number) {
      for (const { withdrawn } of channelsOf(partsOf(article, undefined, partOf))) withdrawn.push(number);
    },
    all: () => channels.values(),
  };
}

type PartOf = (kind: Kind, value: string) => Part | undefined;

/** The traits of an article, each once. `naming`: whether it is dated (0) or not (1), where its values may name them. */
function partsOf(article: Article, naming: 0 | 1 | undefined, partOf: PartOf): readonly Part[] {
  const parts = new Set<Part>();
  for (const kind of KIND_NAMES)
    for (const value of KINDS[kind].valuesOf(article)) {
      const part = partOf(kind, value);
      if (!part) continue;
      if (naming !== undefined) part.names[naming] ??= value;
      parts.add(part);
    }
  return [...parts];
}

/** Finds a trait by a value of an article: values that share a segment are one. */
function partsBy(publication: Publication): PartOf {
  const byValue = new Map<string, Part | undefined>();
  const bySegment = new Map<string, Part>();
  const make = (kind: Kind, value: string): Part | undefined => {
    const trait = KINDS[kind].traitOf(value, publication);
    if (!trait) return undefined;
    const { segment, language }: Trait = trait;
    const part = bySegment.get(`${kind}/${segment}`) ?? {
      number: bySegment.size,
      kind,
      segment,
      ...(language !== undefined && { language }),
      names: [null, null],
    };
    bySegment.set(`${kind}/${segment}`, part);
    return part;
  };
  return (kind, value) => {
    const key = `${kind} ${value}`;
    if (!byValue.has(key)) byValue.set(key, make(kind, value));
    return byValue.get(key);
  };
}
