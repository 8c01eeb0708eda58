import { Readability } from "@mozilla/readability";
import type { Element, Root } from "hast";
import { parseHTML } from "linkedom";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { visit } from "unist-util-visit";

const writer = unified().use(rehypeStringify);
const NUMBER = "data-broadsheet";
/** More elements than any article's page has: to weigh them takes longer than anyone waits. */
const MOST = 20_000;

/** What is needed of a DOM's element. */
interface Node {
  readonly getAttribute: (name: string) => string | null;
  readonly querySelectorAll: (selectors: string) => Iterable<Node>;
}

/**
 * The elements that Mozilla's Readability takes for the article, found again in the tree that it was given: it rebuilds
 * what it keeps, and the page's own markup is better. Empty where it finds no article.
 */
export function readable(tree: Root): ReadonlySet<Element> {
  const elements: Element[] = [];
  visit(tree, "element", (element) => {
    element.properties[NUMBER] = String(elements.length);
    elements.push(element);
  });
  const found = elements.length > MOST ? undefined : articleIn(writer.stringify(tree));
  for (const element of elements) delete element.properties[NUMBER];
  const kept = found ? [found, ...found.querySelectorAll(`[${NUMBER}]`)] : [];
  return new Set(
    kept.flatMap((node) => {
      const element = elements[Number(node.getAttribute(NUMBER) ?? -1)];
      return element ? [element] : [];
    }),
  );
}

function articleIn(html: string): Node | undefined {
  const { document } = parseHTML(html) as unknown as { readonly document: never };
  const options = { keepClasses: true, disableJSONLD: true, serializer: (node: unknown) => node as Node };
  return new Readability<Node>(document, options).parse()?.content ?? undefined;
}
