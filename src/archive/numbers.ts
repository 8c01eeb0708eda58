import { NUMBERS_A_LINE, NUMBERS_A_SHARD, type Numbers } from "./root.ts";
import { numbersIn } from "./rows.ts";
import type { Stacks } from "./stacks.ts";

const LINES_A_SHARD = NUMBERS_A_SHARD / NUMBERS_A_LINE;

/** Some of growing numbers, from `start` on and without `end`. */
export async function numbersBetween(
  numbers: Numbers,
  start: number,
  end: number,
  stacks: Stacks,
): Promise<readonly number[]> {
  const [from, to] = [Math.max(0, start), Math.min(end, numbers.count)];
  if (from >= to) return [];
  if (isAll(numbers)) return Array.from({ length: to - from }, (_, i) => from + i);
  if (numbers.steps) return numbersIn(numbers.steps).slice(from, to);
  const found: number[] = [];
  const first = Math.floor(from / NUMBERS_A_LINE);
  for (let line = first; line * NUMBERS_A_LINE < to; line++)
    found.push(...(await lineAt(numbers, line, stacks)));
  const before = first * NUMBERS_A_LINE;
  return found.slice(from - before, to - before);
}

async function lineAt({ shards }: Numbers, line: number, stacks: Stacks): Promise<readonly number[]> {
  const [steps = []] = await stacks.lines<readonly number[]>(
    shards?.[Math.floor(line / LINES_A_SHARD)] ?? "",
    [line % LINES_A_SHARD],
  );
  return numbersIn(steps);
}

/** Of everything, each number is its own. */
const isAll = ({ steps, shards }: Numbers): boolean => !steps && !shards;

/** How many of growing numbers are below a limit; mostly all, or all but the last of them. */
export async function countBelow(numbers: Numbers, limit: number, stacks: Stacks): Promise<number> {
  if (isAll(numbers)) return Math.min(numbers.count, limit);
  if (numbers.steps) return belowIn(numbersIn(numbers.steps), limit);
  // Of the lines from `low` on and without `high` one has the last number below.
  let [low, high] = [0, Math.ceil(numbers.count / NUMBERS_A_LINE)];
  for (let line = high - 1; low < high; line = (low + high) >> 1) {
    const all = await lineAt(numbers, line, stacks);
    const below = belowIn(all, limit);
    if (below > 0 && (below < all.length || line === high - 1)) return line * NUMBERS_A_LINE + below;
    if (below > 0) low = line;
    else high = line;
  }
  return 0;
}

const belowIn = (numbers: readonly number[], limit: number): number =>
  numbers.findLastIndex((number) => number < limit) + 1;
