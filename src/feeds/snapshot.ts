import type { Article } from "../articles/article.ts";
import { newestFirst } from "../articles/order.ts";

/** What is published at a moment. */
export interface Snapshot {
  /** Due and not withdrawn, newest first, undated last. */
  readonly articles: readonly Article[];
  /** Withdrawn from publication: their pages answer 410. */
  readonly withdrawn: readonly Article[];
  /** Published in the last two days. */
  readonly news: readonly Article[];
  /** The moment, in milliseconds, at which this is no longer true: an article becomes due or is no more news, or a change becomes due. */
  readonly until: number;
}

/** Milliseconds for which an article is news (Google News: two days). */
export const NEWS = 2 * 24 * 60 * 60 * 1000;

/** The articles as they stand at a moment (`now` in milliseconds): what is dated later does not exist yet. */
export function snapshotAt(articles: readonly Article[], now: number): Snapshot {
  const moments = articles.flatMap(({ published, updated }) => [
    millisecondsOf(published),
    millisecondsOf(published) + NEWS,
    millisecondsOf(updated),
  ]);
  const due = articles.filter((article) => isDue(article, now)).sort(newestFirst);
  const standing = due.map((article) => withoutLater(article, now));
  const published = standing.filter((article) => !article.withdrawn);
  return {
    articles: published,
    news: published.filter((article) => millisecondsOf(article.published) + NEWS > now),
    withdrawn: standing.filter((article) => article.withdrawn),
    until: Math.min(...moments.filter((moment) => moment > now), Number.POSITIVE_INFINITY),
  };
}

/** Whether the moment (milliseconds) at which an article appears has come. */
export const isDue = ({ published }: Pick<Article, "published">, now: number): boolean =>
  millisecondsOf(published) <= now;

const millisecondsOf = (instant: string | undefined): number =>
  instant === undefined ? Number.NEGATIVE_INFINITY : Date.parse(instant);

/** An article as it stands at a moment. */
export function withoutLater<T extends { readonly updated?: string }>(article: T, now: number): T {
  if (millisecondsOf(article.updated) <= now) return article;
  const { updated: _, ...before } = article;
  return before as T; // Without what it need not have.
}
