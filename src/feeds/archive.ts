/** How many articles have a date, and how many have none. */
export interface Counts {
  readonly dated: number;
  readonly undated: number;
}

/** A document of older entries (RFC 5005 §4), and which articles stand in it: by their number in the channel, the newest being 0. */
export interface Archive {
  /** Its segment in addresses: `1` is the oldest. Undated entries stand before all others, those next to it in `undated-1`. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Whether newer articles leave it as it is. */
  readonly isFull: boolean;
  /** The documents before and behind it. */
  readonly older?: string;
  readonly newer: string;
}

/** Of a document's entries, so many stand in an archived one: the subscription document always holds the most of its own. */
const SHARE = 0.4;

/** How many entries an archived document holds, by how many the subscription document holds at most. */
export const archiveSize = (entries: number): number => Math.max(1, Math.floor(entries * SHARE));

/** How many of articles (newest first, undated last) have a date. */
export const datedIn = (articles: readonly { readonly published?: string }[]): number =>
  articles.findLastIndex(({ published }) => published !== undefined) + 1;

/** The same for articles behind which others stand. */
export const countsOf = (
  articles: readonly { readonly published?: string }[],
  older: Counts = NONE,
): Counts => {
  const dated = datedIn(articles);
  return { dated: dated + older.dated, undated: articles.length - dated + older.undated };
};

export const NONE: Counts = { dated: 0, undated: 0 };

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

/**
 * How a channel's articles are parted into documents, each article in one of them. Archived ones are counted from the oldest
 * and only opened once they are full, so that one never changes by what is published later, and none overlaps another.
 * Nothing tells the order of undated articles: a new one may change any document of theirs. Those are counted from the ones
 * that stand next to the dated, so that the oldest of these names the same document however many there are.
 */
interface Plan {
  /** How many the subscription document holds. */
  readonly current: number;
  readonly size: number;
  /** How many archived documents are full, and how many are of undated articles. */
  readonly full: number;
  readonly loose: number;
}

function planOf({ dated, undated }: Counts, entries: number): Plan {
  const size = archiveSize(entries);
  const current = Math.min(roomFor(dated, entries), dated + undated);
  const loose = Math.ceil((dated + undated - Math.max(dated, current)) / size);
  return { current, size, full: fullOf(dated, entries), loose };
}

/** The name of an archived document by its number, the newest being 0. */
const nameAt = ({ full, loose }: Plan, at: number): string | undefined => {
  if (at < 0 || at >= full + loose) return undefined;
  return at < full ? String(full - at) : `undated-${at - full + 1}`;
};

const NAME = /^(undated-)?([1-9]\d*)$/;

/** How many articles the subscription document holds, at most the publication's `entries`. */
export const currentCount = (counts: Counts, entries: number): number => planOf(counts, entries).current;

/** The archived document before the subscription document. */
export const newestArchive = (counts: Counts, entries: number): string | undefined =>
  nameAt(planOf(counts, entries), 0);

/** The archived document of a name; nothing where there is none. */
export function archiveNamed(name: string, counts: Counts, entries: number): Archive | undefined {
  const plan = planOf(counts, entries);
  const [, isLoose, number] = NAME.exec(name) ?? [];
  const at = isLoose ? plan.full + Number(number) - 1 : plan.full - Number(number);
  if (nameAt(plan, at) !== name) return undefined;
  const { dated, undated } = counts;
  const isFull = at < plan.full;
  const start = isFull
    ? plan.current + at * plan.size
    : Math.max(dated, plan.current) + (at - plan.full) * plan.size;
  const older = nameAt(plan, at + 1);
  return {
    name,
    start,
    end: Math.min(start + plan.size, dated + undated),
    isFull,
    ...(older !== undefined && { older }),
    // A full document names the next one before there is one, so that it need not change when there is.
    newer: isFull ? String(Number(name) + 1) : (nameAt(plan, at - 1) ?? "1"),
  };
}

/** Documents name the next full one, which is this until there is one: the entries behind them are in the subscription document. */
export function nextArchive(counts: Counts, entries: number): string | undefined {
  const { full, loose } = planOf(counts, entries);
  return full + loose > 0 ? String(full + 1) : undefined;
}
