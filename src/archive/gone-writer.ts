import type { Publication } from "../articles/publication.ts";
import type { Filing } from "./filed.ts";
import type { Keeper } from "./keeper.ts";
import { rollsOf } from "./roll-writer.ts";
import { AHEAD, ARTICLES_A_SHARD, GONE, type Gone } from "./root.ts";
import { filesOf, rowOf } from "./rows.ts";

/** So many moments stand in a line. */
const A_LINE = 1000;
/** Seconds: before all others. */
const UNDATED = -1e12;

/** Keeps the articles that were withdrawn, where they are more than a list tells. */
export function goneOf(
  { withdrawn, article }: Filing,
  { entries }: Publication,
  keeper: Keeper,
): Gone | undefined {
  if (withdrawn.length <= entries + AHEAD) return undefined;
  const oldest = rowOf(withdrawn.toReversed());
  const numbers = oldest.published.map((moment) => (Number.isNaN(moment) ? UNDATED : moment));
  const moments = rollsOf(keeper, A_LINE, [{ key: GONE, numbers }]);
  const articles = filesOf(keeper, oldest, ARTICLES_A_SHARD, "articles", (some) => some.map(article));
  return moments && { articles, moments };
}
