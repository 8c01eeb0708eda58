import { aheadIn } from "./ahead.ts";
import { type Built, builtOf } from "./built.ts";
import { type Cache, openCache } from "./cache.ts";
import { filesIn, publicationIn, unreadIn } from "./folder.ts";
import { type Sprout, sproutsOf } from "./grown.ts";
import { boundHeap } from "./heap.ts";
import { keyOf } from "./key.ts";
import { type Packing, packingOf } from "./packing.ts";
import { type Looked, lookAt } from "./status.ts";
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
  const files = filesIn(folder);
  const { seeds: paths } = files;
  boundHeap(paths.length);
  const cache = openCache(cacheFolder, keyOf(work));
  const looked = lookAt(folder, paths, cache.statuses());
  // What is bundled whole is needed whole.
  const isNeeded = paths.length <= (publishing.bundled ?? 0);
  const known = unchanged(looked, cache, isNeeded);
  const texts = textsOf(work, cache.dropPack);
  const packing = packingOf(paths, known, cache, texts);
  const read = await readInto(packing, work, tell);
  const sprouts = packing.finish();
  if (!looked.isSame || read > 0)
    cache.putStatuses({ paths, states: looked.states, digests: digestsIn(sprouts, paths) });
  const built = builtOf(publishing, sprouts, texts);
  const now = Date.now();
  const ahead = sprouts.flatMap(({ card }) => aheadIn(card, now));
  const warnings = [...built.warnings, ...ahead, ...unreadIn(files)];
  return { ...built, warnings, read, asBefore: sprouts.length - read, cache, complaints: cache.warnings };
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

/** What those seeds became whose bytes are as they were, by the numbers of their paths; where `isNeeded`, their texts are looked at, too. */
function unchanged(
  { paths, digestOf }: Looked,
  cache: Cache,
  isNeeded: boolean,
): readonly (Sprout | undefined)[] {
  const numbers = new Map(paths.map((path, number) => [path, number]));
  const known = Array<Sprout | undefined>(paths.length).fill(undefined);
  for (const pack of cache.packs.values()) {
    const sprouts = sproutsOf(pack);
    if (isNeeded && !sprouts.every(isWhole)) cache.dropPack(pack);
    else
      for (const sprout of sprouts) {
        const number = numbers.get(sprout.card.path);
        if (number !== undefined && sprout.card.digest === digestOf(number)) known[number] = sprout;
      }
  }
  return known;
}

const isWhole = ({ pack, number }: Sprout): boolean =>
  [pack.article, pack.headline, pack.words].every((part) => part(number) !== undefined);
