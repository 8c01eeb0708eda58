import type { Article } from "../articles/article.ts";
import type { Counts } from "../feeds/archive.ts";
import type { Channel } from "../feeds/channels.ts";
import { type Stock, shownOf, windowOf } from "../feeds/documents.ts";
import { ALL_FORMATS, type AnyFormat, type Format } from "../feeds/formats.ts";
import type { Holding } from "../feeds/library.ts";
import { isDue, withoutLater } from "../feeds/snapshot.ts";
import type { Moment } from "./moment.ts";
import { numbersBetween } from "./numbers.ts";
import type { ChannelRecord, Place } from "./root.ts";

/** A channel by its record. `counts`: of what is due. */
export function holdingOf(channel: Channel, record: ChannelRecord, counts: Counts, moment: Moment): Holding {
  const { shelf, stacks, now } = moment;
  const total = counts.dated + counts.undated;
  const placesOf = async (start: number, end: number): Promise<readonly Place[]> => {
    const { dated } = counts;
    const some = await numbersBetween(record.dated, dated - end, dated - start, stacks);
    const undated = await numbersBetween(record.undated, start - dated, end - dated, stacks);
    return [...some.toReversed(), ...undated.map((number) => -1 - number)];
  };
  const articles = async (start: number, end: number): Promise<readonly Article[]> => {
    const until = Math.min(end, total);
    const ahead = record.dated.count - counts.dated;
    const isInWindow = record.window !== undefined && until + ahead <= windowOf(moment.entries);
    if (!record.window || !isInWindow || start >= until) return shelf.articles(await placesOf(start, until));
    const numbers = Array.from({ length: until - start }, (_, i) => start + ahead + i);
    const read = await stacks.lines<Article>(record.window, numbers);
    return read.map((article) => withoutLater(article, now));
  };
  const withdrawn = record.withdrawn
    .filter((article) => isDue(article, now))
    .map((article) => withoutLater(article, now));
  return {
    channel,
    counts,
    articles,
    headlines: async (start, end) => shelf.headlines(await placesOf(start, Math.min(end, total))),
    stock: async (name, isDocumentAlone = false) => {
      const { taking }: Format = ALL_FORMATS[name];
      const size = isDocumentAlone && !taking ? shownOf : windowOf;
      return (
        (await takenStock(name, record, moment, withdrawn)) ??
        stockOf(await articles(0, size(moment.entries)), counts, withdrawn)
      );
    },
  };
}

const stockOf = (articles: readonly Article[], counts: Counts, withdrawn: readonly Article[]): Stock => ({
  articles,
  older: olderThan(articles, counts),
  withdrawn,
});

/** What stands behind the newest. */
const olderThan = (articles: readonly Article[], { dated, undated }: Counts): Counts => {
  const own = articles.filter(({ published }) => published !== undefined).length;
  return { dated: dated - own, undated: undated - (articles.length - own) };
};

/** Of a channel that is not read whole, what a format takes. */
async function takenStock(
  name: AnyFormat,
  { taken }: ChannelRecord,
  { shelf, dueCount, entries }: Moment,
  withdrawn: readonly Article[],
): Promise<Stock | undefined> {
  const { taking }: Format = ALL_FORMATS[name];
  const list = taking && taken?.[name];
  if (!list) return undefined;
  const due = list.newest.filter((place) => place < dueCount);
  const counts = { dated: list.dated - (list.newest.length - due.length), undated: list.undated };
  const articles = await shelf.articles(due.slice(0, taking.most ?? windowOf(entries)));
  const none = { dated: 0, undated: 0 };
  const older = taking.most === undefined ? olderThan(articles, counts) : none;
  return { articles, older, withdrawn };
}
