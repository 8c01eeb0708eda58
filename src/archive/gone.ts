import type { Article } from "../articles/article.ts";
import { isDue, withoutLater } from "../feeds/snapshot.ts";
import type { Entered } from "./directory.ts";
import type { Moment } from "./moment.ts";
import { goneKey } from "./roll-keys.ts";
import { rollBelow } from "./rolls.ts";
import { AHEAD, ARTICLES_A_SHARD, GONE, type Gone } from "./root.ts";
import { each } from "./stacks.ts";

/** What of a channel was withdrawn and is due, the newest first: as many as a document tells of, if there are. */
export async function withdrawnOf(
  { key, record: { withdrawn } }: Pick<Entered, "key" | "record">,
  moment: Moment,
): Promise<readonly Article[]> {
  const { root, entries, now } = moment;
  const due = withdrawn.filter((article) => isDue(article, now));
  const isAll = withdrawn.length < entries + AHEAD || !root.gone;
  const told = isAll || due.length >= entries ? due : await olderOf(key, root.gone, moment);
  return told.map((article) => withoutLater(article, now));
}

async function olderOf(
  key: string,
  { moments, articles }: Gone,
  { root, stacks, entries, now }: Moment,
): Promise<readonly Article[]> {
  const due = await rollBelow(GONE, Math.floor(now / 1000) + 1, 1, moments, stacks);
  const count = due?.count ?? 0;
  const own = await rollBelow(goneKey(key), count, entries, root.rolls, stacks);
  // Where there is none, all are the channel's.
  const numbers = own?.last ?? Array.from({ length: Math.min(entries, count) }, (_, i) => count - 1 - i);
  const newest = numbers.toSorted((a, b) => b - a);
  return each(newest, async (number) => {
    const name = await stacks.nameAt(articles, Math.floor(number / ARTICLES_A_SHARD));
    const [article] = await stacks.lines<Article>(name, [number % ARTICLES_A_SHARD]);
    return article as Article; // As many as were asked for.
  });
}
