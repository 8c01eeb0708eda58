import { join } from "node:path";
import { crc32 } from "node:zlib";
import { type Built, builtOf, indexedOf, type Planted } from "./built.ts";
import { type Cache, openCache } from "./cache.ts";
import { digestOf } from "./digest.ts";
import { pathsIn, publicationIn } from "./folder.ts";
import type { Seedling } from "./grown.ts";
import { keyOf } from "./key.ts";
import { digestBy, nanoseconds, stateOf } from "./status.ts";
import { readings } from "./threads.ts";
import { workIn } from "./work.ts";

/** What the folder holds, and what it took to find out. */
export interface Renewed extends Built {
  /** How many seeds were read, and how many are as they were when they were. */
  readonly read: number;
  readonly asBefore: number;
  /** What is wrong with the cache, as lines. */
  readonly complaints: readonly string[];
}

/** Is told how many of the seeds that must be read are. */
export type Tell = (done: number, of: number) => void;

/** Builds a folder of seeds, and reads only those that are not as they were when the cache was written. */
export async function buildSeeds(folder: string, cacheFolder: string, tell: Tell): Promise<Renewed> {
  const publishing = publicationIn(folder);
  const work = workIn(folder, publishing);
  const paths = pathsIn(folder);
  const cache = openCache(cacheFolder, keyOf(work));
  const now = nanoseconds();
  const states = new Map(paths.map((path) => [path, stateOf(join(folder, path), now)]));
  const seedlings = unchanged(folder, states, cache);
  const packing = packingOf(paths, seedlings, cache);
  const missing = packing.inOrder.filter((path) => !seedlings.has(path));
  let read = 0;
  tell(read, missing.length);
  for await (const some of readings(work, missing)) {
    for (const one of some) packing.add(one);
    read += some.length;
    tell(read, missing.length);
  }
  packing.finish();
  const all = paths.flatMap((path) => seedlings.get(path) ?? []);
  cache.putStatuses(
    new Map(all.map(({ path, digest }) => [path, { state: states.get(path) ?? "", digest }])),
  );
  const built = builtOf(publishing, all, (planted) =>
    cache.text(digestOf(JSON.stringify(planted.map(wordsOf))), () => indexedOf(planted)),
  );
  return { ...built, read, asBefore: all.length - read, complaints: cache.warnings() };
}

const wordsOf = ({ grown }: Planted) => [grown.id, grown.words];

/** What those seeds became whose bytes are as they were. */
function unchanged(folder: string, states: ReadonlyMap<string, string>, cache: Cache): Map<string, Seedling> {
  const known = new Map<string, Seedling>();
  for (const pack of cache.packs.values())
    for (const one of pack) {
      const state = states.get(one.path);
      if (state === undefined || known.has(one.path)) continue;
      if (digestBy(state, cache.statuses.get(one.path), join(folder, one.path)) === one.digest)
        known.set(one.path, one);
    }
  return known;
}

/** About so many seeds are in a pack: so much is written where one changes. */
const IN_A_PACK = 200;

interface Packing {
  /** The paths, those of a pack together: as soon as the last of them is read, it is written. */
  readonly inOrder: readonly string[];
  readonly add: (seedling: Seedling) => void;
  readonly finish: () => void;
}

/** Puts seeds into packs by their paths, and writes each that is not as it was. */
function packingOf(paths: readonly string[], seedlings: Map<string, Seedling>, cache: Cache): Packing {
  const count = packsFor(paths.length, cache.packs.keys());
  const nameOf = (path: string) => `${count}-${crc32(path) % count}`;
  const packs = Map.groupBy(paths, nameOf);
  const lacking = new Map(
    [...packs].map(([name, all]) => [name, all.filter((path) => !seedlings.has(path)).length]),
  );
  const complete = [...packs.keys()].filter((name) => lacking.get(name) === 0);
  const write = (name: string) => {
    const now = (packs.get(name) ?? []).flatMap((path) => seedlings.get(path) ?? []);
    const before = cache.packs.get(name);
    const same = before?.length === now.length && before.every((one) => seedlings.get(one.path) === one);
    if (!same) cache.putPack(name, now);
  };
  return {
    inOrder: [...packs.values()].flat(),
    add(seedling) {
      const name = nameOf(seedling.path);
      const left = (lacking.get(name) ?? 0) - 1;
      seedlings.set(seedling.path, seedling);
      lacking.set(name, left);
      if (left === 0) write(name);
    },
    finish() {
      for (const name of complete) write(name);
      cache.keepOnly(new Set(packs.keys()));
    },
  };
}

/** As many packs as there are, while that serves: with another number all would have to be written anew. */
function packsFor(seeds: number, names: Iterable<string>): number {
  const counts = [...new Set([...names].map((name) => Number(name.split("-")[0])))];
  const serves = (count: number) =>
    seeds <= count * IN_A_PACK * 2 && (count === 1 || seeds >= (count * IN_A_PACK) / 4);
  return counts.find(serves) ?? Math.max(1, Math.ceil(seeds / IN_A_PACK));
}
