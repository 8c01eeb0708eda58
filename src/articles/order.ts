import type { Article } from "./article.ts";

type Dated = Pick<Article, "id" | "published">;

/** Newest first by the moment of publication (a change does not move an article up), undated last; ids decide between equals. */
export function newestFirst(a: Dated, b: Dated): number {
  const one = a.published ?? "";
  const other = b.published ?? "";
  if (one !== other) return one < other ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

/** The newest change among the articles; nothing where none is dated. */
export const newestChange = (
  articles: readonly Pick<Article, "published" | "updated">[],
): string | undefined =>
  articles
    .flatMap(({ published, updated }) => updated ?? published ?? [])
    .reduce<string | undefined>((newest, one) => (newest && newest > one ? newest : one), undefined);
