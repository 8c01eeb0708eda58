import type { Filed, Filing } from "./filed.ts";
import type { Keeper } from "./keeper.ts";
import {
  ARTICLES_A_SHARD,
  HEADLINES_A_SHARD,
  LISTED_A_LINE,
  LISTED_A_SHARD,
  type ListedArticle,
  type Stack,
} from "./root.ts";
import { filesOf, parted, type Row } from "./rows.ts";
import { lineOf } from "./shard.ts";

/** Keeps articles in one order. */
export const stackOf = (keeper: Keeper, row: Row, { article, headline }: Filing): Stack => ({
  count: row.articles.length,
  articles: filesOf(keeper, row, ARTICLES_A_SHARD, "articles", (some) => some.map(article)),
  headlines: filesOf(keeper, row, HEADLINES_A_SHARD, "headlines", (some) => some.map(headline)),
  listed: filesOf(keeper, row, LISTED_A_SHARD, "listed", (some) =>
    parted(some, LISTED_A_LINE).map((line) => lineOf(line.map(listedOf))),
  ),
});

function listedOf({ slug, facts: { published, updated, isElsewhere } }: Filed): ListedArticle {
  if (isElsewhere) return 0;
  if (published === undefined) return [slug];
  return updated === undefined ? [slug, published] : [slug, published, updated];
}
