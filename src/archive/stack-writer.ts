import type { Article } from "../articles/article.ts";
import { headlineOf } from "../articles/headline.ts";
import { firstPageOf } from "../feeds/place.ts";
import {
  ARTICLES_A_SHARD,
  HEADLINES_A_SHARD,
  LISTED_A_LINE,
  LISTED_A_SHARD,
  type ListedArticle,
  type Stack,
} from "./root.ts";
import { type Put, rowsOf } from "./rows.ts";
import { lineOf } from "./shard.ts";

/** Writes articles in the order in which they come. */
export interface StackWriter {
  /** Tells its number. */
  readonly add: (article: Article, json: Uint8Array) => number;
  readonly finish: () => Stack;
}

export function stackWriter(put: Put): StackWriter {
  const articles = rowsOf(put, ARTICLES_A_SHARD);
  const headlines = rowsOf(put, HEADLINES_A_SHARD);
  const listed = rowsOf(put, LISTED_A_SHARD / LISTED_A_LINE);
  let line: ListedArticle[] = [];
  const flush = () => {
    if (line.length > 0) listed.add(lineOf(line));
    line = [];
  };
  return {
    add(article, json) {
      articles.add(json);
      headlines.add(lineOf(headlineOf(article)));
      line.push(listedOf(article));
      if (line.length === LISTED_A_LINE) flush();
      return articles.count() - 1;
    },
    finish() {
      flush();
      const count = articles.count();
      return { count, articles: articles.finish(), headlines: headlines.finish(), listed: listed.finish() };
    },
  };
}

function listedOf(article: Article): ListedArticle {
  const { slug, published, updated } = article;
  if (firstPageOf(article) !== undefined) return 0;
  if (published === undefined) return [slug];
  return updated === undefined ? [slug, published] : [slug, published, updated];
}
