import type { Filed, Filing } from "./filed.ts";
import type { Keeper } from "./keeper.ts";
import { oldestOf, type Roll, rollsOf } from "./roll-writer.ts";
import type { Moments, Rolls } from "./root.ts";

/** Moments of a kind that are bundled: more than a newspaper has in two days, or mostly plans ahead. */
const BUNDLED = 4000;
/** And of the others so many stand in a line. */
const A_LINE = 1000;

/** The newest moments of articles, and, in files, the others: as many may be planned ahead as anybody likes. */
export function momentsOf(filing: Filing, keeper: Keeper): Moments {
  const { dated, undated, withdrawn } = filing;
  const there = [...undated, ...dated].reverse();
  const published = newestOf(there.map(({ facts }) => facts.published));
  const updated = newestOf(there.map(({ facts }) => facts.updated));
  const older = olderOf(filing, keeper);
  return {
    published: told(newestOf([...published, ...withdrawn.map(({ facts }) => facts.published)])),
    updated: told(newestOf([...updated, ...withdrawn.map(({ facts }) => facts.updated)])),
    changed: told(newestOf([...published, ...updated])),
    ...(older && { older }),
  };
}

/** The moments of which not all are bundled. */
function olderOf({ dated, undated, withdrawn }: Filing, keeper: Keeper): Rolls | undefined {
  const all = [...undated, ...dated, ...withdrawn];
  const there = all.length - withdrawn.length;
  const published = momentsIn(all, ({ facts }) => facts.published);
  const updated = momentsIn(all, ({ facts }) => facts.updated);
  const kinds: Readonly<Record<Exclude<keyof Moments, "older">, Float64Array>> = {
    published: growing(published),
    updated: growing(updated),
    changed: growing(published.subarray(0, there), updated.subarray(0, there)),
  };
  const rolls = Object.entries(kinds)
    .filter(([, numbers]) => numbers.length > BUNDLED)
    .map(([key, numbers]): Roll => ({ key, numbers: oldestOf(numbers, A_LINE) }));
  return rollsOf(keeper, A_LINE, rolls);
}

/** In seconds; not a number where there is none. */
const momentsIn = (
  all: readonly Filed[],
  tell: (one: Filed) => string | undefined,
): Float64Array<ArrayBuffer> => Float64Array.from(all, (one) => Date.parse(tell(one) ?? "") / 1000);

/** Each once, the oldest first. */
function growing(...all: readonly Float64Array[]): Float64Array {
  const sorted = new Float64Array(all.reduce((sum, { length }) => sum + length, 0));
  let count = 0;
  for (const some of all) for (const moment of some) if (!Number.isNaN(moment)) sorted[count++] = moment;
  const moments = sorted.subarray(0, count).sort();
  return moments.filter((moment, i) => moment !== moments[i - 1]);
}

/** Each once, the newest first. Instants are written so that the later is the greater; it is soon done where most are older than the first. */
function newestOf(instants: readonly (string | undefined)[]): readonly string[] {
  let [kept, oldest]: [readonly string[], string] = [[], ""];
  let fresh: string[] = [];
  for (const instant of instants) {
    if (instant === undefined || instant <= oldest) continue;
    fresh.push(instant);
    if (fresh.length < BUNDLED) continue;
    kept = sorted([...kept, ...fresh]);
    oldest = kept[BUNDLED - 1] ?? "";
    fresh = [];
  }
  return sorted([...kept, ...fresh]);
}

const sorted = (instants: readonly string[]): readonly string[] =>
  [...new Set(instants)].sort((a, b) => (a < b ? 1 : -1)).slice(0, BUNDLED);

/** In seconds, each as what it is less than the one before. */
const told = (instants: readonly string[]): readonly number[] =>
  instants
    .map((instant) => Date.parse(instant) / 1000)
    .map((moment, i, all) => (i === 0 ? moment : (all[i - 1] ?? 0) - moment));
