import type { Element } from "hast";
import { contentOf, type Key, nameOf, type Page, type Some } from "./claim.ts";

/** Names in `<meta>` that authors of their own pages use, most telling first. */
const META: Partial<Record<Key, readonly string[]>> = {
  title: ["og:title"],
  date: ["article:published_time", "date", "dc.date", "dcterms.created"],
  updated: ["article:modified_time", "og:updated_time", "dcterms.modified"],
  author: ["author", "dc.creator"],
  summary: ["description", "og:description"],
  image: ["og:image"],
  source: ["og:site_name"],
  topics: ["broadsheet:topics"],
  slug: ["broadsheet:slug"],
  id: ["broadsheet:id"],
  withdrawn: ["broadsheet:withdrawn"],
};

/** Names that only the pages of others use. */
const MORE: Partial<Record<Key, readonly string[]>> = {
  title: ["twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "citation_title"],
  date: [
    "datepublished",
    "dcterms.date",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "article:published",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
  ],
  updated: ["last-modified", "datemodified", "article:modified", "og:modified_time", "lastmod", "revised"],
  author: [
    "article:author",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "citation_author",
    "twitter:data1",
  ],
  summary: ["twitter:description", "dc.description", "dcterms.description", "abstract"],
  image: ["og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src", "thumbnail"],
  source: [
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "copyright-holder",
    "application-name",
    "apple-mobile-web-app-title",
  ],
};

/** What `<meta>` say: by names that authors of their own pages use, and by those that only the pages of others do. */
export const metaClaims = (page: Page): Some => claimsBy(page, META);
export const moreMetaClaims = (page: Page): Some => claimsBy(page, MORE);

function claimsBy({ metas, lineOf }: Page, table: typeof META): Some {
  const claims: Some = {};
  for (const [key, names] of Object.entries(table) as [Key, readonly string[]][])
    claims[key] = names.flatMap((name) => {
      const found = metas.filter((meta) => nameOf(meta) === name && contentOf(meta) !== "");
      if (!found[0]) return [];
      const value = shaped(key, found.map(contentOf), metas);
      return [
        {
          value,
          line: lineOf(found[0]),
          ...(table === META && { documented: true as const }),
          ...(name.startsWith("broadsheet:") && { own: true as const }),
        },
      ];
    });
  return claims;
}

function shaped(key: Key, values: readonly string[], metas: readonly Element[]): unknown {
  if (key === "topics") return values.flatMap((value) => value.split(",")).map((topic) => topic.trim());
  if (key === "author") return values;
  if (key === "image") {
    const alt = metas.find(
      (meta) => /^(?:og|twitter):image:alt$/.test(nameOf(meta)) && contentOf(meta) !== "",
    );
    return alt ? { url: values[0], alt: contentOf(alt) } : values[0];
  }
  return key === "withdrawn" ? values[0] === "true" : values[0];
}
