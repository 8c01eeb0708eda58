import type { Element, Root } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { EXIT, visit } from "unist-util-visit";
import { oneLine } from "./characters.ts";
import type { Customs } from "./facts.ts";
import type { Located } from "./located.ts";
import { articleOfPage } from "./page/body.ts";
import { choose } from "./page/choose.ts";
import type { Claims } from "./page/claim.ts";
import { claimsOf } from "./page/claims.ts";
import { linkedDataOf } from "./page/linked-data.ts";
import { makeParagraphs } from "./page/paragraphs.ts";
import { showPictures } from "./page/pictures.ts";
import { readable } from "./page/readable.ts";
import { isLayout } from "./page/tables.ts";
import { isPartOf, outletBeside } from "./page/titles.ts";
import { attribute, elementsOf, elementsWhere, removeWhere, saying } from "./page/tree.ts";
import type { Problem } from "./problem.ts";

const parser = unified().use(rehypeParse);

/** A page, parted into its body (not yet sanitised) and what it says of itself. */
export interface HtmlPage {
  readonly body: Root;
  /** What the page shows above its article and in it, a line for each block: only of a page that others made. */
  readonly lines?: readonly string[];
  /** What was changed since publication, in the words of the page. */
  readonly note?: string;
  /** What its metadata say, under the names of front matter; dates are in words of a language. */
  readonly factsIn: (detected: string | undefined, customs: Customs) => Facts;
}

interface Facts {
  readonly facts: Located;
  readonly warnings: readonly Problem[];
}

const ASIDE = new Set(["nav", "aside", "header", "footer", "form", "dialog"]);
/** Pages that are written by hand have hardly a class; those that programs make have hundreds. */
const MANY_CLASSES = 10;
const LONGEST_HEADLINE = 200;

/** Reads a page of HTML; `firstLine` is the number of its first line in the file, `language` that of pages that say none. */
export function readHtml(text: string, firstLine: number, language: string): HtmlPage {
  const tree = parser.parse(text);
  const lineOf = (element: Element) => firstLine - 1 + (element.position?.start.line ?? 1);
  const linked = linkedDataOf(tree, lineOf);
  const isForeign = isMadeByOthers(tree);
  const claims = claimsOf(tree, linked, lineOf);
  const headlines = elementsOf(tree, "h1")
    .map(saying)
    .filter((headline) => headline !== "");
  const titles = [...headlines, ...claims.title.map(({ value }) => String(value))];
  const article = isForeign
    ? savedArticle(tree, titles, language)
    : { body: writtenArticle(tree, String(claims.title[0]?.value ?? "")) };
  const shown = "lines" in article ? article.lines.filter((line) => line.length < LONGEST_HEADLINE) : [];
  return {
    ...article,
    factsIn: (detected, customs) => {
      const all = headlines.length > 0 ? headlines : shown;
      const weighing = { detected, customs, isForeign, headlines: all, firstLine };
      const { facts, warnings } = choose(withOutlet(claims, all, isForeign), weighing);
      return { facts, warnings: [...linked.warnings, ...warnings] };
    },
  };
}

/**
 * Whether a page was made by a program, or for a site, and then saved: by hand nobody writes scripts, many classes, or tables
 * that lay out.
 */
const isMadeByOthers = (tree: Root): boolean =>
  elementsOf(tree, "script").length > 0 ||
  elementsWhere(tree, (element) => attribute(element, "className") !== "").length >= MANY_CLASSES ||
  elementsOf(tree, "table").some(isLayout);

function savedArticle(tree: Root, titles: readonly string[], language: string) {
  showPictures(tree);
  makeParagraphs(tree);
  return articleOfPage({ tree, titles, language, readable });
}

/** The outlet beside the headline in the page's title, where nothing else names it. */
function withOutlet(claims: Claims, headlines: readonly string[], isForeign: boolean): Claims {
  const last = claims.title.at(-1);
  const known = [...headlines, ...claims.title.map(({ value }) => String(value))];
  const longest = known
    .filter((one) => isPartOf(one, String(last?.value)))
    .reduce((a, b) => (b.length > a.length ? b : a), "");
  const value = outletBeside(String(last?.value), longest);
  return isForeign && value && last
    ? { ...claims, source: [...claims.source, { value, line: last.line }] }
    : claims;
}

/** What of a page written by hand is the article: `<article>`, else `<main>`, else the body, without navigation and without its own title. */
function writtenArticle(tree: Root, title: string): Root {
  const whole = elementsOf(tree, "article")[0] ?? elementsOf(tree, "main")[0] ?? elementsOf(tree, "body")[0];
  const article: Root = { type: "root", children: structuredClone(whole?.children ?? []) };
  removeWhere(article, ({ tagName }) => ASIDE.has(tagName));
  visit(article, "element", (element, index, parent) => {
    if (element.tagName !== "h1" || !parent || index === undefined) return undefined;
    if (saying(element) === oneLine(title)) parent.children.splice(index, 1);
    return EXIT;
  });
  return article;
}
