import type { Element, Root } from "hast";
import { weightOf } from "../text/prose.ts";
import type { Block } from "./blocks.ts";
import { attribute, elementsOf, elementsWhere } from "./tree.ts";

/** How much prose there is in blocks. */
export const proseIn = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { text, isProse }) => sum + (isProse ? weightOf(text) : 0), 0);

/**
 * The element that holds the article: the one that the page itself calls so where it has what the extractor kept, else the
 * smallest around all the prose that was kept.
 */
export function regionOf(tree: Root, blocks: readonly Block[], kept: ReadonlySet<Element>): Element {
  const found = blocks.filter(({ element }) => kept.has(element));
  const prose = found.filter(({ isProse }) => isProse);
  const some = [prose, found, blocks].find(({ length }) => length > 0) ?? [];
  return statedArticle(tree, blocks, prose) ?? around(some) ?? elementsOf(tree, "body")[0] ?? EMPTY;
}

const EMPTY: Element = { type: "element", tagName: "body", properties: {}, children: [] };

function around(blocks: readonly Block[]): Element | undefined {
  const paths = blocks.map(({ path, element }) => [...path, element]);
  const [first = []] = paths;
  return first.filter((element, i) => paths.every((path) => path[i] === element)).at(-1);
}

/** Of the prose that the extractor kept, so much has to be in what the page calls its article. */
const NEARLY_ALL = 0.9;

function statedArticle(tree: Root, blocks: readonly Block[], kept: readonly Block[]): Element | undefined {
  const within = (element: Element, some: readonly Block[]) =>
    proseIn(some.filter(({ path }) => path.includes(element)));
  const articles = elementsOf(tree, "article");
  const inner = new Set(
    articles.flatMap((one) => elementsOf(one, "article").filter((other) => other !== one)),
  );
  const bodies = elementsWhere(tree, (element) => /\barticleBody\b/.test(attribute(element, "itemProp")));
  for (const some of [bodies, articles.filter((one) => !inner.has(one)), elementsOf(tree, "main")]) {
    const weighed = some.map((element) => ({ element, prose: within(element, blocks) }));
    const best = weighed.sort((a, b) => b.prose - a.prose)[0];
    if (best && best.prose > 0 && within(best.element, kept) >= proseIn(kept) * NEARLY_ALL)
      return best.element;
  }
  return undefined;
}
