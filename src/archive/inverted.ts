import { createHash } from "node:crypto";
import type { Filed } from "./filed.ts";
import type { Origin } from "./keeper.ts";

/**
 * Which keys articles have, in rows. Kept from build to build: a key is made, and compared with others, for those articles
 * alone that are new.
 */
export interface Index {
  /** In order, each once. */
  readonly keys: readonly string[];
  /** The version of each row's article. */
  readonly versions: readonly string[];
  /** Where each row ends. */
  readonly ends: Uint32Array;
  /** Of each row the numbers of its keys, twice over, and one more where it is marked. */
  readonly cells: Uint32Array;
  /** Stands for keys, ends and cells. */
  readonly digest: string;
}

/** A key of an article; some are marked. */
export interface Keyed {
  readonly key: string;
  readonly isMarked?: boolean;
}

type Rows = Omit<Index, "digest">;

export const NO_INDEX: Index = {
  keys: [],
  versions: [],
  ends: new Uint32Array(),
  cells: new Uint32Array(),
  digest: "",
};

/** Brings an index up to date: its rows are then the articles in their order. The same where nothing changed. */
export function indexed(
  articles: readonly Filed[],
  earlier: Index,
  keysOf: (one: Filed) => readonly Keyed[],
): Index {
  if (isOf(articles, earlier)) return earlier;
  const numbers = numbering(earlier.keys);
  const rowOf = rowsBy(earlier);
  const cells = growing(mostOf(articles.length));
  const ends = new Uint32Array(articles.length);
  for (const [i, one] of articles.entries()) {
    const row = rowOf(one.version, i);
    if (row === undefined)
      for (const { key, isMarked } of keysOf(one)) cells.push(numbers.of(key) * 2 + (isMarked ? 1 : 0));
    else cells.copy(earlier.cells.subarray(earlier.ends[row - 1] ?? 0, earlier.ends[row]));
    ends[i] = cells.length();
  }
  const versions = articles.map(({ version }) => version);
  if (isEqual(ends, earlier.ends) && isEqual(cells.all(), earlier.cells)) return { ...earlier, versions };
  const rows = inOrder({ keys: numbers.keys(), versions, ends, cells: cells.all() });
  return { ...rows, digest: digestOfAll([rows.keys.join("\n"), rows.ends, rows.cells]) };
}

const isEqual = (one: Uint32Array, other: Uint32Array): boolean => bytesIn(one).equals(bytesIn(other));

const bytesIn = ({ buffer, byteOffset, byteLength }: Uint32Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** Numbers keys in the order in which they come; those there were keep theirs. */
function numbering(known: readonly string[]) {
  let numbers: Map<string, number> | undefined;
  const all = [...known];
  return {
    of(key: string): number {
      numbers ??= new Map(known.map((one, number) => [one, number]));
      const before = numbers.get(key);
      if (before !== undefined) return before;
      numbers.set(key, all.length);
      return all.push(key) - 1;
    },
    keys: (): readonly string[] => all,
  };
}

const isOf = (articles: readonly Filed[], { versions }: Index): boolean =>
  articles.length === versions.length && articles.every(({ version }, i) => version === versions[i]);

/** Finds a row; mostly it is where it was. */
function rowsBy({ versions }: Index): (version: string, near: number) => number | undefined {
  let rows: ReadonlyMap<string, number> | undefined;
  let moved = 0;
  return (version, i) => {
    if (versions[i + moved] === version) return i + moved;
    rows ??= new Map(versions.map((one, row) => [one, row]));
    const row = rows.get(version);
    if (row !== undefined) moved = row - i;
    return row;
  };
}

/** Puts the keys in order, and leaves out those that no article has any more. */
function inOrder({ keys, versions, ends, cells }: Rows): Rows {
  const isUsed = new Uint8Array(keys.length);
  for (const cell of cells) isUsed[cell >>> 1] = 1;
  const used = keys.flatMap((key, number) => (isUsed[number] ? [{ key, number }] : []));
  used.sort((a, b) => (a.key < b.key ? -1 : 1));
  const renumbered = new Uint32Array(keys.length);
  for (const [i, { number }] of used.entries()) renumbered[number] = i;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? 0;
    cells[i] = (renumbered[cell >>> 1] ?? 0) * 2 + (cell & 1);
  }
  return { keys: used.map(({ key }) => key), versions, ends, cells };
}

interface Growing {
  readonly push: (number: number) => void;
  readonly copy: (numbers: Uint32Array) => void;
  readonly length: () => number;
  readonly all: () => Uint32Array<ArrayBuffer>;
}

/** Room is made for so many numbers at a time. */
const ROOM = 2 ** 20;
const BYTES = Uint32Array.BYTES_PER_ELEMENT;
/** More keys than all articles have together, of however few one has very many: until room is made, they are but addresses. */
const mostOf = (articles: number): number => Math.max(2 ** 24, 2 ** 10 * articles);

/** Numbers that grow where they are, to so many: to copy hundreds of megabytes would take as many again. */
function growing(most: number): Growing {
  const buffer = new ArrayBuffer(0, { maxByteLength: most * BYTES });
  const numbers = new Uint32Array(buffer);
  let length = 0;
  const grow = (by: number) => {
    if (length + by > numbers.length) buffer.resize(Math.min(length + by + ROOM, most) * BYTES);
  };
  return {
    push(number) {
      grow(1);
      numbers[length++] = number;
    },
    copy(some) {
      grow(some.length);
      numbers.set(some, length);
      length += some.length;
    },
    length: () => length,
    all: () => new Uint32Array(buffer, 0, length),
  };
}

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

/** Stands for all of these; each must be of a known length. */
export function digestOfAll(parts: Origin): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("base64url");
}
