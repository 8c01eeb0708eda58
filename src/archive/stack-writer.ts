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
import { linesOf, namesOf, parted, versionsOf } from "./rows.ts";
import { lineOf } from "./shard.ts";

/** Keeps articles in one order. */
export const stackOf = (
  keeper: Keeper,
  articles: readonly Filed[],
  { article, headline }: Filing,
): Stack => ({
  count: articles.length,
  articles: linesOf(keeper, articles, ARTICLES_A_SHARD, "articles", article),
  headlines: linesOf(keeper, articles, HEADLINES_A_SHARD, "headlines", headline),
  listed: namesOf(
    keeper,
    parted(articles, LISTED_A_SHARD).map((some) =>
      keeper.keep(
        () => parted(some, LISTED_A_LINE).map((line) => lineOf(line.map(listedOf))),
        `listed ${versionsOf(some)}`,
      ),
    ),
  ),
});

function listedOf({ slug, published, updated, isElsewhere }: Filed): ListedArticle {
  if (isElsewhere) return 0;
  if (published === undefined) return [slug];
  return updated === undefined ? [slug, published] : [slug, published, updated];
}
