import type { Element, Root } from "hast";
import { isAddress } from "../address.ts";
import { isLanguageTag } from "../language-tag.ts";
import { isProse } from "../text/prose.ts";
import { isNamedDebris } from "./debris.ts";
import type { LinkedData } from "./linked-data.ts";
import { addressIn, imageIn, nameIn, peopleIn, textIn } from "./thing.ts";
import { attribute, elementsOf, elementsWhere, saying, shownBy } from "./tree.ts";

/** What some part of a page says of a fact, and on which line. */
export interface Claim {
  readonly value: unknown;
  readonly line: number;
  /** Ours alone, so a fault in it is the author's whoever made the page. */
  readonly own?: true;
  /** One of the names by which the README tells authors to state a fact. */
  readonly documented?: true;
}

/** The facts that a page can state, under the names of front matter. */
export const KEYS = [
  "title",
  "date",
  "updated",
  "author",
  "summary",
  "image",
  "source",
  "source_url",
  "language",
  "topics",
  "slug",
  "id",
  "withdrawn",
] as const;
export type Key = (typeof KEYS)[number];
/** All that is said of each fact, most telling first. */
export type Claims = Readonly<Record<Key, readonly Claim[]>>;

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

/** All that a page's metadata say. */
export function claimsOf(tree: Root, linked: LinkedData, lineOf: (element: Element) => number): Claims {
  const page: Page = { tree, linked, lineOf, metas: elementsOf(tree, "meta") };
  const own = metaClaims(page, META);
  const more = metaClaims(page, MORE);
  const data = linkedClaims(linked);
  const marked = markedClaims(page);
  const entries = KEYS.map((key) => [key, [data, own, more, marked].flatMap((claims) => claims[key] ?? [])]);
  return Object.fromEntries(entries) as Claims;
}

interface Page {
  readonly tree: Root;
  readonly linked: LinkedData;
  readonly lineOf: (element: Element) => number;
  readonly metas: readonly Element[];
}

type Some = Partial<Record<Key, readonly Claim[]>>;

const nameOf = (meta: Element) => (attribute(meta, "property") || attribute(meta, "name")).toLowerCase();
const contentOf = (meta: Element) => attribute(meta, "content");

function metaClaims({ metas, lineOf }: Page, table: typeof META): Some {
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

function linkedClaims({ article, byId, line }: LinkedData): Some {
  if (!article) return {};
  const claim = (value: unknown): readonly Claim[] =>
    value === undefined || value === "" || (Array.isArray(value) && value.length === 0)
      ? []
      : [{ value, line }];
  return {
    title: [
      ...claim(textIn(article.headline)),
      ...claim(textIn(article.name)),
      ...claim(textIn(article.alternativeHeadline)),
    ],
    date: [...claim(textIn(article.datePublished)), ...claim(textIn(article.dateCreated))],
    updated: claim(textIn(article.dateModified)),
    author: [article.author, article.creator].flatMap((value) => claim(peopleIn(value, byId))),
    summary: claim(textIn(article.description)),
    image: [article.image, article.thumbnailUrl].flatMap((value) => claim(imageIn(value, byId))),
    source: [article.publisher, article.sourceOrganization, article.isPartOf].flatMap((value) =>
      claim(nameIn(value, byId)),
    ),
    source_url: [article.url, article.mainEntityOfPage].flatMap((value) => claim(addressIn(value))),
  };
}

/** What a browser writes at the head of a page that it saves. */
const SAVED = /saved from url=\(\d+\)(https?:\/\/\S+)|^\s*Page saved with [\s\S]*?\burl:\s*(https?:\/\/\S+)/;

/** What links, microdata (schema.org), hAtom and the page's own elements say. */
function markedClaims(page: Page): Some {
  const { tree, lineOf } = page;
  const from = (element: Element | undefined, value: unknown): readonly Claim[] =>
    element && value ? [{ value, line: lineOf(element) }] : [];
  const html = elementsOf(tree, "html").find(({ properties }) => isLanguageTag(String(properties.lang)));
  const canonical = elementsWhere(
    tree,
    ({ tagName, properties }) =>
      tagName === "link" &&
      [properties.rel].flat().includes("canonical") &&
      isAddress(attributeOf(properties.href)),
  )[0];
  const shared = page.metas.find((meta) => nameOf(meta) === "og:url" && isAddress(contentOf(meta)));
  const locale = page.metas.find((meta) =>
    /^(?:og:locale|content-language|dc\.language|language)$/.test(
      nameOf(meta) || attribute(meta, "httpEquiv").toLowerCase(),
    ),
  );
  const tag = locale ? contentOf(locale).replaceAll("_", "-") : "";
  const saved = tree.children.flatMap((node) => (node.type === "comment" ? [SAVED.exec(node.value)] : []))[0];
  const address = saved?.[1] ?? saved?.[2];
  const headline = elementsOf(tree, "h1")[0] ?? elementsOf(tree, "title")[0];
  const icon = elementsWhere(
    tree,
    ({ tagName, properties }) => tagName === "link" && [properties.rel].flat().includes("image_src"),
  )[0];
  return {
    title: [
      ...from(headline, headline && saying(headline)),
      ...from(
        elementsOf(tree, "title")[0],
        elementsOf(tree, "title")[0] && saying(elementsOf(tree, "title")[0] as Element),
      ),
    ],
    language: [...from(html, html?.properties.lang), ...(isLanguageTag(tag) ? from(locale, tag) : [])],
    source_url: [
      ...from(canonical, attributeOf(canonical?.properties.href)),
      ...from(shared, shared && contentOf(shared)),
      ...(address && isAddress(address) ? [{ value: address, line: 1 }] : []),
    ],
    date: [...microdata(page, /^datePublished$/), ...microdata(page, /^dateCreated$/), ...times(page)],
    updated: [...microdata(page, /^dateModified$/), ...times(page, true)],
    author: authorsMarked(page),
    source: microdata(page, /^publisher$/),
    image: from(icon, icon && attribute(icon, "href")),
  };
}

const attributeOf = (value: unknown): string => String(value ?? "").trim();

function microdata({ tree, lineOf }: Page, name: RegExp): readonly Claim[] {
  const found = elementsWhere(tree, (element) =>
    attribute(element, "itemProp")
      .split(/\s+/)
      .some((one) => name.test(one)),
  );
  return found.flatMap((element) => {
    const inner = elementsWhere(
      element,
      (one) => one !== element && attribute(one, "itemProp") === "name",
    )[0];
    const value =
      attribute(element, "content") ||
      attribute(element, "dateTime") ||
      (inner ? attribute(inner, "content") || saying(inner) : saying(element));
    return value === "" ? [] : [{ value, line: lineOf(element) }];
  });
}

const CHANGED = /updated|modified|dt-updated|changed/i;
/** A `<time>` in a line that is no longer is not a day within the text. */
const META_LINE = 120;

/** `<time>` in a line of its own or beside a byline, not in a sentence; what a page calls its change apart. */
function times({ tree, lineOf }: Page, changed = false): readonly Claim[] {
  const shown = elementsOf(tree, "body").flatMap(timesIn);
  return shown.flatMap((time) => {
    const label = `${attribute(time, "className")} ${attribute(time, "itemProp")} ${saying(time)}`;
    const value = attribute(time, "dateTime") || saying(time);
    return value !== "" && CHANGED.test(label) === changed ? [{ value, line: lineOf(time) }] : [];
  });
}

function timesIn(element: Element): readonly Element[] {
  if (element.tagName === "time") return [element];
  if (isSentences(element) || isElsewhere(element)) return [];
  return element.children.flatMap((child) => (child.type === "element" ? timesIn(child) : []));
}

const TEXT = new Set(["p", "li", "td", "blockquote"]);
const isSentences = (element: Element): boolean =>
  TEXT.has(element.tagName) && saying(element).length > META_LINE;

const ELSEWHERE = /related|comment|teaser|recommend|popular|trending|sidebar|widget|latest|more-from|promo/i;
/** Where the day of another article may stand. */
const isElsewhere = (element: Element): boolean =>
  ASIDE.has(element.tagName) ||
  (element.tagName !== "body" &&
    element.tagName !== "article" &&
    isNamedDebris(element) &&
    ELSEWHERE.test(`${attribute(element, "className")} ${attribute(element, "id")}`));
const ASIDE = new Set(["aside", "footer", "nav"]);

const BYLINE =
  /(?:^|[\s_-])(?:byline|author-?name|vcard|p-author|by-author|author|autor|auteur)(?:$|[\s_-])/i;

const isLine = (text: string): boolean => text.length < META_LINE && !isProse(text);

/** Names by microdata, else `rel="author"`, else in what a page calls its byline. */
function authorsMarked(page: Page): readonly Claim[] {
  const stated = microdata(page, /^author$/);
  const related = elementsWhere(
    page.tree,
    ({ tagName, properties }) => tagName === "a" && [properties.rel].flat().includes("author"),
  );
  const named = elementsWhere(
    page.tree,
    (element) =>
      element.tagName !== "body" && BYLINE.test(attribute(element, "className")) && isLine(saying(element)),
  );
  const claim = (some: readonly Element[]): readonly Claim[] => {
    const names = [...new Set(some.map(saying).filter((name) => name !== ""))];
    return some[0] && names.length > 0 ? [{ value: names, line: page.lineOf(some[0]) }] : [];
  };
  const first = stated[0];
  return [
    ...(first ? [{ value: [...new Set(stated.map(({ value }) => String(value)))], line: first.line }] : []),
    ...claim(related),
    ...claim(named.slice(0, 1)),
  ];
}

/** A text of metadata: what others wrote may hold markup. */
export const plainOf = (value: unknown): unknown => (typeof value === "string" ? shownBy(value) : value);
