import type { Article } from "../articles/article.ts";
import { shownOf, windowOf } from "../feeds/documents.ts";
import { ALL_FORMATS, type Format } from "../feeds/formats.ts";
import type { Holding } from "../feeds/library.ts";
import { withoutLater } from "../feeds/snapshot.ts";
import type { Entered } from "./directory.ts";
import { withdrawnOf } from "./gone.ts";
import type { Moment } from "./moment.ts";
import { numbersBetween } from "./numbers.ts";
import type { Place } from "./root.ts";
import { stockOf, takenStock } from "./stock.ts";

/** A channel by its record. */
export function holdingOf(entered: Entered, moment: Moment): Holding {
  const { channel, record, counts } = entered;
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
  return {
    channel,
    counts,
    articles,
    headlines: async (start, end) => shelf.headlines(await placesOf(start, Math.min(end, total))),
    stock: async (name, isDocumentAlone = false) => {
      const { taking }: Format = ALL_FORMATS[name];
      const size = isDocumentAlone && !taking ? shownOf : windowOf;
      const withdrawn = await withdrawnOf(entered, moment);
      return (
        (await takenStock(name, entered, moment, withdrawn)) ??
        stockOf(await articles(0, size(moment.entries)), counts, withdrawn)
      );
    },
  };
}
