import type { Publication } from "../articles/publication.ts";
import { namedIn } from "../feeds/channels.ts";
import { KIND_NAMES, KINDS, type Kind } from "../feeds/traits.ts";
import { type Facts, type Filed, traitedOf } from "./filed.ts";
import { indexed, type Keyed, NO_INDEX } from "./indexed.ts";
import { cellsOf, invertedOf } from "./inverted.ts";
import type { Keeper } from "./keeper.ts";
import type { Row } from "./rows.ts";

/** A channel, but for everything, and its articles. */
export interface Gathered {
  /** Its path, decoded: `/topics/x`, or of two `/topics/x/languages/de`. */
  readonly path: string;
  /** One, or the two that a combination is of. */
  readonly parts: readonly Part[];
  /** Numbers in the stack of dated articles, in that of undated ones, and among the withdrawn. */
  readonly dated: Uint32Array;
  readonly undated: Uint32Array;
  readonly withdrawn: Uint32Array;
}

export interface Part {
  readonly kind: Kind;
  readonly segment: string;
}

/** Finds the segment of a value of an article; nothing where it has no address. */
type SegmentOf = (kind: Kind, value: string) => string | undefined;

/** What is gathered. */
export interface Gathering {
  readonly publication: Publication;
  readonly keeper: Keeper;
  /** What is dated, undated and withdrawn. */
  readonly rows: readonly [dated: Row, undated: Row, withdrawn: Row];
}

/** Gathers the articles by channel. */
export function gathered({ publication, keeper, rows }: Gathering): readonly Gathered[] {
  const segmentOf = segmentsBy(publication);
  const earlier = keeper.recall(NAME) ?? NO_INDEX;
  const index = indexed(rows, earlier, (one) => pathsOf(one, segmentOf));
  if (index !== earlier) keeper.remember(NAME, index);
  const inverted = invertedOf(
    index,
    rows.map(({ articles }) => articles.length),
  );
  const numbersOf = (key: number, group: number) => cellsOf(inverted, key, group).map((cell) => cell >>> 1);
  return index.keys.map((path, key) => ({
    path,
    parts: (namedIn(path) ?? []).map(([kind, segment]) => ({ kind, segment })),
    dated: numbersOf(key, 0),
    undated: numbersOf(key, 1),
    withdrawn: numbersOf(key, 2),
  }));
}

const NAME = "channels";

/** The paths of an article's channels. */
function pathsOf(one: Filed, segmentOf: SegmentOf): readonly Keyed[] {
  const segments = segmentsOf(one.facts, segmentOf);
  const singles = segments.map(([kind, segment]) => `/${kind}/${segment}`);
  const pairs = singles.flatMap((path, i) =>
    singles.flatMap((other, j) => (j > i && segments[j]?.[0] !== segments[i]?.[0] ? [path + other] : [])),
  );
  return [...singles, ...pairs].map((key) => ({ key }));
}

/** The traits of an article, each once. */
function segmentsOf(one: Facts, segmentOf: SegmentOf): readonly (readonly [Kind, string])[] {
  const traited = traitedOf(one);
  return KIND_NAMES.flatMap((kind) => {
    const segments = KINDS[kind].valuesOf(traited).flatMap((value) => segmentOf(kind, value) ?? []);
    return [...new Set(segments)].map((segment) => [kind, segment] as const);
  });
}

function segmentsBy(publication: Publication): SegmentOf {
  const known = new Map<string, string | undefined>();
  return (kind, value) => {
    const key = `${kind} ${value}`;
    if (!known.has(key)) known.set(key, KINDS[kind].traitOf(value, publication)?.segment);
    return known.get(key);
  };
}

/** What of an article a part is called by: values that share a segment are one. */
export const nameIn = (
  one: Filed | undefined,
  { kind, segment }: Part,
  publication: Publication,
): string | undefined =>
  one &&
  KINDS[kind]
    .valuesOf(traitedOf(one.facts))
    .find((value) => KINDS[kind].traitOf(value, publication)?.segment === segment);
