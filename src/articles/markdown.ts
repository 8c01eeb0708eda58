import type { Root as HtmlRoot } from "hast";
import type { Root } from "mdast";
import { toString as plain } from "mdast-util-to-string";
import rehypeRaw from "rehype-raw";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { oneLine } from "./characters.ts";
import { footnotesIn } from "./footnotes.ts";
import type { Problem } from "./problem.ts";

const parser = unified().use(remarkParse).use(remarkGfm);
const toHtmlIn = (language: string) =>
  unified()
    .use(remarkRehype, { allowDangerousHtml: true, ...footnotesIn(language) })
    .use(rehypeRaw);

/** Markdown (CommonMark with GitHub's tables, lists and notes), as a tree not yet sanitised. */
export interface Markdown {
  /** A first heading of the first rank, which is then no part of the body. */
  readonly title?: string;
  readonly body: HtmlRoot;
}

/** Reads Markdown in a language; a first heading that says something else than a `stated` title stays in the body. */
export function readMarkdown(text: string, language: string, stated?: string): Markdown {
  const tree = parser.parse(text);
  const [first, ...rest] = tree.children;
  const heading = first?.type === "heading" && first.depth === 1 ? oneLine(plain(first)) : "";
  const titled = heading !== "" && heading === (stated ?? heading);
  const body: Root = titled ? { ...tree, children: rest } : tree;
  return { ...(titled && { title: heading }), body: toHtmlIn(language).runSync(body) as HtmlRoot };
}

/** Emphasis costs the parser the square of its marks: ten thousand in one paragraph take seconds, and nobody writes them. */
const MARKS = 10_000;

/** The first paragraph with more marks of emphasis than can be read in time; `firstLine` is the number of the text's first. */
export function crowdedParagraph(text: string, firstLine: number): Problem | undefined {
  let marks = 0;
  for (const [i, line] of text.split("\n").entries()) {
    marks = line.trim() === "" ? 0 : marks + (line.match(/[*_~]/g)?.length ?? 0);
    if (marks > MARKS)
      return {
        line: firstLine + i,
        expected: `a paragraph of at most ${MARKS} marks of emphasis (* _ ~)`,
        found: "more",
      };
  }
  return undefined;
}
