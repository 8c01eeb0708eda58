import { crc32 } from "node:zlib";
import type { Cache } from "./cache.ts";
import { packOf, type Seedling, type Sprout, sproutsOf } from "./grown.ts";
import type { Texts } from "./texts.ts";

/** About so many seeds are in a pack: so much is written where one changes. */
const IN_A_PACK = 200;

/** Seeds by the packs they belong to. */
export interface Packing {
  /** The paths of seeds that must be read, those of a pack together: as soon as the last of them is, the pack is written. */
  readonly missing: readonly string[];
  readonly add: (seedling: Seedling) => void;
  /** What all became, in the order of their paths. */
  readonly finish: () => readonly Sprout[];
}

/** The seeds of a pack. */
interface Members {
  readonly paths: string[];
  /** How many are still to be read. */
  lacking: number;
  readonly read: Seedling[];
}

/** `known`: what the seeds became that are as they were. */
export function packingOf(
  paths: readonly string[],
  known: Map<string, Sprout>,
  cache: Cache,
  texts: Texts,
): Packing {
  const nameOf = namesFor(paths.length, known, cache);
  const packs = new Map<string, Members>();
  for (const path of paths) {
    const name = nameOf(path);
    const members = packs.get(name) ?? { paths: [], lacking: 0, read: [] };
    packs.set(name, members);
    members.paths.push(path);
    if (!known.has(path)) members.lacking += 1;
  }
  const changed = new Map([...packs].filter(([name, members]) => !isAsKept(name, members, known, cache)));
  const write = (name: string, members: Members) => {
    const kept = members.paths.flatMap((path) => known.get(path) ?? []);
    const seedlings = [...kept.map((sprout) => seedlingOf(sprout, texts)), ...members.read];
    for (const sprout of sproutsOf(cache.putPack(name, seedlings) ?? packOf(seedlings)))
      known.set(sprout.card.path, sprout);
    members.read.length = 0; // Their texts are in the pack now.
    changed.delete(name);
  };
  return {
    missing: [...changed.values()].flatMap((members) => members.paths.filter((path) => !known.has(path))),
    add(seedling) {
      const name = nameOf(seedling.path);
      const members = packs.get(name);
      if (!members) return;
      members.read.push(seedling);
      members.lacking -= 1;
      if (members.lacking === 0) write(name, members);
    },
    finish() {
      for (const [name, members] of changed) if (members.lacking === 0) write(name, members);
      cache.keepOnly(new Set(packs.keys()));
      return paths.flatMap((path) => known.get(path) ?? []);
    },
  };
}

/** Tells the pack that a seed belongs to: where there are as many packs as before, that is the one in which it is. */
function namesFor(seeds: number, known: ReadonlyMap<string, Sprout>, { packs }: Cache) {
  const names = new Map([...packs].map(([name, pack]) => [pack, name]));
  const count = packsFor(seeds, packs.keys());
  return (path: string): string => {
    const sprout = known.get(path);
    const name = sprout && names.get(sprout.pack);
    return name?.startsWith(`${count}-`) ? name : `${count}-${crc32(path) % count}`;
  };
}

/** Whether a pack has just these seeds, and as they are. */
function isAsKept(
  name: string,
  { paths, lacking }: Members,
  known: ReadonlyMap<string, Sprout>,
  { packs }: Cache,
): boolean {
  const pack = packs.get(name);
  return (
    lacking === 0 &&
    pack?.cards.length === paths.length &&
    paths.every((path) => known.get(path)?.pack === pack)
  );
}

const seedlingOf = (sprout: Sprout, { text, words }: Texts): Seedling => ({
  ...sprout.card,
  ...text(sprout),
  words: words(sprout),
});

/** As many packs as there are, while that serves: with another number all would have to be written anew. */
function packsFor(seeds: number, names: Iterable<string>): number {
  const counts = [...new Set([...names].map((name) => Number(name.split("-")[0])))];
  const serves = (count: number) =>
    seeds <= count * IN_A_PACK * 2 && (count === 1 || seeds >= (count * IN_A_PACK) / 4);
  return counts.find(serves) ?? Math.max(1, Math.ceil(seeds / IN_A_PACK));
}
