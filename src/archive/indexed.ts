import { createHash } from "node:crypto";
import { type Filed, VERSION_LENGTH } from "./filed.ts";
import { type Growing, growing } from "./growing.ts";
import type { Origin } from "./keeper.ts";
import type { Row } from "./rows.ts";
import { type Run, runsIn } from "./runs.ts";

/**
 * Which keys articles have, in rows. Kept from build to build: a key is made, and compared with others, for those articles
 * alone that are new.
 */
export interface Index {
  /** In order, each once. */
  readonly keys: readonly string[];
  /** The versions of the rows' articles, one after another. */
  readonly versions: Uint8Array;
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

export const NO_INDEX: Index = {
  keys: [],
  versions: new Uint8Array(),
  ends: new Uint32Array(),
  cells: new Uint32Array(),
  digest: "",
};

/** Brings an index up to date: its rows are then articles in their order. The same where nothing changed. */
export function indexed(
  orders: readonly Row[],
  earlier: Index,
  keysOf: (one: Filed) => readonly Keyed[],
): Index {
  const versions = Buffer.concat(orders.map((one) => one.versions));
  if (isEqual(versions, earlier.versions)) return earlier;
  const numbers = numbering(earlier.keys);
  const cells = growing(versions.length / VERSION_LENGTH);
  const ends = fill(cells, orders, versions, earlier, (one) =>
    keysOf(one).map(({ key, isMarked }) => numbers.of(key) * 2 + (isMarked ? 1 : 0)),
  );
  if (isEqual(ends, earlier.ends) && isEqual(cells.all(), earlier.cells)) return { ...earlier, versions };
  const { keys, cells: ordered } = inOrder(numbers.keys(), cells.all());
  return { keys, versions, ends, cells: ordered, digest: digestOfAll([keys.join("\n"), ends, ordered]) };
}

/** Puts the rows of articles into cells, those that there were as they were, and tells where each ends. */
function fill(
  cells: Growing,
  orders: readonly Row[],
  versions: Uint8Array,
  earlier: Index,
  cellsOf: (one: Filed) => readonly number[],
): Uint32Array {
  const articles = orders.flatMap((one) => one.articles);
  const runAt = runsIn(versions, earlier.versions);
  const ends = new Uint32Array(articles.length);
  const copied = (i: number, { row, count }: Run) => {
    const start = earlier.ends[row - 1] ?? 0;
    const moved = cells.length() - start;
    for (let j = 0; j < count; j++) ends[i + j] = (earlier.ends[row + j] ?? 0) + moved;
    cells.copy(earlier.cells.subarray(start, earlier.ends[row + count - 1]));
    return i + count;
  };
  for (let i = 0; i < articles.length; ) {
    const [run, one] = [runAt(i), articles[i]];
    if (run) i = copied(i, run);
    else {
      for (const cell of one ? cellsOf(one) : []) cells.push(cell);
      ends[i++] = cells.length();
    }
  }
  return ends;
}

type Numbers = Uint8Array | Uint32Array;

const isEqual = (one: Numbers, other: Numbers): boolean => bytesIn(one).equals(bytesIn(other));

const bytesIn = ({ buffer, byteOffset, byteLength }: Numbers): Buffer =>
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

/** Puts the keys in order, and leaves out those that no article has any more. */
function inOrder(keys: readonly string[], cells: Uint32Array): Pick<Index, "keys" | "cells"> {
  const isUsed = new Uint8Array(keys.length);
  for (const cell of cells) isUsed[cell >>> 1] = 1;
  const isSorted = keys.every(
    (key, number) => isUsed[number] && (number === 0 || (keys[number - 1] ?? "") < key),
  );
  if (isSorted) return { keys, cells };
  const used = keys.flatMap((key, number) => (isUsed[number] ? [{ key, number }] : []));
  used.sort((a, b) => (a.key < b.key ? -1 : 1));
  const renumbered = new Uint32Array(keys.length);
  for (const [i, { number }] of used.entries()) renumbered[number] = i;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? 0;
    cells[i] = (renumbered[cell >>> 1] ?? 0) * 2 + (cell & 1);
  }
  return { keys: used.map(({ key }) => key), cells };
}

/** Stands for all of these; each must be of a known length. */
export function digestOfAll(parts: Origin): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("base64url");
}
