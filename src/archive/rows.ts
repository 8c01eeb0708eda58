import { type Filed, VERSION_LENGTH } from "./filed.ts";
import { secondsOf } from "./instant.ts";
import type { Keeper } from "./keeper.ts";
import { NAMES_A_SHARD, type Names, NUMBERS_A_LINE, NUMBERS_A_SHARD, type Numbers } from "./root.ts";
import { lineOf } from "./shard.ts";

/** Articles in one order, and what is looked at of all of them in columns: to go to a hundred thousand objects takes a while each time. */
export interface Row {
  readonly articles: readonly Filed[];
  /** Their versions, one after another. */
  readonly versions: Uint8Array;
  /** Two numbers for each, the beginning of its version: these 48 bits tell it from others of the same article. */
  readonly marks: Uint32Array;
  /** Moments in seconds; not a number where there is none. */
  readonly published: Float64Array;
  readonly updated: Float64Array;
  /** Of each the number of its sort. */
  readonly sorts: Uint16Array;
  /** One of each sort: formats take all or none of it. */
  readonly samples: readonly Filed[];
}

export function rowOf(articles: readonly Filed[]): Row {
  const count = articles.length;
  const versions = Buffer.alloc(VERSION_LENGTH * count);
  const marks = new Uint8Array(MARK * count);
  const [published, updated] = [new Float64Array(count), new Float64Array(count)];
  const sorts = new Uint16Array(count);
  const { sortOf, samples } = sorting();
  for (const [i, one] of articles.entries()) {
    const start = i * VERSION_LENGTH;
    versions.write(one.version, start, VERSION_LENGTH, "latin1");
    marks.set(versions.subarray(start, start + MARK), i * MARK);
    published[i] = momentOf(one.facts.published);
    updated[i] = momentOf(one.facts.updated);
    sorts[i] = sortOf(one);
  }
  return { articles, versions, marks: new Uint32Array(marks.buffer), published, updated, sorts, samples };
}

const momentOf = (instant: string | undefined): number =>
  instant === undefined ? Number.NaN : secondsOf(instant);

/** Sorts articles out by what formats look at: their language and whether they have a recording. */
function sorting() {
  const samples: Filed[] = [];
  const numbers = [false, true].map(() => new Map<string, number>());
  const sortOf = (one: Filed): number => {
    const { language, hasAudio = false } = one.facts;
    const known = numbers[Number(hasAudio)]?.get(language);
    if (known !== undefined) return known;
    numbers[Number(hasAudio)]?.set(language, samples.length);
    return samples.push(one) - 1;
  };
  return { sortOf, samples };
}

/** Characters of Base64. */
const MARK = 8;

/** Keeps articles, so many in a file. `what`: what is kept of them. */
export const filesOf = (
  keeper: Keeper,
  { articles, versions }: Row,
  size: number,
  what: string,
  lines: (some: readonly Filed[]) => readonly Uint8Array[],
): Names =>
  namesOf(
    keeper,
    parted(articles, size).map((some, i) => {
      const start = i * size * VERSION_LENGTH;
      const origin = [what, versions.subarray(start, start + some.length * VERSION_LENGTH)];
      return keeper.made(origin, () => keeper.keep(() => lines(some)));
    }),
  );

/** Keeps names by their numbers. */
export const namesOf = (keeper: Keeper, names: readonly string[]): Names =>
  parted(names, NAMES_A_SHARD).map((some) => keeper.keep(() => [lineOf(some)]));

/** Keeps growing numbers. */
export function numbersOf(keeper: Keeper, numbers: Uint32Array): Numbers {
  const count = numbers.length;
  if (count <= NUMBERS_A_LINE) return { count, steps: stepsOf(numbers) };
  const shards = parted(numbers, NUMBERS_A_SHARD).map((some) =>
    keeper.made(["numbers", some], () =>
      keeper.keep(() => parted(some, NUMBERS_A_LINE).map((line) => lineOf(stepsOf(line)))),
    ),
  );
  return { count, shards };
}

/** Each number as what it is more than the one before. */
export const stepsOf = (numbers: ArrayLike<number>): readonly number[] =>
  Array.from(numbers, (number, i) => number - (numbers[i - 1] ?? 0));

/** The numbers that were written so. */
export function numbersIn(steps: readonly number[]): readonly number[] {
  let sum = 0;
  return steps.map((step) => {
    sum += step;
    return sum;
  });
}

/** Parts of so many, and what is left. */
export const parted = <
  T extends { readonly length: number; readonly slice: (start: number, end: number) => T },
>(
  all: T,
  size: number,
): readonly T[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
