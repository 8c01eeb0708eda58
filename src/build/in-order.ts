import type { Filed } from "../archive/filed.ts";
import { secondsOf } from "../archive/instant.ts";
import { newestFirst } from "../articles/order.ts";

/** Articles as {@link newestFirst} says, but mostly by numbers: there may be a million. */
export function inOrder<T extends Filed>(articles: readonly T[]): readonly T[] {
  const dated = articles.filter(({ facts }) => facts.published !== undefined);
  const undated = articles.filter(({ facts }) => facts.published === undefined);
  return [...datedInOrder(dated), ...undated.sort(inFull)];
}

const inFull = (a: Filed, b: Filed): number => newestFirst(a.facts, b.facts);

function datedInOrder<T extends Filed>(articles: readonly T[]): readonly T[] {
  const seconds = Float64Array.from(articles, ({ facts }) => secondsOf(facts.published ?? ""));
  const first = seconds.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  const last = seconds.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
  const count = articles.length;
  // Moment and number in one: not where they are more than fit, as one article of the Middle Ages among a million is enough for.
  if ((last - first + 1) * count > Number.MAX_SAFE_INTEGER) return articles.toSorted(inFull);
  const keys = seconds.map((one, number) => (one - first) * count + number).sort();
  const newest = Array.from(keys.reverse(), (key) => articles[key % count] as T);
  return withTiesInOrder(newest);
}

/** Articles of one moment stand together, and ids decide between them. */
function withTiesInOrder<T extends Filed>(articles: T[]): readonly T[] {
  for (let start = 0; start < articles.length; ) {
    const moment = articles[start]?.facts.published;
    let end = start + 1;
    while (end < articles.length && articles[end]?.facts.published === moment) end++;
    const ties = end - start > 1 ? articles.slice(start, end).sort(inFull) : [];
    for (const [i, one] of ties.entries()) articles[start + i] = one;
    start = end;
  }
  return articles;
}
