import type { Element, Nodes, Root } from "hast";
import { toString as plain } from "hast-util-to-string";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { EXIT, SKIP, visit } from "unist-util-visit";
import { isAddress } from "./address.ts";
import { oneLine } from "./characters.ts";
import { isLanguageTag } from "./language-tag.ts";
import type { Located } from "./located.ts";

const parser = unified().use(rehypeParse);

/** A page, parted into its body (not yet sanitised) and what its metadata say, under the names of front matter. */
export interface HtmlPage {
  readonly body: Root;
  readonly facts: Located;
}

/** Names in `<meta>`, most telling first, for each fact that a page can state. */
const META = {
  title: ["og:title"],
  date: ["article:published_time", "date", "dc.date", "dcterms.created"],
  updated: ["article:modified_time", "og:updated_time", "dcterms.modified"],
  author: ["author", "dc.creator"],
  summary: ["description", "og:description"],
  image: ["og:image"],
  source: ["og:site_name"],
  topics: ["broadsheet:topics"],
  slug: ["broadsheet:slug"],
  id: ["broadsheet:id"],
  withdrawn: ["broadsheet:withdrawn"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const ASIDE = new Set(["nav", "aside", "header", "footer", "form", "dialog"]);

interface Stated {
  readonly value: unknown;
  readonly line: number;
}

/** Reads a page of HTML; `firstLine` is the number of its first line in the file. */
export function readHtml(text: string, firstLine: number): HtmlPage {
  const tree = parser.parse(text);
  const stated = factsOf(tree, firstLine);
  const body = articleOf(tree, String(stated.get("title")?.value ?? ""));
  const value = Object.fromEntries([...stated].map(([key, { value }]) => [key, value]));
  return { body, facts: { value, lineOf: ([key]) => stated.get(String(key))?.line ?? firstLine } };
}

function factsOf(tree: Root, firstLine: number): ReadonlyMap<string, Stated> {
  const metas = elementsOf(tree, "meta");
  const lineOf = (element: Element) => firstLine - 1 + (element.position?.start.line ?? 1);
  const facts = new Map<string, Stated>();
  for (const [key, names] of Object.entries(META)) {
    const found = names
      .map((name) => metas.filter((meta) => nameOf(meta) === name && contentOf(meta) !== ""))
      .find((some) => some.length > 0);
    if (found?.[0]) facts.set(key, { value: shaped(key, found.map(contentOf)), line: lineOf(found[0]) });
  }
  const state = (key: string, element: Element | undefined, value: string) =>
    element && value && facts.set(key, { value, line: lineOf(element) });
  // Pages that others made say these two wrongly all the time (`en_US`, `/article`): then they say nothing.
  const html = elementsOf(tree, "html").find(({ properties }) => isLanguageTag(String(properties.lang)));
  const canonical = elementsOf(tree, "link").find(
    ({ properties }) =>
      [properties.rel].flat().includes("canonical") && isAddress(String(properties.href).trim()),
  );
  const headline = elementsOf(tree, "h1")[0] ?? elementsOf(tree, "title")[0];
  state("language", html, String(html?.properties.lang ?? ""));
  state("source_url", canonical, String(canonical?.properties.href ?? ""));
  if (!facts.has("title")) state("title", headline, headline ? plain(headline).trim() : "");
  return facts;
}

function shaped(key: string, values: readonly string[]): unknown {
  if (key === "topics") return values.flatMap((value) => value.split(",")).map((topic) => topic.trim());
  if (key === "author") return values;
  return key === "withdrawn" ? values[0] === "true" : values[0];
}

const nameOf = (meta: Element) =>
  String(meta.properties.property ?? meta.properties.name ?? "").toLowerCase();
const contentOf = (meta: Element) => String(meta.properties.content ?? "").trim();

function elementsOf(tree: Nodes, tagName: string): readonly Element[] {
  const found: Element[] = [];
  visit(tree, "element", (element) => {
    if (element.tagName === tagName) found.push(element);
  });
  return found;
}

/** What of the page is the article: `<article>`, else `<main>`, else the body, without navigation and without its own title. */
function articleOf(tree: Root, title: string): Root {
  const whole = elementsOf(tree, "article")[0] ?? elementsOf(tree, "main")[0] ?? elementsOf(tree, "body")[0];
  const article: Root = { type: "root", children: structuredClone(whole?.children ?? []) };
  visit(article, "element", (element, index, parent) => {
    if (!ASIDE.has(element.tagName) || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  visit(article, "element", (element, index, parent) => {
    if (element.tagName !== "h1" || !parent || index === undefined) return undefined;
    if (oneLine(plain(element)) === oneLine(title)) parent.children.splice(index, 1);
    return EXIT;
  });
  return article;
}
