import type { Element } from "hast";
import { isProse } from "../text/prose.ts";
import type { Claim, Page } from "./claim.ts";
import { META_LINE, microdata } from "./microdata.ts";
import { attribute, elementsWhere, saying } from "./tree.ts";

const BYLINE =
  /(?:^|[\s_-])(?:byline|author-?name|vcard|p-author|by-author|author|autor|auteur)(?:$|[\s_-])/i;

const isLine = (text: string): boolean => text.length < META_LINE && !isProse(text);

/** Names by microdata, else `rel="author"`, else in what a page calls its byline. */
export function bylines(page: Page): readonly Claim[] {
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
