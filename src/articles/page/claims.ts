import type { Element, Root } from "hast";
import { type Claim, type Claims, KEYS, type Page, type Some } from "./claim.ts";
import type { LinkedData } from "./linked-data.ts";
import { markedClaims } from "./marked.ts";
import { metaClaims, moreMetaClaims } from "./metas.ts";
import { addressIn, imageIn, nameIn, peopleIn, textIn } from "./thing.ts";
import { elementsOf } from "./tree.ts";

/** All that a page's metadata say. */
export function claimsOf(tree: Root, linked: LinkedData, lineOf: (element: Element) => number): Claims {
  const page: Page = { tree, linked, lineOf, metas: elementsOf(tree, "meta") };
  const own = metaClaims(page);
  const more = moreMetaClaims(page);
  const data = linkedClaims(linked);
  const marked = markedClaims(page);
  const entries = KEYS.map((key) => [key, [data, own, more, marked].flatMap((claims) => claims[key] ?? [])]);
  return Object.fromEntries(entries) as Claims;
}

/** What JSON-LD says. */
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
