import { digestOf } from "../feeds/changes.ts";
import type { Keeper, Origin } from "./keeper.ts";
import type { Names } from "./root.ts";
import { namesOf } from "./rows.ts";
import { lineOf } from "./shard.ts";

/** Where a key is kept, of so many buckets. */
export const bucketOf = (key: string, count: number): number => digestOf(key) % count;

/** Buckets by digests of keys: how many there are grows by doubling, so that most new keys move no other. */
export interface Buckets {
  readonly count: number;
  readonly names: Names;
}

/** Values by their keys; everything is told by their numbers. */
export interface Values {
  readonly keys: readonly string[];
  /** Bytes that a value takes as it is written, about. */
  readonly sizeOf: (number: number) => number;
  /** What some values are made from. */
  readonly originOf: (numbers: readonly number[]) => Origin;
  readonly line: (number: number) => Uint8Array;
}

/** Bytes of a bucket, about, and what a line takes beside itself. */
const BUCKET_BYTES = 40_000;
const LINE_BYTES = 28;

/** Keeps values by their keys, so many bytes at `most` in a bucket, about: a bucket's first line is the list of its keys, in the order of the lines behind it. */
export function bucketsOf(
  keeper: Keeper,
  { keys, sizeOf, originOf, line }: Values,
  most = BUCKET_BYTES,
): Buckets {
  const bytes = keys.reduce((sum, key, number) => sum + key.length + sizeOf(number) + LINE_BYTES, 0);
  const count = 2 ** Math.max(0, Math.ceil(Math.log2(bytes / most)));
  const buckets = Array.from({ length: count }, (): number[] => []);
  for (const [number, key] of keys.entries()) buckets[bucketOf(key, count)]?.push(number);
  const keyOf = (number: number) => keys[number] ?? "";
  const names = buckets.map((numbers) =>
    keeper.made(["bucket", JSON.stringify(numbers.map(keyOf)), ...originOf(numbers)], () =>
      keeper.keep(() => {
        const sorted = numbers.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
        return [lineOf(sorted.map(keyOf)), ...sorted.map(line)];
      }),
    ),
  );
  return { count, names: namesOf(keeper, names) };
}
