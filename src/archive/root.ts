import type { Article } from "../articles/article.ts";
import type { Counts } from "../feeds/archive.ts";
import type { Dates } from "../feeds/library.ts";
import type { Kind } from "../feeds/traits.ts";

/** So many stand in a file. A full one is written once, and never again unless something in it changes. */
export const ARTICLES_A_SHARD = 100;
export const HEADLINES_A_SHARD = 1000;
export const NAMES_A_SHARD = 1000;
/** A sitemap's part: what a free plan's 10 ms can write. */
export const LISTED_A_SHARD = 5000;
export const LISTED_A_LINE = 1000;
/** Of a channel's numbers so many stand in a line, and so many in a file. */
export const NUMBERS_A_LINE = 1000;
export const NUMBERS_A_SHARD = 40_000;

/** How many channels the OPML, the pages and whoever else names "all" name at most. */
export const CHANNELS_NAMED = 1000;

/** Names of files, by number: they stand in files of their own, whose names these are. */
export type Names = readonly string[];

/** Growing numbers, each as what it is more than the one before: in place where they are few, else in files. Neither: all from 0 on. */
export interface Numbers {
  readonly count: number;
  readonly steps?: readonly number[];
  readonly shards?: readonly string[];
}

/** Articles that are kept in one order: dated ones by their number from the oldest, undated ones by that from the newest. */
export interface Stack {
  readonly count: number;
  readonly articles: Names;
  readonly headlines: Names;
  /** What sitemaps say of them. */
  readonly listed: Names;
}

/** A number in the stack of dated articles, or, below zero, in that of undated ones: -1 is the first of those. */
export type Place = number;

/** The number of what stands at a place, in its stack. */
export const numberOf = (place: Place): number => (place < 0 ? -1 - place : place);

/** More than there are are kept of the newest that a list tells: some may not be due yet. */
export const AHEAD = 50;

/**
 * Growing numbers under keys, in lines of so many, in buckets: what stands behind the newest of a list. They are read when so many of the newest
 * are not due yet that the others are too few.
 */
export interface Rolls {
  readonly count: number;
  readonly names: Names;
  readonly line: number;
}

/** Of a channel's articles, those that a format takes: how many there are, and the newest of them. */
export interface Taken extends Counts {
  readonly newest: readonly Place[];
}

export type TakenBy = Readonly<Record<string, Taken>>;

/** What a trait is called by its oldest dated article, and by its first undated one. */
export type TraitNames = readonly [string | null, string | null];

/** What is kept of a channel. */
export interface ChannelRecord {
  readonly dated: Numbers;
  readonly undated: Numbers;
  readonly names?: TraitNames;
  /** The file of its newest articles in full. */
  readonly window?: string;
  readonly taken?: TakenBy;
  /** The newest of those that were withdrawn. */
  readonly withdrawn: readonly Article[];
}

/** A channel as lists name it: its kind, segment and names, how many it holds, and the number of its oldest dated article. */
export type ListedChannel = readonly [
  kind: Kind,
  segment: string,
  names: TraitNames,
  dated: number,
  undated: number,
  oldest: number,
];

/** A channel as a sitemap names it: its path, and the number of its oldest dated article; below zero where it has undated ones. */
export type ListedPath = readonly [path: string, oldest: number];

/** An article as a sitemap names it: slug, moment of publication and of the last change; 0 for what is to be found elsewhere. */
export type ListedArticle = 0 | readonly [slug: string, published?: string, updated?: string];

/** What a slug stands for: where the article is, or the moment (empty: none) of the one that was withdrawn. */
export type Slugged = Place | string;

/** The newest moments, in seconds, newest first, each as what it is less than the one before. */
export interface Moments {
  /** Of publication, and of changes; of withdrawn articles, too. */
  readonly published: readonly number[];
  readonly updated: readonly number[];
  /** Of either, of what is published. */
  readonly changed: readonly number[];
  /** Where there are more than these: the others, in seconds, each under its kind. */
  readonly older?: Rolls;
}

/** Those that were withdrawn, by their number from the oldest on, where there are more than a list tells: in files, and their moments, in seconds. */
export interface Gone {
  readonly articles: Names;
  /** Under {@link GONE}. */
  readonly moments: Rolls;
}

export const GONE = "withdrawn";

/** Of a term so many articles stand in its line, the newest: a search must not take longer the more there are. */
export const POSTED = 5000;

/** What has a term: places of dated and of undated articles, growing, as steps, and which of all these have it in their title. */
export type Posted = readonly [
  dated: readonly number[],
  undated: readonly number[],
  titled: readonly number[],
];

/** Terms in their order, in files of some hundreds: `first` is the file of the first term of each. */
export interface Terms {
  readonly first: string;
  readonly names: Names;
  /** Of a term that more articles have: those dated, as their numbers twice over, and one more where they have it in their title. */
  readonly older?: Rolls;
}

/** All that the bundle knows of the archive: whatever else there is, is named by what this names. */
export interface Root {
  readonly dated: Stack;
  readonly undated: Stack;
  /** Buckets of slugs and of channels, by digests of their keys. */
  readonly slugs: { readonly count: number; readonly names: Names };
  readonly channels: { readonly count: number; readonly names: Names };
  /** The file of the channels that are named ({@link ListedChannel}), and those of all ({@link ListedPath}). */
  readonly named: string;
  readonly paths: { readonly count: number; readonly names: Names };
  readonly terms: Terms;
  readonly moments: Moments;
  /** When the last article of each topic was published and changed: of the undated, or else the oldest. */
  readonly firsts: readonly Dates[];
  readonly taken: TakenBy;
  readonly withdrawn: readonly Article[];
  /** Of channels, where they are more than a list tells and not all: the dated articles that formats take, the undated ones, and the withdrawn. */
  readonly rolls?: Rolls;
  readonly gone?: Gone;
}
