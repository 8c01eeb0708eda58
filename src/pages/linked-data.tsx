import { raw } from "hono/html";
import type { Article, Author } from "../articles/article.ts";
import { authorPageOf } from "../feeds/addresses.ts";
import { type Place, pageOf, placed, publishersOf, topicsOf } from "../feeds/place.ts";

/** An article as schema.org's NewsArticle. */
export const ArticleData = ({ article, place }: { readonly article: Article; readonly place: Place }) => (
  <LinkedData thing={newsArticle(article, place)} />
);

/** The publication as schema.org's WebSite: search engines take its name from there. */
export const SiteData = ({ place: { publication, base } }: { readonly place: Place }) => (
  <LinkedData
    thing={{
      "@context": "https://schema.org",
      "@type": "WebSite",
      name: publication.title,
      url: `${base}/`,
    }}
  />
);

/** Structured data, as JSON-LD. */
function LinkedData({ thing }: { readonly thing: object }) {
  const json = JSON.stringify(thing);
  // An end tag in a string would end the element (HTML §13.2.5.17).
  return <script type="application/ld+json">{raw(json.replaceAll("<", "\\u003c"))}</script>;
}

function newsArticle(article: Article, place: Place) {
  const { title, summary, language, published, updated, source, image } = article;
  const { publication, base } = place;
  const topics = topicsOf(article, place).map((topic) => topic.title);
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": article.id,
    headline: title,
    url: pageOf(article, place),
    mainEntityOfPage: pageOf(article, place),
    inLanguage: language,
    ...(summary && { description: summary }),
    ...(published && { datePublished: published, dateModified: updated ?? published }),
    ...(image && { image: placed(image.url, place) }),
    author: authorsOf(article, place),
    publisher: {
      ...organisation({ name: publication.title, url: `${base}/` }),
      ...(publication.logo && { logo: { "@type": "ImageObject", url: publication.logo } }),
    },
    ...(source && { sourceOrganization: organisation({ name: source.name }) }),
    ...(source?.url && { isBasedOn: source.url }),
    ...(topics.length > 0 && { articleSection: topics }),
  };
}

/** Who wrote it: an author without an address of their own has a page here. */
function authorsOf({ authors, source }: Article, place: Place) {
  const { base } = place;
  if (authors.length > 0)
    return authors.map(({ name, url = authorPageOf(name, base) }) =>
      writer({ name, ...(url && { url }) }, place),
    );
  return source ? [organisation(source)] : publishersOf(place).map((author) => writer(author, place));
}

const writer = ({ name, url }: Author, { publication, base }: Place) =>
  name === publication.title
    ? organisation({ name, url: url ?? `${base}/` })
    : { "@type": "Person", name, ...(url && { url }) };

const organisation = ({ name, url }: { readonly name: string; readonly url?: string }) => ({
  "@type": "Organization",
  name,
  ...(url && { url }),
});
