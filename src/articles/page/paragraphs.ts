import type { Element, ElementContent, Root } from "hast";
import { isElement, type Parent } from "./tree.ts";

/** Elements that stand on lines of their own (HTML §15.3.3). */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table caption colgroup " +
    "tbody thead tfoot tr td th ul video audio picture iframe html"
  ).split(" "),
);
/** Elements that hold text beside blocks, and whose text becomes paragraphs. */
const HOLDERS = new Set(
  "div section article main body center td font span blockquote fieldset aside header footer form p".split(
    " ",
  ),
);

/**
 * Makes paragraphs of what only looks like them: text between two `<br>`, and text beside blocks. Afterwards an element
 * holds either blocks or text.
 */
export function makeParagraphs(tree: Root): void {
  shape(tree, new Set());
}

/** Shapes what a parent holds, notes which elements are blocks, and says whether it holds any. */
function shape(parent: Parent, blocks: Set<unknown>): boolean {
  for (const child of parent.children)
    if (child.type === "element" && ((!WHOLE.has(child.tagName) && shape(child, blocks)) || isBlock(child)))
      blocks.add(child);
  const holdsBlocks = parent.children.some((child) => blocks.has(child));
  if (parent.type !== "element" || !HOLDERS.has(parent.tagName)) return holdsBlocks;
  const runs = runsOf(parent.children, blocks);
  if (!holdsBlocks && runs.length < 2) return false;
  if (TEXT.has(parent.tagName)) parent.tagName = "div";
  parent.children = runs.flatMap((run) => (blocks.has(run[0]) ? run : paragraphOf(run)));
  return true;
}

/** Whether an element stands on lines of its own; those that pages define themselves mostly do. */
export const isBlock = ({ tagName }: Element): boolean => BLOCKS.has(tagName) || tagName.includes("-");
const TEXT = new Set(["p", "span", "font"]);
/** Whose content is no text to part. */
const WHOLE = new Set(["pre", "svg", "math", "script", "style", "template"]);

/** Neighbours that stand on the same lines: a block alone, or what is between two blocks or two `<br>`. */
function runsOf(
  children: readonly ElementContent[],
  blocks: ReadonlySet<unknown>,
): readonly ElementContent[][] {
  const runs: ElementContent[][] = [];
  let open: ElementContent[] | undefined;
  for (const [i, child] of children.entries()) {
    if (blocks.has(child)) {
      runs.push([child]);
      open = undefined;
    } else if (isBreak(child) && isDouble(children, i)) open = undefined;
    else {
      if (!open) {
        open = [];
        runs.push(open);
      }
      open.push(child);
    }
  }
  return runs.filter((run) => run.some((child) => !isBlank(child) && !isBreak(child)));
}

const isBreak = (node: ElementContent | undefined): boolean =>
  node?.type === "element" && node.tagName === "br";
const isBlank = (node: ElementContent): boolean =>
  node.type === "comment" || (node.type === "text" && node.value.trim() === "");

/** Whether another `<br>` stands next to this one, with nothing but white space between. */
function isDouble(children: readonly ElementContent[], at: number): boolean {
  for (const step of [1, -1]) {
    let i = at + step;
    while (children[i] && isBlank(children[i] as ElementContent)) i += step;
    if (isBreak(children[i])) return true;
  }
  return false;
}

function paragraphOf(run: readonly ElementContent[]): Element {
  const children = run.filter((child, i) => !(isBreak(child) && (i === 0 || i === run.length - 1)));
  const position = run.find(isElement)?.position ?? run[0]?.position;
  return { type: "element", tagName: "p", properties: {}, children, ...(position && { position }) };
}
