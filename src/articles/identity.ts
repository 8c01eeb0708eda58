import slugify from "@sindresorhus/slugify";
import anyAscii from "any-ascii";
import { v5 } from "uuid";
import type { Draft } from "./article.ts";

const SLUG_LENGTH = 80;

/** `urn:uuid:…`, version 5 (RFC 9562 §5.5) of the publication's id and the seed's path below `seeds/`. */
export const idOf = (publicationId: string, path: string): string =>
  `urn:uuid:${v5(path.normalize("NFC"), publicationId.replace("urn:uuid:", ""))}`;

/** A title in ASCII letters, digits and hyphens, cut at a word; characters of the id's hash where nothing of it is left. */
export function slugOf(title: string, id: string): string {
  const words = title.replace(/\p{Extended_Pictographic}/gu, " ");
  const slug = slugify(
    anyAscii(slugify(words, { separator: " ", lowercase: false, decamelize: false }) || words),
    { decamelize: false },
  );
  const cut = slug.length > SLUG_LENGTH ? slug.slice(0, SLUG_LENGTH + 1).replace(/-[^-]*$/, "") : slug;
  return cut.slice(0, SLUG_LENGTH) || digest(id, 8);
}

/** Characters that stand for an id in an address: of a hash of it. */
const digest = (id: string, length: number) => v5(id, v5.URL).replaceAll("-", "").slice(0, length);

/** A title, or the slug that was made of it. */
type Named = {
  readonly id: string;
  readonly draft: Pick<Draft, "slug" | "published">;
} & ({ readonly draft: Pick<Draft, "title"> } | { readonly plain: string });

const plainOf = (article: Named): string =>
  article.draft.slug ?? ("plain" in article ? article.plain : slugOf(article.draft.title, article.id));

/**
 * A slug for each article, by id. Slugs claimed in front matter come first; then undated articles, by id, and the dated by
 * their days: the first keeps the plain one, and the others add characters of their id's hash. So no slug depends on the order
 * of files, and an article dated later than all others of its title takes a slug from none of them. Nothing tells the age of
 * an undated one: a new one may take the plain slug from a dated or another undated one.
 */
export function slugsOf(articles: readonly Named[]): ReadonlyMap<string, string> {
  const age = ({ id, draft }: Named) => `${draft.slug === undefined ? 1 : 0} ${draft.published ?? ""} ${id}`;
  const taken = new Map<string, string>();
  const aged = articles.map((article) => ({ article, age: age(article) }));
  for (const { article } of aged.sort((a, b) => (a.age < b.age ? -1 : 1))) {
    const plain = plainOf(article);
    let slug = plain;
    for (let length = 6; taken.has(slug); length++) slug = `${plain}-${digest(article.id, length)}`;
    taken.set(slug, article.id);
  }
  return new Map([...taken].map(([slug, id]) => [id, slug]));
}
