import type { Article } from "../articles/article.ts";
import { firstPageOf } from "../feeds/place.ts";
import { termsOf } from "../feeds/search.ts";
import type { Traited } from "../feeds/traits.ts";

/** What is known of an article beside its text: as little as there is need of, for it is held of all. */
export interface Facts {
  readonly id: string;
  readonly language: string;
  readonly published?: string;
  readonly updated?: string;
  readonly withdrawn?: true;
  readonly topics: readonly string[];
  /** Their names. */
  readonly authors: readonly string[];
  /** Its name. */
  readonly source?: string;
  readonly hasAudio?: true;
  /** First published elsewhere: sitemaps do not name it. */
  readonly isElsewhere?: true;
}

export function factsOf(article: Omit<Article, "slug">): Facts {
  const { id, language, published, updated, withdrawn, topics, authors, source, audio } = article;
  return {
    id,
    language,
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
    ...(withdrawn && { withdrawn }),
    topics,
    authors: authors.map(({ name }) => name),
    ...(source && { source: source.name }),
    ...(audio && { hasAudio: true as const }),
    ...(firstPageOf(article) !== undefined && { isElsewhere: true as const }),
  };
}

export const traitedOf = ({ topics, language, authors, source }: Facts): Traited => ({
  topics,
  language,
  authors: authors.map((name) => ({ name })),
  ...(source !== undefined && { source: { name: source } }),
});

/** Words by which an article is found, each in a line, as often as they stand in its title and in its summary. */
export interface Words {
  readonly title: string;
  readonly summary: string;
}

export const wordsOf = ({ title, summary }: Pick<Article, "title" | "summary">): Words => ({
  title: termsOf(title).join("\n"),
  summary: termsOf(summary).join("\n"),
});

/** An article that is to be kept. */
export interface Filed {
  readonly facts: Facts;
  readonly slug: string;
  /** Stands for all that it says: no two that differ have the same. {@link VERSION_LENGTH} characters of ASCII. */
  readonly version: string;
}

export const VERSION_LENGTH = 22;

/** The versions of articles, one after another. */
export const versionsOf = (articles: readonly Filed[]): Uint8Array =>
  new TextEncoder().encode(articles.map(({ version }) => version).join(""));

/** The articles of an archive, and their texts, where these are asked for: all of them need not be in memory. */
export interface Filing {
  /** The oldest first. */
  readonly dated: readonly Filed[];
  /** In the order in which they are listed. */
  readonly undated: readonly Filed[];
  /** The newest first. */
  readonly withdrawn: readonly Filed[];
  /** An article as JSON in UTF-8. */
  readonly article: (one: Filed) => Uint8Array;
  /** Its headline, likewise. */
  readonly headline: (one: Filed) => Uint8Array;
  readonly words: (one: Filed) => Words;
}
