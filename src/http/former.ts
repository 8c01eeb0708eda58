import type { FormerTopic } from "../articles/publication.ts";

const TOPIC = /\/topics\/([^/]+)(?=\/|$)/u;

/** Where a path that names a former topic leads now; `to` is absent where that is gone for good. Nothing where it names none. */
export function formerPath(
  path: string,
  former: readonly FormerTopic[],
): { readonly to?: string } | undefined {
  const id = TOPIC.exec(path)?.[1];
  const topic = former.find((one) => one.id === id);
  if (!topic) return undefined;
  const { movedTo } = topic;
  return movedTo === undefined ? {} : { to: path.replace(TOPIC, () => `/topics/${movedTo}`) };
}
