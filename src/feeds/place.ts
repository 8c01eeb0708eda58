import type { Article, Author } from "../articles/article.ts";
import { BASE } from "../articles/article.ts";
import { inLanguage, type Publication, type Topic } from "../articles/publication.ts";

/** Where documents are written for: who publishes, and under which address (no slash at its end). */
export interface Place {
  readonly publication: Publication;
  readonly base: string;
}

/** The address of an article's page. */
export const pageOf = (article: Article, { base }: Place): string => `${base}/articles/${article.slug}`;

/** Markup or an address whose {@link BASE} is the place's. */
export const placed = (text: string, { base }: Place): string => text.replaceAll(BASE, () => base);

/** Who publishes; the publication itself where it names nobody. */
export const publishersOf = ({ publication: { authors, title } }: Place): readonly Author[] =>
  authors.length > 0 ? authors : [{ name: title }];

/** Who an entry is credited to: its authors, else its source. Readers credit an entry without any to the publication. */
export const creditedTo = ({ authors, source }: Article): readonly Author[] =>
  authors.length > 0 || !source ? authors : [source];

/** An article's topics, each with its title in the article's language. */
export function topicsOf(
  { topics, language }: Article,
  { publication }: Place,
): readonly (Pick<Topic, "id"> & { readonly title: string })[] {
  return publication.topics
    .filter((topic) => topics.includes(topic.id))
    .map(({ id, title }) => ({ id, title: inLanguage(title, language, publication.language) }));
}
