import { isDue } from "../feeds/snapshot.ts";
import type { Root } from "./root.ts";
import type { Newest, Shelf } from "./shelf.ts";
import type { Stacks } from "./stacks.ts";

/** An archive at a moment. */
export interface Moment {
  readonly root: Root;
  readonly stacks: Stacks;
  readonly shelf: Shelf;
  /** Milliseconds. */
  readonly now: number;
  /** How many of the dated articles are due: those whose numbers are below this. */
  readonly dueCount: number;
  /** The publication's. */
  readonly entries: number;
}

/** How many of so many dated articles are due: nearly all, most of the time all. */
export async function dueAt(now: number, count: number, newest: Newest, shelf: Shelf): Promise<number> {
  let waiting = 0;
  for (let one = newest.at(0); one && !isDue(one, now); one = newest.at(waiting)) waiting += 1;
  if (waiting < newest.length || waiting === count) return count - waiting;
  let [low, high] = [0, count - newest.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const [headline] = await shelf.headlines([middle]);
    if (headline && isDue(headline, now)) low = middle + 1;
    else high = middle;
  }
  return low;
}
