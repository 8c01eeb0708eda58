import { type Filed, type Filing, factsOf, VERSION_LENGTH, wordsOf } from "../../src/archive/filed.ts";
import { keeperOf } from "../../src/archive/keeper.ts";
import { inShards } from "../../src/archive/library.ts";
import type { Root } from "../../src/archive/root.ts";
import type { Read } from "../../src/archive/stacks.ts";
import { writeArchive } from "../../src/archive/writer.ts";
import type { Article } from "../../src/articles/article.ts";
import { headlineOf } from "../../src/articles/headline.ts";
import { newestFirst } from "../../src/articles/order.ts";
import type { Publication } from "../../src/articles/publication.ts";
import { windowOf } from "../../src/feeds/documents.ts";
import type { OpenLibrary } from "../../src/feeds/library.ts";

/** An archive whose files are in memory, by their names. */
export interface Kept {
  readonly root: Root;
  readonly files: Map<string, Uint8Array>;
  readonly newest: readonly Article[];
}

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** Archives articles as the build does. */
export function archived(publication: Publication, articles: readonly Article[]): Kept {
  const files = new Map<string, Uint8Array>();
  const keeper = keeperOf(({ name, bytes }) => files.set(name, bytes));
  const root = writeArchive(publication, filingOf(articles), keeper);
  const newest = articles
    .filter(({ published, withdrawn }) => published !== undefined && !withdrawn)
    .sort(newestFirst)
    .slice(0, windowOf(publication.entries));
  return { root, files, newest };
}

/** Articles as the build holds them. */
export function filingOf(all: readonly Article[]): Filing {
  const sorted = all.toSorted(newestFirst);
  const there = sorted.filter(({ withdrawn }) => !withdrawn);
  const articles = new Map<Filed, Article>();
  const file = (article: Article) => {
    const filed = {
      facts: factsOf(article),
      slug: article.slug,
      version: String(articles.size).padStart(VERSION_LENGTH),
    };
    articles.set(filed, article);
    return filed;
  };
  const articleOf = (one: Filed): Article => {
    const article = articles.get(one);
    if (!article) throw new Error(`no article ${one.slug}`);
    return article;
  };
  return {
    dated: there
      .filter(({ published }) => published !== undefined)
      .reverse()
      .map(file),
    undated: there.filter(({ published }) => published === undefined).map(file),
    withdrawn: sorted.filter(({ withdrawn }) => withdrawn).map(file),
    article: (one) => bytesOf(articleOf(one)),
    headline: (one) => bytesOf(headlineOf(articleOf(one))),
    words: (one) => wordsOf(articleOf(one)),
  };
}

/** A library of them. */
export const libraryOf = (
  publication: Publication,
  { root, files, newest }: Kept,
  read: Read = async (name) => files.get(name),
): OpenLibrary => inShards({ publication, root, newest }, read);
