import type { Article } from "../articles/article.ts";
import type { Headline } from "../articles/headline.ts";
import type { Counts } from "./archive.ts";
import type { Channel } from "./channels.ts";
import type { Stock } from "./documents.ts";
import type { AnyFormat } from "./formats.ts";
import type { Census } from "./sitemap.ts";

/** What is published at a moment, wherever it is kept. */
export interface Library {
  /** The moment, in milliseconds, at which this is no longer true: an article becomes due or is no more news, or a change becomes due. */
  readonly until: number;
  /** The newest change of all; absent where nothing is dated. */
  readonly updated?: string;
  /** The channel at a path (decoded, without a slash at its end); where it is reached by another path, that channel. */
  readonly channel: (path: string) => Promise<Holding | undefined>;
  /** Everything, then each kind in its order: all that can be subscribed to, or the largest of each kind. */
  readonly channels: () => Promise<readonly Channel[]>;
  readonly article: (slug: string) => Promise<Standing>;
  /** Since when each topic holds something: every page names those that do. */
  readonly firstOfTopics: () => readonly Dates[];
  /** Published in the last two days, newest first. */
  readonly news: () => Promise<readonly Headline[]>;
  readonly search: (query: string) => Promise<Finding>;
  /** Another query that finds something, where a word was mistyped. */
  readonly suggest: (query: string) => Promise<string | undefined>;
  readonly census: () => Promise<Census>;
}

/** When an article was published and changed, as far as it says. */
export type Dates = Pick<Article, "published" | "updated">;

/** Opens what is published at a moment (milliseconds): the same one until it is no longer true. */
export type OpenLibrary = (now: number) => Promise<Library>;

/** Some of a list, by their numbers. */
export type Slice<T> = (start: number, end: number) => Promise<readonly T[]>;

/** A channel and its articles, newest first, undated last. */
export interface Holding {
  readonly channel: Channel;
  readonly counts: Counts;
  /** What its subscription document in a format is made of, and, unless the document alone is wanted, the deltas to it. */
  readonly stock: (format: AnyFormat, isDocumentAlone?: boolean) => Promise<Stock>;
  readonly articles: Slice<Article>;
  readonly headlines: Slice<Headline>;
}

/** What a search found, as a channel. */
export interface Finding extends Holding {
  /** The most fitting first. */
  readonly ranked: Slice<Headline>;
}

/** What is at an article's address. */
export type Standing =
  | {
      readonly kind: "published";
      readonly article: Article;
      /** Its neighbours in time, as far as that is known of both. */
      readonly earlier?: Article;
      readonly later?: Article;
      /** The channels that hold it. */
      readonly channels: readonly Channel[];
    }
  | { readonly kind: "withdrawn" }
  | { readonly kind: "nothing" };
