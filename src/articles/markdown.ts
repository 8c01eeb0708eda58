import type { Root as HtmlRoot } from "hast";
import type { Root } from "mdast";
import { toString as plain } from "mdast-util-to-string";
import rehypeRaw from "rehype-raw";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

const parser = unified().use(remarkParse).use(remarkGfm);
const toHtml = unified().use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw);

/** Markdown (CommonMark with GitHub's tables, lists and notes), as a tree not yet sanitised. */
export interface Markdown {
  /** A first heading of the first rank, which is then no part of the body. */
  readonly title?: string;
  readonly body: HtmlRoot;
}

export function readMarkdown(text: string): Markdown {
  const tree = parser.parse(text);
  const [first, ...rest] = tree.children;
  const titled = first?.type === "heading" && first.depth === 1;
  const body: Root = titled ? { ...tree, children: rest } : tree;
  return { ...(titled && { title: plain(first) }), body: toHtml.runSync(body) as HtmlRoot };
}
