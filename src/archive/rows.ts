import { NAMES_A_SHARD, type Names, NUMBERS_A_LINE, NUMBERS_A_SHARD, type Numbers } from "./root.ts";
import { lineOf, type Shard, shardOf } from "./shard.ts";

/** Keeps a file. */
export type Put = (shard: Shard) => void;

/** Writes lines into files of so many, and tells their names at the end. */
export interface Rows {
  readonly add: (line: Uint8Array) => void;
  readonly count: () => number;
  readonly finish: () => Names;
}

export function rowsOf(put: Put, size: number): Rows {
  const names: string[] = [];
  let lines: Uint8Array[] = [];
  let count = 0;
  const flush = () => {
    if (lines.length === 0) return;
    names.push(kept(put, lines));
    lines = [];
  };
  return {
    add(line) {
      lines.push(line);
      count += 1;
      if (lines.length === size) flush();
    },
    count: () => count,
    finish() {
      flush();
      return namesOf(put, names);
    },
  };
}

/** Keeps lines as a file, and tells its name. */
export function kept(put: Put, lines: readonly Uint8Array[]): string {
  const shard = shardOf(lines);
  put(shard);
  return shard.name;
}

/** Keeps names by their numbers. */
export const namesOf = (put: Put, names: readonly string[]): Names =>
  parted(names, NAMES_A_SHARD).map((some) => kept(put, [lineOf(some)]));

/** Keeps growing numbers. */
export function numbersOf(put: Put, numbers: readonly number[]): Numbers {
  const count = numbers.length;
  if (count <= NUMBERS_A_LINE) return { count, steps: stepsOf(numbers) };
  const shards = parted(numbers, NUMBERS_A_SHARD).map((some) =>
    kept(
      put,
      parted(some, NUMBERS_A_LINE).map((line) => lineOf(stepsOf(line))),
    ),
  );
  return { count, shards };
}

/** Each number as what it is more than the one before. */
export const stepsOf = (numbers: readonly number[]): readonly number[] =>
  numbers.map((number, i) => number - (numbers[i - 1] ?? 0));

/** The numbers that were written so. */
export function numbersIn(steps: readonly number[]): readonly number[] {
  let sum = 0;
  return steps.map((step) => {
    sum += step;
    return sum;
  });
}

export function parted<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
