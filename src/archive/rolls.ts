import { unreadable } from "../feeds/unreadable.ts";
import { keptAt } from "./kept.ts";
import type { Rolls } from "./root.ts";
import { numbersIn } from "./rows.ts";
import type { Stacks } from "./stacks.ts";

/** What of a roll is below a limit. */
export interface Below {
  /** How many. */
  readonly count: number;
  /** The last of these, growing. */
  readonly last: readonly number[];
  /** The first that is not below. */
  readonly next?: number;
}

/**
 * Looks in a roll for so many numbers (`most`) that are the last below a limit; nothing where there is no roll of that key.
 * However long it is, no more is read than these stand in.
 */
export async function rollBelow(
  key: string,
  limit: number,
  most: number,
  rolls: Rolls | undefined,
  stacks: Stacks,
): Promise<Below | undefined> {
  const kept = rolls && (await keptAt<readonly number[]>(key, rolls, stacks));
  if (!kept) return undefined;
  const firsts = numbersIn(kept);
  const at = firsts.findLastIndex((first) => first < limit);
  const [newest, next] = [await linesAt(key, at, rolls, stacks), firsts[at + 1]];
  const below = newest.filter((number) => number < limit);
  const following = newest[below.length] ?? next;
  let last: readonly number[] = below;
  for (let line = at - 1; line >= 0 && last.length < most; line--)
    last = [...(await linesAt(key, line, rolls, stacks)), ...last];
  return {
    count: Math.max(0, at) * rolls.line + below.length,
    last: last.slice(-most),
    ...(following !== undefined && { next: following }),
  };
}

async function linesAt(key: string, line: number, rolls: Rolls, stacks: Stacks): Promise<readonly number[]> {
  if (line < 0) return [];
  const steps = await keptAt<readonly number[]>(lineKey(key, line), rolls, stacks);
  if (!steps) throw unreadable(lineKey(key, line), "none in its bucket");
  return numbersIn(steps);
}

/** What a line of a roll is kept under. */
export const lineKey = (key: string, line: number): string => `${key} ${line}`;
