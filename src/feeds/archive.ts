import type { Article } from "../articles/article.ts";

/** A document of older entries (RFC 5005 §4). */
export interface Archive {
  /** Its segment in addresses: `1` is the oldest. Undated entries stand before all others, those next to it in `undated-1`. */
  readonly name: string;
  readonly articles: readonly Article[];
  /** Whether newer articles leave it as it is. */
  readonly isFull: boolean;
}

/** A channel's articles, parted into documents: each article stands in one of them. */
export interface Shelves {
  /** What the subscription document holds: at most the publication's `entries`. */
  readonly current: readonly Article[];
  /** The newest first. */
  readonly archives: readonly Archive[];
}

/** Of a document's entries, so many stand in an archived one: the subscription document always holds the most of its own. */
const SHARE = 0.4;

/** How many entries an archived document holds, by how many the subscription document holds at most. */
export const archiveSize = (entries: number): number => Math.max(1, Math.floor(entries * SHARE));

/** How many of articles (newest first, undated last) have a date. */
export const datedIn = (articles: readonly Article[]): number =>
  articles.findLastIndex(({ published }) => published !== undefined) + 1;

const fullOf = (dated: number, entries: number): number =>
  Math.max(0, Math.ceil((dated - entries) / archiveSize(entries)));

/**
 * How many articles the subscription document holds at most, by how many there are that have a date. Undated ones stand in it
 * as long as there is room for them without an archive of others.
 */
export function roomFor(dated: number, entries: number): number {
  const full = fullOf(dated, entries);
  return full > 0 ? dated - full * archiveSize(entries) : entries;
}

/** What the subscription document holds of articles (newest first, undated last). */
export const currentOf = (articles: readonly Article[], entries: number): readonly Article[] =>
  articles.slice(0, roomFor(datedIn(articles), entries));

/**
 * Parts articles (newest first, undated last) into documents. Archived ones are counted from the oldest and only opened once
 * they are full, so that one never changes by what is published later, and none overlaps another.
 */
export function shelve(articles: readonly Article[], entries: number): Shelves {
  const size = archiveSize(entries);
  const dated = datedIn(articles);
  const full = fullOf(dated, entries);
  const current = currentOf(articles, entries);
  const archives = Array.from({ length: full }, (_, i): Archive => {
    const start = current.length + i * size;
    return { name: String(full - i), articles: articles.slice(start, start + size), isFull: true };
  });
  const undated = articles.slice(Math.max(dated, current.length));
  return { current, archives: [...archives, ...undatedOf(undated, size)] };
}

/**
 * Nothing tells the order of undated articles: a new one may change any document of theirs. Counted from those that stand
 * next to the dated ones, so that the oldest of these names the same document however many there are.
 */
function undatedOf(undated: readonly Article[], size: number): readonly Archive[] {
  const count = Math.ceil(undated.length / size);
  return Array.from({ length: count }, (_, i) => ({
    name: `undated-${i + 1}`,
    articles: undated.slice(i * size, (i + 1) * size),
    isFull: false,
  }));
}
