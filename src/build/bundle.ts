import type { Filed } from "../archive/filed.ts";
import type { Keeper } from "../archive/keeper.ts";
import { valueIn } from "../archive/shard.ts";
import { writeArchive } from "../archive/writer.ts";
import type { Headline } from "../articles/headline.ts";
import type { Publication } from "../articles/publication.ts";
import { windowOf } from "../feeds/documents.ts";
import { indexOf } from "../feeds/search.ts";
import type { Collection } from "./built.ts";
import type { Cache } from "./cache.ts";
import { digestOf } from "./digest.ts";
import { inOrder } from "./in-order.ts";
import { readyOf } from "./ready.ts";
import type { Bundle } from "./write.ts";

/**
 * What of a collection is bundled: all of it, or its newest articles, where `keeper` has the files of an archive of all. `now`:
 * the moment, in milliseconds, for which documents are written ahead.
 */
export function bundleOf(
  collection: Collection,
  keeper: Keeper,
  text: Cache["text"] = (_, make) => make(),
  now = Date.now(),
): Bundle {
  const bare = { ...collection, publication: withoutWords(collection.publication) };
  const bundle = bare.isLarge ? newestOf(bare, keeper) : wholeOf(bare, text);
  return { ...bundle, ready: readyOf(bare, keeper, now) };
}

/** The words of topics have done what they are for, and would be hashed with all else that entries are written by. */
const withoutWords = (publication: Publication): Publication => ({
  ...publication,
  topics: publication.topics.map((topic) => ({ ...topic, words: {} })),
});

function newestOf(collection: Collection, keeper: Keeper): Bundle {
  const { publication, dated, article } = collection;
  const newest = dated.slice(-windowOf(publication.entries)).reverse();
  const archive = writeArchive(publication, collection, keeper);
  return { publication, articles: made(newest, article), searchIndex: "", archive };
}

function wholeOf(collection: Collection, text: Cache["text"]): Bundle {
  const { publication, headline } = collection;
  const there = [...collection.dated.toReversed(), ...collection.undated];
  const origin = digestOf(there.map((one) => digestOf(headline(one))).join(""));
  const index = () => indexOf(made(there, (one: Filed) => valueIn(headline(one)) as Headline));
  return { publication, articles: articlesOf(collection), searchIndex: text(origin, index) };
}

/** All articles, withdrawn ones too, as JSON in UTF-8, the newest first. */
export function articlesOf({ dated, undated, withdrawn, article }: Collection): Iterable<Uint8Array> {
  const all = inOrder([...dated, ...undated, ...withdrawn]);
  return made([...all.dated, ...all.undated], article);
}

/** Each when it is asked for: all of them would be held at once. */
const made = <T, R>(all: readonly T[], make: (one: T) => R): Iterable<R> => ({
  *[Symbol.iterator]() {
    for (const one of all) yield make(one);
  },
});
