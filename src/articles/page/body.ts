import type { Element, Root } from "hast";
import { detectLanguage } from "../languages.ts";
import { weightOf } from "../text/prose.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { isHidden, isNamedDebris, isNever, isNotes } from "./debris.ts";
import { proseIn, regionOf } from "./region.ts";
import { debrisIn, rolesOf } from "./roles.ts";
import { tidied } from "./tidy.ts";
import { elementsOf, removeWhere } from "./tree.ts";

/** The article of a saved page. */
export interface ArticleOfPage {
  readonly body: Root;
  /** What the page shows above its article and in it, line by line. */
  readonly lines: readonly string[];
  /** What was changed since publication, in the words of the page. */
  readonly note?: string;
}

export interface Saved {
  /** The page, its text in paragraphs; it is taken apart. */
  readonly tree: Root;
  readonly titles: readonly string[];
  /** Of a page whose language cannot be told. */
  readonly language: string;
  /** What an extractor takes for the article. */
  readonly readable: (tree: Root) => ReadonlySet<Element>;
}

/** So many blocks above an article may be its head. */
const HEAD = 14;

/** Parts a saved page into its article and what stands around and within it. In doubt a block stays. */
export function articleOfPage({ tree, titles, language, readable }: Saved): ArticleOfPage {
  removeWhere(tree, ({ tagName }) => CODE.has(tagName));
  const whole = blocksOf(tree);
  removeWhere(tree, (element) => isNever(element) && !isNotes(element));
  removeDebris(tree);
  const blocks = blocksOf(tree);
  const kept = keptBy(readable(tree), blocks);
  const region = regionOf(tree, blocks, kept);
  const within = blocks.filter(({ path, element }) => element === region || path.includes(region));
  const prose = within.filter(({ isProse }) => isProse);
  const marked = rolesOf(
    within,
    titles,
    detectLanguage(prose.map(({ text }) => text).join("\n")) ?? language,
  );
  const gone = debrisIn(within, marked, kept);
  const isNote = ({ element }: Block, i: number) => marked[i]?.role === "note" && gone.has(element);
  const note = within.filter(isNote).map(({ text }) => text);
  removeWhere(region, (element) => gone.has(element));
  const start = whole.findIndex(({ element }) => element === (prose[0] ?? within[0])?.element);
  return {
    body: tidied(region.tagName === "p" ? [region] : region.children),
    lines: [
      ...whole.slice(Math.max(0, start - HEAD), Math.max(0, start)),
      ...within.slice(within.findIndex(({ element }) => element === whole[start]?.element)),
    ].flatMap(({ lines }) => lines),
    ...(note.length > 0 && { note: note.join(" ") }),
  };
}

const CODE = new Set(["script", "style", "template", "link", "meta", "svg"]);
/** What holds so much of a page's prose is no debris, whatever its name. */
const MOST = 0.4;
/** A paragraph of so much prose is one of the text, whatever its name. */
const LONG = 140;

/** What is hidden or named as debris goes, unless it holds most of the prose: then the name means something else. */
function removeDebris(tree: Root): void {
  const blocks = blocksOf(tree);
  const total = proseIn(blocks);
  const prose = new Map<Element, number>();
  for (const { element, path, isProse, text } of blocks)
    for (const one of isProse ? [...path, element] : [])
      prose.set(one, (prose.get(one) ?? 0) + weightOf(text));
  const isDebris = (element: Element): boolean => {
    const own = prose.get(element) ?? 0;
    if (own > total * MOST || KEPT.has(element.tagName) || isNotes(element)) return false;
    if (element.tagName === "header") return own === 0 && !holdsPicture(element);
    if (isHidden(element) || element.tagName === "aside") return true;
    return (
      isNamedDebris(element) && !(element.tagName === "p" && own > LONG) && element.tagName !== "article"
    );
  };
  removeWhere(tree, isDebris);
}

const KEPT = new Set(["html", "body"]);
const holdsPicture = (element: Element): boolean =>
  elementsOf(element, "figure", "picture", "img", "h1").length > 0;

/** Blocks that the extractor kept; where it put a box's only block in the box's place, the box stands for it. */
function keptBy(found: ReadonlySet<Element>, blocks: readonly Block[]): ReadonlySet<Element> {
  const isOnly = (parent: Element) => parent.children.filter(({ type }) => type === "element").length === 1;
  const kept = blocks.filter(({ element, path }) => {
    const parent = path.at(-1);
    return found.has(element) || (parent !== undefined && found.has(parent) && isOnly(parent));
  });
  return new Set(kept.map(({ element }) => element));
}
