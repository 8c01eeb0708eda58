import type { Filed } from "../archive/filed.ts";
import { secondsOf } from "../archive/instant.ts";
import { newestFirst } from "../articles/order.ts";

/** Articles as {@link newestFirst} says. */
export interface Ordered<T> {
  readonly dated: readonly T[];
  readonly undated: readonly T[];
}

/** Puts articles in order, mostly by numbers: there may be a million. */
export function inOrder<T extends Filed>(articles: readonly T[]): Ordered<T> {
  const [dated, undated]: [T[], T[]] = [[], []];
  const seconds = new Float64Array(articles.length);
  for (const one of articles) {
    const { published } = one.facts;
    if (published === undefined) undated.push(one);
    else seconds[dated.push(one) - 1] = secondsOf(published);
  }
  return { dated: datedInOrder(dated, seconds.subarray(0, dated.length)), undated: undated.sort(inFull) };
}

const inFull = (a: Filed, b: Filed): number => newestFirst(a.facts, b.facts);

function datedInOrder<T extends Filed>(articles: readonly T[], seconds: Float64Array): readonly T[] {
  const count = articles.length;
  const first = seconds.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  const last = seconds.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
  // Moment and number in one: not where they are more than fit, as one article of the Middle Ages among a million is enough for.
  if ((last - first + 1) * count > Number.MAX_SAFE_INTEGER) return articles.toSorted(inFull);
  const keys = seconds
    .map((one, number) => (one - first) * count + number)
    .sort()
    .reverse();
  const newest = Array.from(keys, (key) => articles[key % count] as T);
  return withTiesInOrder(newest, (number) => Math.floor((keys[number] ?? 0) / count));
}

/** Articles of one moment stand together, and ids decide between them. */
function withTiesInOrder<T extends Filed>(articles: T[], momentOf: (number: number) => number): readonly T[] {
  for (let start = 0, end = 0; start < articles.length; start = end) {
    for (end = start + 1; end < articles.length && momentOf(end) === momentOf(start); ) end++;
    const ties = end - start > 1 ? articles.slice(start, end).sort(inFull) : [];
    for (const [i, one] of ties.entries()) articles[start + i] = one;
  }
  return articles;
}
