import { printable } from "../articles/characters.ts";
import type { Publication } from "../articles/publication.ts";
import { bySegment } from "../feeds/channels.ts";
import { KIND_NAMES, type Kind } from "../feeds/traits.ts";
import type { Gathered } from "./gathered.ts";
import type { Keeper } from "./keeper.ts";
import {
  CHANNELS_NAMED,
  LISTED_A_SHARD,
  type ListedChannel,
  type ListedPath,
  type Root,
  type TraitNames,
} from "./root.ts";
import { namesOf, parted } from "./rows.ts";
import { lineOf } from "./shard.ts";

/** Kinds that are named whole. */
const WHOLE: ReadonlySet<Kind> = new Set(["topics", "languages"]);

/** Keeps the channels that are named everywhere: all topics and languages, then the largest authors and sources. */
export function namedOf(keeper: Keeper, all: readonly ListedChannel[]): string {
  const [whole, others] = [true, false].map((isWhole) => all.filter(([kind]) => WHOLE.has(kind) === isWhole));
  const largest = (others ?? [])
    .sort((a, b) => sizeOf(b) - sizeOf(a) || inOrder(a, b))
    .slice(0, Math.max(0, CHANNELS_NAMED - 1 - (whole?.length ?? 0)));
  return keeper.keep(() => [lineOf([...(whole ?? []), ...largest].sort(inOrder))]);
}

/** Keeps the paths of all: of everything, of topics, which there are whatever they hold, then of the others by kind and segment. */
export function pathsOf(
  keeper: Keeper,
  { topics }: Publication,
  channels: readonly ListedChannel[],
): Root["paths"] {
  const singles = channels
    .filter(([kind]) => kind !== "topics")
    .sort(inOrder)
    .map(
      ([kind, segment, , , undated, oldest]): ListedPath => [
        `/${kind}/${encodeURIComponent(segment)}`,
        undated > 0 ? -1 : oldest,
      ],
    );
  const always = ["", ...topics.map(({ id }) => `/topics/${encodeURIComponent(printable(id))}`)];
  const all: readonly ListedPath[] = [...always.map((path): ListedPath => [path, -1]), ...singles];
  const names = parted(all, LISTED_A_SHARD).map((some) => keeper.keep(() => [lineOf(some)]));
  return { count: all.length, names: namesOf(keeper, names) };
}

const sizeOf = ([, , , dated, undated]: ListedChannel): number => dated + undated;

const inOrder = ([a, one]: ListedChannel, [b, other]: ListedChannel): number =>
  KIND_NAMES.indexOf(a) - KIND_NAMES.indexOf(b) || bySegment({ segment: one }, { segment: other });

/** A channel of one trait, as lists name it. */
export function listedOf({ parts: [part], dated, undated }: Gathered, names: TraitNames): ListedChannel {
  const { kind = "topics", segment = "" } = part ?? {};
  return [kind, segment, names, dated.length, undated.length, dated[0] ?? -1];
}
