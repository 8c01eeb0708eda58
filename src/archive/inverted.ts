import type { Index } from "./indexed.ts";

/** Articles stand in groups, one after another: what a number in one is called does not depend on how many the others have. */
const GROUP = 2 ** 29;

/**
 * What has each key, from `ends[key - 1]` on and without `ends[key]`, growing: an article's number in its group, and
 * {@link GROUP} times the number of that; twice over, and one more where it is marked.
 */
export interface Inverted {
  readonly ends: Uint32Array;
  readonly cells: Uint32Array;
}

/** `groups`: how many articles there are in each. */
export function invertedOf({ keys, ends, cells }: Index, groups: readonly number[]): Inverted {
  const places = placesFor(keys.length, cells);
  const inverted = new Uint32Array(cells.length);
  let [row, at] = [0, 0];
  for (const [group, count] of groups.entries())
    for (let number = 0; number < count; number++, row++)
      for (const end = ends[row] ?? 0; at < end; at++) {
        const cell = cells[at] ?? 0;
        const place = places[cell >>> 1] ?? 0;
        inverted[place] = (group * GROUP + number) * 2 + (cell & 1);
        places[cell >>> 1] = place + 1;
      }
  return { ends: places, cells: inverted };
}

/** Where what has each key begins. */
function placesFor(keys: number, cells: Uint32Array): Uint32Array {
  const places = new Uint32Array(keys);
  for (const cell of cells) places[cell >>> 1] = (places[cell >>> 1] ?? 0) + 1;
  let sum = 0;
  for (let key = 0; key < keys; key++) {
    const count = places[key] ?? 0;
    places[key] = sum;
    sum += count;
  }
  return places;
}

/** What of a group has a key: numbers, twice over and one more where they are marked. */
export function cellsOf({ ends, cells }: Inverted, key: number, group: number): Uint32Array {
  const all = cells.subarray(ends[key - 1] ?? 0, ends[key]);
  const base = group * GROUP * 2;
  const some = all.subarray(countBelow(all, base), countBelow(all, base + GROUP * 2));
  return group === 0 ? some : some.map((cell) => cell - base);
}

/** How many of growing numbers are below a limit. */
function countBelow(numbers: Uint32Array, limit: number): number {
  if ((numbers.at(-1) ?? 0) < limit) return numbers.length;
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
