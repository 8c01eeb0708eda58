import type { Place } from "../archive/root.ts";
import type { Put } from "../archive/rows.ts";
import { valueIn } from "../archive/shard.ts";
import { archiveWriter } from "../archive/writer.ts";
import type { Article } from "../articles/article.ts";
import { windowOf } from "../feeds/documents.ts";
import type { Collection } from "./built.ts";
import type { Bundle } from "./write.ts";

/** What of a collection is bundled: all of it, or its newest articles, where `put` has the files of an archive of all. */
export function bundleOf(collection: Collection, put: Put): Bundle {
  if (!collection.isLarge) return collection;
  const { publication, count, dated, article } = collection;
  const writer = archiveWriter(publication, put);
  const numbers = placed();
  const add = (number: number) => {
    const json = article(number);
    const value = valueIn(json) as Article;
    if (!value.withdrawn) numbers.add(number, number < dated);
    writer.add(value, json);
  };
  for (let number = dated - 1; number >= 0; number--) add(number);
  for (let number = dated; number < count; number++) add(number);
  const jsonAt = (place: Place) => article(numbers.at(place));
  return {
    publication,
    articles: numbers.newest(windowOf(publication.entries)).map(article),
    searchIndex: "",
    archive: writer.finish(jsonAt),
  };
}

/** The numbers in a collection of what stands at places in an archive. */
function placed() {
  const [dated, undated]: [number[], number[]] = [[], []];
  return {
    add: (number: number, isDated: boolean) => (isDated ? dated : undated).push(number),
    at: (place: Place): number => (place < 0 ? undated[-1 - place] : dated[place]) ?? -1,
    newest: (most: number): readonly number[] => dated.slice(-most).reverse(),
  };
}
