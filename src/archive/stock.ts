import type { Article } from "../articles/article.ts";
import type { Counts } from "../feeds/archive.ts";
import { type Stock, windowOf } from "../feeds/documents.ts";
import { ALL_FORMATS, type AnyFormat, type Format } from "../feeds/formats.ts";
import type { Entered } from "./directory.ts";
import type { Moment } from "./moment.ts";
import { numbersBetween } from "./numbers.ts";
import { looseKey, takenKey } from "./roll-keys.ts";
import { type Below, rollBelow } from "./rolls.ts";
import { AHEAD, type Place, type Taken } from "./root.ts";

/** What of a channel is due. */
export type Due = Omit<Entered, "channel">;

export const stockOf = (
  articles: readonly Article[],
  counts: Counts,
  withdrawn: readonly Article[],
): Stock => ({ articles, older: olderThan(articles, counts), withdrawn });

/** What stands behind the newest. */
const olderThan = (articles: readonly Article[], { dated, undated }: Counts): Counts => {
  const own = articles.filter(({ published }) => published !== undefined).length;
  return { dated: dated - own, undated: undated - (articles.length - own) };
};

/** Of a channel that is not read whole, what a format takes. */
export async function takenStock(
  name: AnyFormat,
  due: Due,
  moment: Moment,
  withdrawn: readonly Article[],
): Promise<Stock | undefined> {
  const { taking }: Format = ALL_FORMATS[name];
  const list = taking && due.record.taken?.[name];
  if (!list) return undefined;
  const most = taking.most ?? windowOf(moment.entries);
  const { counts, newest } = newestOf(list, most, moment) ?? (await olderOf(name, list, most, due, moment));
  const articles = await moment.shelf.articles(newest.slice(0, most));
  const none = { dated: 0, undated: 0 };
  return { articles, older: taking.most === undefined ? olderThan(articles, counts) : none, withdrawn };
}

/** What is taken of what is due: how many, and the newest. */
interface TakenDue {
  readonly counts: Counts;
  readonly newest: readonly Place[];
}

/** Those that a list tells; nothing where too many of them are not due yet. */
function newestOf(
  { newest, dated, undated }: Taken,
  most: number,
  { dueCount }: Moment,
): TakenDue | undefined {
  const due = newest.filter((place) => place < dueCount);
  if (due.length < most && newest.length >= most + AHEAD) return undefined;
  return { counts: { dated: dated - (newest.length - due.length), undated }, newest: due };
}

/** Those behind them. Where no roll tells which, all of the channel are taken. */
async function olderOf(
  name: AnyFormat,
  { undated }: Taken,
  most: number,
  { key, record, counts }: Due,
  { root, stacks, dueCount }: Moment,
): Promise<TakenDue> {
  const own = takenKey(key, name);
  const dated: Below = (await rollBelow(own, dueCount, most, root.rolls, stacks)) ?? {
    count: counts.dated,
    last: await numbersBetween(record.dated, counts.dated - most, counts.dated, stacks),
  };
  const hasOwn = undated > 0 && undated < record.undated.count;
  const loose = hasOwn
    ? await rollBelow(looseKey(own), Number.POSITIVE_INFINITY, most, root.rolls, stacks)
    : { last: undated > 0 ? await numbersBetween(record.undated, 0, most, stacks) : [] };
  const others = (loose?.last ?? []).map((number) => -1 - number);
  return { counts: { dated: dated.count, undated }, newest: [...dated.last.toReversed(), ...others] };
}
