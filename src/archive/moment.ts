import type { Headline } from "../articles/headline.ts";
import { isDue } from "../feeds/snapshot.ts";
import type { Root } from "./root.ts";
import type { Shelf } from "./shelf.ts";
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

/** How many of so many dated articles are due: nearly all, most of the time all. `ahead` are the newest, newest first. */
export async function dueAt(
  now: number,
  count: number,
  ahead: readonly Pick<Headline, "published">[],
  shelf: Shelf,
): Promise<number> {
  const waiting = ahead.findIndex((article) => isDue(article, now));
  if (waiting >= 0 || ahead.length === count) return count - (waiting >= 0 ? waiting : count);
  let [low, high] = [0, count - ahead.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const [headline] = await shelf.headlines([middle]);
    if (headline && isDue(headline, now)) low = middle + 1;
    else high = middle;
  }
  return low;
}
