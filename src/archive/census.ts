import type { Census, Listed } from "../feeds/sitemap.ts";
import { withoutLater } from "../feeds/snapshot.ts";
import type { Moment } from "./moment.ts";
import { LISTED_A_LINE, LISTED_A_SHARD, type ListedArticle, type ListedPath, type Stack } from "./root.ts";
import { each, type Stacks } from "./stacks.ts";

/** What sitemaps name, in parts of as many as a file has. */
export function censusOf({ root, stacks, dueCount, now }: Moment): Census {
  const { dated, undated, paths } = root;
  return {
    most: LISTED_A_SHARD,
    counts: { channels: paths.count, articles: dueCount + undated.count },
    async channels(start, end) {
      const name = await stacks.nameAt(paths.names, Math.floor(start / LISTED_A_SHARD));
      const all = await stacks.table<readonly ListedPath[]>(name);
      const first = start - (start % LISTED_A_SHARD);
      return all
        .slice(start - first, end - first)
        .filter(([, oldest]) => oldest < dueCount)
        .map(([path]) => ({ path }));
    },
    async articles(start, end) {
      const until = Math.min(end, dueCount + undated.count);
      const loose = undated.count;
      const some = [
        ...(await listedBetween(undated, loose - until, loose - start, stacks)).toReversed(),
        ...(await listedBetween(dated, start - loose, until - loose, stacks)),
      ];
      return some.flatMap(toldOf).map((one) => withoutLater(one, now));
    },
  };
}

/** Of a stack, those from one number on and without another, by whole files. */
async function listedBetween(
  { listed, count }: Stack,
  from: number,
  to: number,
  stacks: Stacks,
): Promise<readonly ListedArticle[]> {
  const [start, end] = [Math.max(0, from), Math.min(to, count)];
  if (start >= end) return [];
  const first = Math.floor(start / LISTED_A_SHARD);
  const files = Array.from({ length: Math.ceil(end / LISTED_A_SHARD) - first }, (_, i) => first + i);
  const read = await each(files, async (file) => {
    const held = Math.min(LISTED_A_SHARD, count - file * LISTED_A_SHARD);
    const lines = Array.from({ length: Math.ceil(held / LISTED_A_LINE) }, (_, i) => i);
    return stacks.lines<readonly ListedArticle[]>(await stacks.nameAt(listed, file), lines);
  });
  const before = first * LISTED_A_SHARD;
  return read.flat(2).slice(start - before, end - before);
}

/** What is to be found elsewhere is not told. */
function toldOf(one: ListedArticle): readonly Listed[] {
  if (one === 0) return [];
  const [slug, published, updated] = one;
  return [{ slug, ...(published && { published }), ...(updated && { updated }) }];
}
