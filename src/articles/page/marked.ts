import type { Element } from "hast";
import { isAddress, isPublicAddress } from "../address.ts";
import { isLanguageTag } from "../language-tag.ts";
import { bylines } from "./bylines.ts";
import { type Claim, contentOf, nameOf, type Page, type Some } from "./claim.ts";
import { microdata } from "./microdata.ts";
import { times } from "./times.ts";
import { attribute, elementsOf, elementsWhere, saying } from "./tree.ts";

/** What a browser writes at the head of a page that it saves. */
const SAVED = /saved from url=\(\d+\)(https?:\/\/\S+)|^\s*Page saved with [\s\S]*?\burl:\s*(https?:\/\/\S+)/;

/** What links, microdata (schema.org), hAtom and the page's own elements say. */
export function markedClaims(page: Page): Some {
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
      ...(address && isPublicAddress(address) ? [{ value: address, line: 1 }] : []),
    ],
    date: [...microdata(page, /^datePublished$/), ...microdata(page, /^dateCreated$/), ...times(page)],
    updated: [...microdata(page, /^dateModified$/), ...times(page, true)],
    author: bylines(page),
    source: microdata(page, /^publisher$/),
    image: from(icon, icon && attribute(icon, "href")),
  };
}

const attributeOf = (value: unknown): string => String(value ?? "").trim();
