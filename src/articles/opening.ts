import type { Element, ElementContent, Nodes, Parents, Root, RootContent } from "hast";
import { toText } from "hast-util-to-text";

/** What is no paragraph: code, tables, pictures and what they show, headings, lists. */
const NO_PARAGRAPH = new Set([
  ...["pre", "table", "figure", "figcaption", "audio", "video", "h1", "h2", "h3", "h4", "h5", "h6"],
  ...["ul", "ol", "dl"],
]);
/** More than a summary takes. */
const ENOUGH = 2000;

/** The first paragraphs of a body as plain text, without the marks of its notes; all of it where it has none. */
export function openingOf(body: Root): string {
  let room = ENOUGH;
  const keep = <N extends Nodes>(node: N): readonly N[] => {
    if (room <= 0 || (node.type === "element" && isBeside(node))) return [];
    if (node.type === "text") room -= node.value.trim().length;
    return [isParent(node) ? { ...node, children: keepAll(node.children) } : node];
  };
  const keepAll = (nodes: readonly (ElementContent | RootContent)[]) => nodes.flatMap(keep);
  const paragraphs = keep(body).map((kept) => toText(kept).trim())[0];
  return paragraphs || toText(body).trim();
}

const isParent = (node: Nodes): node is Parents => "children" in node;

const isBeside = (element: Element): boolean =>
  NO_PARAGRAPH.has(element.tagName) || isNotes(element) || isMark(element);

const isNotes = ({ properties }: Element): boolean =>
  properties.dataFootnotes !== undefined || [properties.className].flat().includes("footnotes");

/** A raised link to a place on the same page. */
const isMark = ({ tagName, children }: Element): boolean =>
  tagName === "sup" &&
  children.some(
    (child) =>
      child.type === "element" && child.tagName === "a" && /^.?#/u.test(String(child.properties.href)),
  );
