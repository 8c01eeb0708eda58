import type { Gathering } from "./gathered.ts";
import type { Keeper } from "./keeper.ts";
import { oldestOf, type Roll, rollsOf } from "./roll-writer.ts";
import type { Moments } from "./root.ts";

/** Moments of a kind that are bundled: more than a newspaper has in two days, or mostly plans ahead. */
const BUNDLED = 4000;
/** And of the others so many stand in a line. */
const A_LINE = 1000;

/** The newest moments of articles, and, in files, the others: as many may be planned ahead as anybody likes. */
export function momentsOf([dated, undated, withdrawn]: Gathering["rows"], keeper: Keeper): Moments {
  const there = [dated, undated];
  const published = there.map((row) => row.published);
  const updated = there.map((row) => row.updated);
  const kinds: Readonly<Record<Exclude<keyof Moments, "older">, Float64Array>> = {
    published: growing(...published, withdrawn.published),
    updated: growing(...updated, withdrawn.updated),
    changed: growing(...published, ...updated),
  };
  const rolls = Object.entries(kinds)
    .filter(([, numbers]) => numbers.length > BUNDLED)
    .map(([key, numbers]): Roll => ({ key, numbers: oldestOf(numbers, A_LINE) }));
  const older = rollsOf(keeper, A_LINE, rolls);
  return {
    published: told(kinds.published),
    updated: told(kinds.updated),
    changed: told(kinds.changed),
    ...(older && { older }),
  };
}

/** Each once, the oldest first. */
function growing(...all: readonly Float64Array[]): Float64Array {
  const sorted = new Float64Array(all.reduce((sum, { length }) => sum + length, 0));
  let count = 0;
  for (const some of all) for (const moment of some) if (!Number.isNaN(moment)) sorted[count++] = moment;
  const moments = sorted.subarray(0, count).sort();
  return moments.filter((moment, i) => moment !== moments[i - 1]);
}

/** The newest, newest first, each as what it is less than the one before. */
const told = (moments: Float64Array): readonly number[] =>
  Array.from(moments.slice(-BUNDLED).reverse(), (moment, i) => {
    const before = i === 0 ? undefined : moments.at(-i);
    return before === undefined ? moment : before - moment;
  });
