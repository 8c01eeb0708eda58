import type { Element, Root } from "hast";
import { toString as plain } from "hast-util-to-string";
import { isTable } from "../located.ts";
import type { Problem } from "../problem.ts";
import { elementsWhere } from "./tree.ts";

/** An object of JSON-LD: what its names mean is schema.org's. */
export type Thing = Readonly<Record<string, unknown>>;

/** What a page's JSON-LD says of its article, the line it stands on, and what could not be read. */
export interface LinkedData {
  readonly article?: Thing;
  /** Of all that the page describes. */
  readonly byId: ReadonlyMap<string, Thing>;
  readonly line: number;
  readonly warnings: readonly Problem[];
}

/** schema.org's kinds of articles, most telling first; a `WebPage` describes the article where nothing else does. */
const ARTICLE =
  /(?:^|[/:])(?:\w*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|\w*News\w*|Review|Recipe)$/;
const PAGE = /(?:^|[/:])(?:WebPage|ItemPage|AboutPage)$/;
const ORGANISATION = /Organi[sz]ation$/;
/** Comments of HTML and CDATA marks, bare or within comments of JavaScript, around JSON. */
const WRAPPERS =
  /^\s*(?:(?:\/\/|\/\*)?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*\/)?\s*)+|\s*(?:(?:\/\/|\/\*)?\s*(?:-->|\]\]>)\s*(?:\*\/)?\s*)+$/g;

/** Reads every `<script type="application/ld+json">` of a page; broken ones are warned of. */
export function linkedDataOf(tree: Root, lineOf: (element: Element) => number): LinkedData {
  const warnings: Problem[] = [];
  const things: { readonly thing: Thing; readonly line: number }[] = [];
  const scripts = elementsWhere(
    tree,
    ({ tagName, properties }) =>
      tagName === "script" && /^application\/ld\+json\b/i.test(String(properties.type ?? "").trim()),
  );
  for (const script of scripts) {
    const [line, text] = [lineOf(script), plain(script)];
    const value = parsed(text);
    if (value === undefined && text.trim() !== "")
      warnings.push({ line, expected: "JSON-LD", found: "JSON that is broken: it is left out" });
    for (const thing of thingsIn(value)) things.push({ thing, line });
  }
  const best =
    likeliest(things.filter(({ thing }) => isKind(thing, ARTICLE) && !isKind(thing, ORGANISATION))) ??
    likeliest(things.filter(({ thing }) => isKind(thing, PAGE)));
  const byId = new Map(things.map(({ thing }) => [String(thing["@id"] ?? ""), thing]));
  byId.delete("");
  return { ...(best && { article: best.thing }), byId, line: best?.line ?? 1, warnings };
}

interface Placed {
  readonly thing: Thing;
  readonly line: number;
}

/** Of several articles the one that says most: a page's teasers are told of in few words. */
function likeliest(articles: readonly Placed[]): Placed | undefined {
  const says = ({ thing }: Placed) =>
    ["headline", "datePublished", "author", "articleBody", "description", "image", "publisher"].filter(
      (name) => thing[name] !== undefined,
    ).length;
  return articles.reduce<Placed | undefined>(
    (best, one) => (best && says(best) >= says(one) ? best : one),
    undefined,
  );
}

const isKind = (thing: Thing, kind: RegExp): boolean =>
  [thing["@type"]].flat().some((type) => typeof type === "string" && kind.test(type));

/** JSON, else JSON with its commonest faults mended: line ends in texts, a comma too many. Nothing where that does not help. */
function parsed(text: string): unknown {
  const json = text.replace(WRAPPERS, "").replace(/;\s*$/, "");
  for (const attempt of [json, json.replace(/\s+/g, " ").replace(/,\s*(?=[}\]])/g, "")]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // JSON has no other way to say that it is none.
    }
  }
  return undefined;
}

const DEEPEST = 6;

/** Every object that is described on its own or within another: in a list, a `@graph`, as what a page is about. */
function thingsIn(value: unknown, depth = 0): readonly Thing[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((one) => thingsIn(one, depth + 1));
  if (!isTable(value)) return [];
  const thing = value as Thing;
  const within = ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "liveBlogUpdate"].filter(
    (name) => name !== "liveBlogUpdate" || depth < 1,
  );
  return [thing, ...within.flatMap((name) => thingsIn(thing[name], depth + 1))];
}
