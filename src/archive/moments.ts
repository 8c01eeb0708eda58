import { NEWS } from "../feeds/snapshot.ts";
import type { Moment } from "./moment.ts";
import { rollBelow } from "./rolls.ts";
import type { Moments } from "./root.ts";

/** How long what is published stays as it is, and since when it is. */
export interface Lasting {
  /** The first moment (milliseconds) at which it is another. */
  readonly until: number;
  /** The newest change. */
  readonly updated?: string;
}

type Told = Pick<Moment, "root" | "stacks" | "now">;

export async function lastingAt(told: Told): Promise<Lasting> {
  const { now } = told;
  const [due, aged, edited, changed] = [
    await around("published", now, told),
    await around("published", now - NEWS, told),
    await around("updated", now, told),
    await around("changed", now, told),
  ];
  const next = [due.next, aged.next === undefined ? undefined : aged.next + NEWS, edited.next];
  return {
    until: Math.min(...next.filter((moment) => moment !== undefined), Number.POSITIVE_INFINITY),
    ...(changed.last !== undefined && {
      updated: new Date(changed.last).toISOString().replace(/\.000Z$/, "Z"),
    }),
  };
}

/** The last moment up to one, and the next, in milliseconds. */
interface Around {
  readonly last?: number;
  readonly next?: number;
}

/** Mostly only the first few of what is bundled are looked at; where all are later, others are read. */
async function around(
  kind: Exclude<keyof Moments, "older">,
  moment: number,
  { root: { moments }, stacks }: Told,
): Promise<Around> {
  let next: number | undefined;
  for (const one of newestIn(moments[kind])) {
    if (one <= moment) return { last: one, ...(next !== undefined && { next }) };
    next = one;
  }
  const limit = Math.floor(moment / 1000) + 1;
  const below = await rollBelow(kind, limit, 1, moments.older, stacks);
  const [last] = below?.last ?? [];
  if (below?.next !== undefined) next = below.next * 1000;
  return { ...(last !== undefined && { last: last * 1000 }), ...(next !== undefined && { next }) };
}

/** Milliseconds, newest first. */
function* newestIn(steps: readonly number[]): Generator<number> {
  let sum = 0;
  for (const [i, step] of steps.entries()) {
    sum = i === 0 ? step : sum - step;
    yield sum * 1000;
  }
}
