import { type Built, builtOf } from "./built.ts";
import { type Cache, openCache } from "./cache.ts";
import { pathsIn, publicationIn } from "./folder.ts";
import { type Sprout, sproutsOf } from "./grown.ts";
import { keyOf } from "./key.ts";
import { type Packing, packingOf } from "./packing.ts";
import { digestsBy, statesOf } from "./status.ts";
import { textsOf } from "./texts.ts";
import { readings } from "./threads.ts";
import { type Work, workIn } from "./work.ts";

/** What the folder holds, and what it took to find out. */
export interface Renewed extends Built {
  /** How many seeds were read, and how many are as they were when they were. */
  readonly read: number;
  readonly asBefore: number;
  readonly cache: Cache;
  /** What is wrong with the cache, as lines. */
  readonly complaints: () => readonly string[];
}

/** Is told how many of the seeds that must be read are. */
export type Tell = (done: number, of: number) => void;

/** Builds a folder of seeds, and reads only those that are not as they were when the cache was written. */
export async function buildSeeds(folder: string, cacheFolder: string, tell: Tell): Promise<Renewed> {
  const publishing = publicationIn(folder);
  const work = workIn(folder, publishing);
  const paths = pathsIn(folder);
  const cache = openCache(cacheFolder, keyOf(work));
  const earlier = cache.statuses();
  const states = statesOf(folder, paths, Date.now());
  const digests = digestsBy(folder, paths, states, earlier);
  // What is bundled whole is needed whole.
  const isNeeded = paths.length <= (publishing.bundled ?? 0);
  const known = unchanged(paths, digests, cache, isNeeded);
  const asBefore = known.size;
  const texts = textsOf(work, cache.dropPack);
  const packing = packingOf(paths, known, cache, texts);
  const read = await readInto(packing, work, tell);
  const sprouts = packing.finish();
  cache.putStatuses({ paths, states, digests: digestsIn(sprouts, paths) }, earlier);
  return { ...builtOf(publishing, sprouts, texts), read, asBefore, cache, complaints: cache.warnings };
}

/** Reads what is missing, and tells how many seeds that were. */
async function readInto({ missing, add }: Packing, work: Work, tell: Tell): Promise<number> {
  let read = 0;
  tell(read, missing.length);
  for await (const some of readings(work, missing)) {
    for (const one of some) add(one);
    read += some.length;
    tell(read, missing.length);
  }
  return read;
}

/** Of the bytes that were read, which need not be those that there were a moment before. */
function digestsIn(sprouts: readonly Sprout[], paths: readonly string[]): readonly string[] {
  if (sprouts.length === paths.length) return sprouts.map(({ card }) => card.digest);
  const digests = new Map(sprouts.map(({ card }) => [card.path, card.digest]));
  return paths.map((path) => digests.get(path) ?? "");
}

/** What those seeds became whose bytes are as they were; where `isNeeded`, their texts are looked at, too. */
function unchanged(
  paths: readonly string[],
  digests: readonly string[],
  cache: Cache,
  isNeeded: boolean,
): Map<string, Sprout> {
  const kept = new Map<string, Sprout>();
  for (const pack of cache.packs.values()) {
    const sprouts = sproutsOf(pack);
    if (isNeeded && !sprouts.every(({ number }) => pack.text(number) && pack.words(number)))
      cache.dropPack(pack);
    else for (const sprout of sprouts) kept.set(sprout.card.path, sprout);
  }
  const known = new Map<string, Sprout>();
  for (const [i, path] of paths.entries()) {
    const sprout = kept.get(path);
    if (sprout && sprout.card.digest === digests[i]) known.set(path, sprout);
  }
  return known;
}
