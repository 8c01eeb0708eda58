import type { Element, ElementContent, Root, RootContent } from "hast";
import { isLayout } from "./tables.ts";
import { elementsOf } from "./tree.ts";

const BOXES = new Set(
  "div section p ul ol li figure figcaption blockquote article main header span a h2 h3 h4 h5 h6 center table tbody tr strong em b i".split(
    " ",
  ),
);
const FULL = new Set("img video audio picture source hr input".split(" "));
const INLINE = new Set(
  "a abbr b bdi bdo br cite code del em font i img ins kbd mark q s small span strong sub sup time u var".split(
    " ",
  ),
);
const HEADING = /^h[1-6]$/;

/** A body without what its debris left behind: empty boxes, headings with nothing below them, tables that only lay out. */
export function tidied(children: readonly RootContent[]): Root {
  const tidy = children.flatMap(tidiedNode);
  const last = tidy.findLastIndex(
    (child) =>
      isSomething(child) &&
      !(child.type === "element" && (HEADING.test(child.tagName) || child.tagName === "hr")),
  );
  return { type: "root", children: tidy.slice(0, last + 1) };
}

function tidiedNode(node: RootContent): RootContent[] {
  if (node.type !== "element") return node.type === "text" ? [node] : [];
  if (node.tagName === "table" && isLayout(node))
    return cellsOf(node).flatMap((cell) => cell.children.flatMap(tidiedNode));
  const children =
    node.tagName === "pre" ? node.children : (node.children.flatMap(tidiedNode) as ElementContent[]);
  const element = { ...node, children };
  return isEmpty(element) ? [] : [{ ...element, tagName: nameOf(element) }];
}

const cellsOf = (table: Element): readonly Element[] =>
  elementsOf(table, "td").filter((cell) => !elementsOf(cell, "table").some(isLayout));

/** Boxes of text alone are paragraphs; a page has its title as its one heading of the first rank. */
function nameOf(element: Element): string {
  const { tagName } = element;
  if (tagName === "h1") return "h2";
  if (tagName !== "div" && tagName !== "center" && !tagName.includes("-")) return tagName;
  return isText(element) ? "p" : "div";
}

const isSomething = (child: RootContent): boolean =>
  child.type === "element" || (child.type === "text" && child.value.trim() !== "");

function isEmpty({ tagName, children }: Element): boolean {
  if (!BOXES.has(tagName)) return false;
  return children.every((child) =>
    child.type === "element"
      ? child.tagName === "br" || (!FULL.has(child.tagName) && isEmpty(child))
      : !isSomething(child),
  );
}

const isText = ({ children }: Element): boolean =>
  children.some(({ type }) => type === "text") &&
  children.every((child) => child.type !== "element" || INLINE.has(child.tagName));
