import type { Element } from "hast";
import { elementsOf } from "./tree.ts";

const BLOCK = /^(?:p|div|h[1-6]|table|ul|ol|center)$/;
const CELLS_OF_DATA = ["th", "caption", "thead"];

/** Whether a table only puts things side by side: it has no headings, and a cell of it holds several blocks or broken lines. */
export function isLayout(table: Element): boolean {
  if (elementsOf(table, ...CELLS_OF_DATA).length > 0) return false;
  return elementsOf(table, "td").some(
    ({ children }) =>
      children.filter((child) => child.type === "element" && BLOCK.test(child.tagName)).length > 1,
  );
}
