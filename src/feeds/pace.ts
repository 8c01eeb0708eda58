import type { Article } from "../articles/article.ts";
import type { CacheTimes } from "../articles/publication.ts";

/** As many as tell how often something is published. */
export const LATEST = 20;
const FEWEST = 4;
/** A reader that asks so often between two articles learns of each soon enough. */
const ASKS = 4;

/**
 * How many seconds a reader may keep a document: a part of the time that mostly passes between two articles (newest first),
 * within the bounds that the publication sets. No clock has a part in it.
 */
export function paceOf(articles: readonly Article[], { maxAge, maxAgeAtMost }: CacheTimes): number {
  const moments = articles
    .flatMap(({ published }) => (published ? [Date.parse(published) / 1000] : []))
    .slice(0, LATEST);
  if (moments.length < FEWEST) return maxAge;
  const gaps = moments.slice(1).map((moment, i) => (moments[i] ?? moment) - moment);
  const middle = gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
  return Math.round(Math.min(Math.max(middle / ASKS, maxAge), maxAgeAtMost));
}
