import { NEWS } from "../feeds/snapshot.ts";
import type { Filing } from "./filed.ts";
import type { Moments } from "./root.ts";

/** Moments that are kept of a kind: more than a newspaper has in two days, or plans ahead. */
const KEPT = 4000;

/** The newest moments of articles. */
export function momentsOf({ dated, undated, withdrawn }: Filing): Moments {
  const there = [...undated, ...dated].reverse();
  const published = newestOf(there.map(({ facts }) => facts.published));
  const updated = newestOf(there.map(({ facts }) => facts.updated));
  return {
    published: told(newestOf([...published, ...withdrawn.map(({ facts }) => facts.published)])),
    updated: told(newestOf([...updated, ...withdrawn.map(({ facts }) => facts.updated)])),
    changed: told(newestOf([...published, ...updated])),
  };
}

/** Each once, the newest first. Instants are written so that the later is the greater; it is soon done where most are older than the first. */
function newestOf(instants: readonly (string | undefined)[]): readonly string[] {
  let [kept, oldest]: [readonly string[], string] = [[], ""];
  let fresh: string[] = [];
  for (const instant of instants) {
    if (instant === undefined || instant <= oldest) continue;
    fresh.push(instant);
    if (fresh.length < KEPT) continue;
    kept = sorted([...kept, ...fresh]);
    oldest = kept[KEPT - 1] ?? "";
    fresh = [];
  }
  return sorted([...kept, ...fresh]);
}

const sorted = (instants: readonly string[]): readonly string[] =>
  [...new Set(instants)].sort((a, b) => (a < b ? 1 : -1)).slice(0, KEPT);

/** In seconds, each as what it is less than the one before. */
const told = (instants: readonly string[]): readonly number[] =>
  instants
    .map((instant) => Date.parse(instant) / 1000)
    .map((moment, i, all) => (i === 0 ? moment : (all[i - 1] ?? 0) - moment));

/** Milliseconds, newest first: mostly only the first few are needed. */
function* momentsIn(steps: readonly number[]): Generator<number> {
  let sum = 0;
  for (const [i, step] of steps.entries()) {
    sum = i === 0 ? step : sum - step;
    yield sum * 1000;
  }
}

/** The first moment (milliseconds) after `now` at which what is published is another. */
export function untilOf({ published, updated }: Moments, now: number): number {
  let until = Number.POSITIVE_INFINITY;
  for (const moment of momentsIn(published)) {
    if (moment + NEWS <= now) break;
    until = Math.min(until, moment > now ? moment : moment + NEWS);
  }
  for (const moment of momentsIn(updated)) {
    if (moment <= now) break;
    until = Math.min(until, moment);
  }
  return until;
}

/** The newest change up to a moment. */
export function changeUntil({ changed }: Moments, now: number): string | undefined {
  for (const moment of momentsIn(changed))
    if (moment <= now) return new Date(moment).toISOString().replace(/\.000Z$/, "Z");
  return undefined;
}
