import { digestOf } from "../feeds/changes.ts";
import type { Names } from "./root.ts";
import { kept, namesOf, type Put } from "./rows.ts";
import { lineOf } from "./shard.ts";

/** Where a key is kept, of so many buckets. */
export const bucketOf = (key: string, count: number): number => digestOf(key) % count;

/** Buckets by digests of keys: how many there are grows by doubling, so that most new keys move no other. */
export interface Buckets {
  readonly count: number;
  readonly names: Names;
}

export interface Keyed {
  readonly key: string;
  readonly line: Uint8Array;
}

/** Bytes of a bucket, about. */
const BUCKET_BYTES = 40_000;

/** Keeps values by their keys: a bucket's first line is the list of its keys, in the order of the lines behind it. */
export function bucketsOf(put: Put, all: readonly Keyed[]): Buckets {
  const bytes = all.reduce((sum, { key, line }) => sum + key.length + line.length + LINE_BYTES, 0);
  const count = 2 ** Math.max(0, Math.ceil(Math.log2(bytes / BUCKET_BYTES)));
  const buckets = Array.from({ length: count }, (): Keyed[] => []);
  for (const one of all) buckets[bucketOf(one.key, count)]?.push(one);
  const names = buckets.map((some) => {
    const sorted = some.sort((a, b) => (a.key < b.key ? -1 : 1));
    return kept(put, [lineOf(sorted.map(({ key }) => key)), ...sorted.map(({ line }) => line)]);
  });
  return { count, names: namesOf(put, names) };
}

/** What a line takes beside itself. */
const LINE_BYTES = 28;
