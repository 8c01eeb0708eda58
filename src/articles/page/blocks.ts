import type { Element, ElementContent, Root } from "hast";
import { toString as plain } from "hast-util-to-string";
import { oneLine } from "../characters.ts";
import { isProse } from "../text/prose.ts";
import { isBlock } from "./paragraphs.ts";
import type { Parent } from "./tree.ts";

/** An element of text without blocks in it, as a line of the page. */
export interface Block {
  readonly element: Element;
  /** The elements that it stands in, the outermost first. */
  readonly path: readonly Element[];
  readonly text: string;
  /** The same, boxes that stand side by side in it each on a line of its own. */
  readonly lines: readonly string[];
  /** How much of the text is links: 0 to 1. */
  readonly links: number;
  /** Sentences, and not chiefly links. */
  readonly isProse: boolean;
}

/** Whose text is not taken apart. */
const WHOLE = new Set(["pre", "svg", "math"]);

/** The blocks of a tree whose text stands in paragraphs, in its order. */
export function blocksOf(tree: Root): readonly Block[] {
  const blocks: Block[] = [];
  gather(tree, [], blocks);
  return blocks;
}

function gather(parent: Parent, path: readonly Element[], blocks: Block[]): void {
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    if (!WHOLE.has(child.tagName) && holdsBlocks(child)) gather(child, [...path, child], blocks);
    else if (isBlock(child)) {
      const block = blockOf(child, path);
      if (block.text !== "") blocks.push(block);
    }
  }
}

const holding = new WeakMap<Element, boolean>();

/** Whether an element has a block in it; trees are not changed between two questions in a way that matters. */
export function holdsBlocks(element: Element): boolean {
  const known = holding.get(element);
  if (known !== undefined) return known;
  const holds = element.children.some(
    (child) => child.type === "element" && (isBlock(child) || holdsBlocks(child)),
  );
  holding.set(element, holds);
  return holds;
}

function blockOf(element: Element, path: readonly Element[]): Block {
  const lines = linesIn(element);
  const text = lines.join(" ");
  const linked = path.some(({ tagName }) => tagName === "a") ? text.length : linkedIn(element);
  const links = text.length === 0 ? 0 : Math.min(1, linked / text.length);
  return { element, path, text, lines, links, isProse: links < 0.6 && isProse(text) };
}

function linkedIn(parent: Element): number {
  let length = 0;
  for (const child of parent.children)
    if (child.type === "element")
      length += child.tagName === "a" ? plain(child).trim().length : linkedIn(child);
  return length;
}

const SIDE = new Set(["span", "a", "time", "strong", "b", "em", "i"]);
/** Elements of text, in which neighbours are parts of one sentence. */
const TEXT = /^(?:p|h[1-6]|li|dt|dd|figcaption|blockquote|pre)$/;

function linesIn(element: Element): readonly string[] {
  if (TEXT.test(element.tagName)) return someLine(plain(element));
  const parts = element.children.map((child, i) => {
    const before = element.children[i - 1];
    const isSideBySide = [child, before].every((one) => one?.type === "element" && SIDE.has(one.tagName));
    return (isSideBySide ? "\n" : "") + ("value" in child && child.type === "comment" ? "" : plainOf(child));
  });
  return parts.join("").split("\n").flatMap(someLine);
}

const plainOf = (node: ElementContent): string => plain(node).replace(/\s+/g, " ");
const someLine = (text: string): readonly string[] => {
  const line = oneLine(text);
  return line === "" ? [] : [line];
};
