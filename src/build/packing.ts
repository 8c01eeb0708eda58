import { crc32 } from "node:zlib";
import type { Cache } from "./cache.ts";
import { type Pack, packOf, type Seedling, type Sprout, sproutsOf } from "./grown.ts";
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

/** The seeds of a pack, by their numbers among all. */
interface Members {
  readonly numbers: number[];
  /** How many are still to be read. */
  lacking: number;
  readonly read: Seedling[];
}

/** `known`: what those seeds became that are as they were, by the numbers of their paths. */
export function packingOf(
  paths: readonly string[],
  known: readonly (Sprout | undefined)[],
  cache: Cache,
  texts: Texts,
): Packing {
  const sprouts = [...known];
  const packs = packsOf(paths, sprouts, cache);
  const write = (name: string, { numbers, read }: Members) => {
    const fresh = new Map(read.map((seedling) => [seedling.path, seedling]));
    const seedlings = numbers.flatMap((number) => {
      const sprout = sprouts[number];
      return fresh.get(paths[number] ?? "") ?? (sprout ? seedlingOf(sprout, texts) : []);
    });
    const made = new Map(
      sproutsOf(cache.putPack(name, seedlings) ?? packOf(seedlings)).map((one) => [one.card.path, one]),
    );
    for (const number of numbers) sprouts[number] = made.get(paths[number] ?? "");
    packs.changed.delete(name);
  };
  return {
    missing: [...packs.changed.values()].flatMap(({ numbers }) =>
      numbers.flatMap((number) => (sprouts[number] ? [] : (paths[number] ?? []))),
    ),
    add(seedling) {
      const name = packs.nameOf(seedling.path);
      const members = packs.changed.get(name);
      if (!members) return;
      members.read.push(seedling);
      members.lacking -= 1;
      if (members.lacking === 0) write(name, members);
    },
    finish() {
      for (const [name, members] of packs.changed) if (members.lacking === 0) write(name, members);
      cache.keepOnly(packs.names);
      return sprouts.flatMap((sprout) => sprout ?? []);
    },
  };
}

/** Finds the packs that are not as they must be. */
function packsOf(paths: readonly string[], sprouts: readonly (Sprout | undefined)[], cache: Cache) {
  const count = packsFor(paths.length, cache.packs.keys());
  const nameOf = (path: string) => `${count}-${crc32(path) % count}`;
  const held = new Map<Pack, number>();
  for (const sprout of sprouts) if (sprout) held.set(sprout.pack, (held.get(sprout.pack) ?? 0) + 1);
  const [names, whole] = [new Set<string>(), new Set<Pack>()];
  const wanting = new Set(paths.flatMap((path, i) => (sprouts[i] ? [] : [nameOf(path)])));
  for (const [name, pack] of cache.packs) {
    if (!name.startsWith(`${count}-`) || held.get(pack) !== pack.cards.length || wanting.has(name)) continue;
    names.add(name);
    whole.add(pack);
  }
  const changed = new Map<string, Members>();
  for (const [number, path] of paths.entries()) {
    const sprout = sprouts[number];
    if (sprout && whole.has(sprout.pack)) continue;
    const name = nameOf(path);
    const members = changed.get(name) ?? { numbers: [], lacking: 0, read: [] };
    changed.set(name, members);
    names.add(name);
    members.numbers.push(number);
    if (!sprout) members.lacking += 1;
  }
  return { names, changed, nameOf };
}

const seedlingOf = (sprout: Sprout, { article, headline, words }: Texts): Seedling => ({
  ...sprout.card,
  article: article(sprout),
  headline: headline(sprout),
  words: words(sprout),
});

/** As many packs as there are, while that serves: with another number all would have to be written anew. */
function packsFor(seeds: number, names: Iterable<string>): number {
  const counts = [...new Set([...names].map((name) => Number(name.split("-")[0])))];
  const serves = (count: number) =>
    seeds <= count * IN_A_PACK * 2 && (count === 1 || seeds >= (count * IN_A_PACK) / 4);
  return counts.find(serves) ?? Math.max(1, Math.ceil(seeds / IN_A_PACK));
}
