import { bucketOf } from "./buckets.ts";
import type { Root } from "./root.ts";
import type { Stacks } from "./stacks.ts";

/** What is kept under a key in buckets. */
export async function keptAt<T>(key: string, buckets: Root["slugs"], stacks: Stacks): Promise<T | undefined> {
  const name = await stacks.nameAt(buckets.names, bucketOf(key, buckets.count));
  const at = (await stacks.table<readonly string[]>(name)).indexOf(key);
  if (at < 0) return undefined;
  const [value] = await stacks.lines<T>(name, [at + 1]);
  return value;
}
