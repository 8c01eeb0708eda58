import type { Article, Author } from "../articles/article.ts";
import { BASE } from "../articles/article.ts";
import { inLanguage, type Publication, type Topic } from "../articles/publication.ts";

/** Where documents are written for: who publishes, and under which address (no slash at its end). */
export interface Place {
  readonly publication: Publication;
  readonly base: string;
}

/** The address of an article's page. */
export const pageOf = (article: Pick<Article, "slug">, { base }: Place): string =>
  `${base}/articles/${article.slug}`;

/** Where an article was first published, if that is elsewhere: a source's address without a path names the outlet alone. */
export function firstPageOf({ source }: Pick<Article, "source">): string | undefined {
  const first = source?.url === undefined ? null : URL.parse(source.url);
  return first && (first.pathname !== "/" || first.search !== "") ? source?.url : undefined;
}

/** Last segment of the address of the style sheet of feeds. */
export const FEED_STYLE = "feed.css";

export const styleOf = ({ base }: Place): string => `${base}/${FEED_STYLE}`;

/** Markup or an address whose {@link BASE} is the place's. */
export const placed = (text: string, { base }: Place): string => text.replaceAll(BASE, () => base);

/**
 * An address as a URI (RFC 3986): RSS and many a reader take no other. Its host in ASCII, and percent-encoded what no URI
 * may hold.
 */
export function uriOf(address: string): string {
  if (!URL.canParse(address)) return address;
  const { href, protocol } = new URL(address);
  const path = href.indexOf("/", protocol.length + "//".length);
  return href.slice(0, path) + href.slice(path).replace(/[^\w;/?:@&=+$.\-!~*'()%,#]/g, encodeURIComponent);
}

/** An address that may begin with {@link BASE}, as a URI under the place's own. */
export const placedUri = (address: string, place: Place): string => uriOf(placed(address, place));

/** Who publishes; the publication itself where it names nobody. */
export const publishersOf = ({ publication: { authors, title } }: Place): readonly Author[] =>
  authors.length > 0 ? authors : [{ name: title }];

/** Who an entry is credited to: its authors, else its source. Readers credit an entry without any to the publication. */
export const creditedTo = ({ authors, source }: Article): readonly Author[] =>
  authors.length > 0 || !source ? authors : [source];

/** IPTC Media Topics, as the scheme of a category. */
export const MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/";

/** An article's topics, each with its title in the article's language. */
export function topicsOf(
  { topics, language }: Pick<Article, "topics" | "language">,
  { publication }: Place,
): readonly (Pick<Topic, "id" | "mediatopic"> & { readonly title: string })[] {
  return publication.topics
    .filter((topic) => topics.includes(topic.id))
    .map(({ id, title, mediatopic }) => ({
      id,
      title: inLanguage(title, language, publication.language),
      ...(mediatopic && { mediatopic }),
    }));
}

/** Languages that are written from right to left. */
const LEFTWARD = new Set(["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

export const isLeftward = (language: string): boolean => LEFTWARD.has(language.split("-")[0] ?? "");

/** An article's body for a document: readers know no direction but that which the markup itself has. */
export function bodyHtml({ contentHtml, language }: Article, place: Place): string {
  const html = placed(contentHtml, place);
  return isLeftward(language) && html !== "" ? `<div dir="rtl" lang="${language}">\n${html}\n</div>` : html;
}
