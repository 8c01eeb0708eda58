import type { Element, ElementContent, Nodes, Properties, RootContent } from "hast";
import { toString as plain } from "hast-util-to-string";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import { oneLine } from "../characters.ts";

/** What may hold elements. */
export type Parent = Extract<Nodes, { children: unknown }>;

const fragments = unified().use(rehypeParse, { fragment: true });

/** The elements of these names, in the order of the page. */
export function elementsOf(tree: Nodes, ...names: readonly string[]): readonly Element[] {
  return elementsWhere(tree, ({ tagName }) => names.includes(tagName));
}

/** The elements for which something holds, in the order of the page. */
export function elementsWhere(tree: Nodes, holds: (element: Element) => boolean): readonly Element[] {
  const found: Element[] = [];
  visit(tree, "element", (element) => {
    if (holds(element)) found.push(element);
  });
  return found;
}

export const isElement = (node: RootContent | ElementContent): node is Element => node.type === "element";

/** What an element says, on one line. */
export const saying = (node: Nodes): string => oneLine(plain(node));

/** An attribute as a text; empty where there is none. */
export function attribute({ properties }: Element, name: keyof Properties): string {
  const value = properties[name];
  return value === undefined || value === null ? "" : [value].flat().join(" ").trim();
}

/** Takes out every element for which something holds, with all that is in it. */
export function removeWhere(tree: Parent, holds: (element: Element) => boolean): void {
  visit(tree, "element", (element, index, parent) => {
    if (!parent || index === undefined || !holds(element)) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

/** The text that markup shows: of `Low &amp; <b>high</b>`, `Low & high`. */
export const shownBy = (markup: string): string =>
  oneLine(/[<&]/.test(markup) ? plain(fragments.parse(markup)) : markup);

/** Markup that stands for a part of a page. */
export const fragmentOf = (markup: string) => fragments.parse(markup);
