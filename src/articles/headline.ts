import type { Article } from "./article.ts";
import { readingMinutes } from "./reading-time.ts";

/** An article as lists show it: without its text. */
export interface Headline
  extends Pick<
    Article,
    | "id"
    | "slug"
    | "title"
    | "language"
    | "published"
    | "updated"
    | "authors"
    | "source"
    | "topics"
    | "summary"
  > {
  /** Minutes that it takes to read. */
  readonly minutes: number;
}

export const headlineOf = (article: Article): Headline => {
  const { id, slug, title, language, published, updated, authors, source, topics, summary } = article;
  return {
    id,
    slug,
    title,
    language,
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
    authors,
    ...(source && { source }),
    topics,
    summary,
    minutes: readingMinutes(article),
  };
};
