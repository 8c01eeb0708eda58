import type { Article } from "../articles/article.ts";
import { NEWS } from "../feeds/snapshot.ts";
import type { Moments } from "./root.ts";

/** Moments that are kept of a kind: more than a newspaper has in two days, or plans ahead. */
const KEPT = 4000;

/** Collects the moments of articles. */
export interface Clockwork {
  readonly add: (article: Pick<Article, "published" | "updated" | "withdrawn">) => void;
  readonly finish: () => Moments;
}

export function clockwork(): Clockwork {
  const [published, updated, changed] = [new Set<number>(), new Set<number>(), new Set<number>()];
  const into = (instant: string | undefined, sets: readonly Set<number>[]) => {
    if (instant === undefined) return;
    for (const set of sets) set.add(Date.parse(instant) / 1000);
  };
  return {
    add(article) {
      const told = article.withdrawn ? [] : [changed];
      into(article.published, [published, ...told]);
      into(article.updated, [updated, ...told]);
    },
    finish: () => ({
      published: newestOf(published),
      updated: newestOf(updated),
      changed: newestOf(changed),
    }),
  };
}

const newestOf = (moments: ReadonlySet<number>): readonly number[] =>
  [...moments]
    .sort((a, b) => b - a)
    .slice(0, KEPT)
    .map((moment, i, all) => (i === 0 ? moment : (all[i - 1] ?? 0) - moment));

/** Milliseconds, newest first. */
const momentsIn = (steps: readonly number[]): readonly number[] => {
  let sum = 0;
  return steps.map((step, i) => {
    sum = i === 0 ? step : sum - step;
    return sum * 1000;
  });
};

/** The first moment (milliseconds) after `now` at which what is published is another. */
export function untilOf({ published, updated }: Moments, now: number): number {
  const appear = momentsIn(published);
  const moments = [...appear, ...appear.map((moment) => moment + NEWS), ...momentsIn(updated)];
  return Math.min(...moments.filter((moment) => moment > now), Number.POSITIVE_INFINITY);
}

/** The newest change up to a moment. */
export function changeUntil({ changed }: Moments, now: number): string | undefined {
  const newest = momentsIn(changed).find((moment) => moment <= now);
  return newest === undefined ? undefined : new Date(newest).toISOString().replace(/\.000Z$/, "Z");
}
