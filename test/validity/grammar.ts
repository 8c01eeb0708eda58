/** Walks a document by what may stand where. */
import { all, type Element } from "../feeds/xml.ts";
import { html, plain } from "./html.ts";
import type { Asked, Finding, Rule } from "./rules.ts";
import { type Check, language } from "./values.ts";

/** What a check of an element knows. */
export interface Place extends Asked {
  readonly parent: Element | undefined;
  readonly isRss: boolean;
}

export type ElementCheck = (element: Element, place: Place) => readonly Rule[];

/** What may stand in an element. */
export interface Grammar {
  /** Attributes with their checks, and those that must stand there. */
  readonly attributes?: Readonly<Record<string, readonly ElementCheckOfValue[]>>;
  readonly needs?: Readonly<Record<string, Rule>>;
  readonly children?: Readonly<Record<string, Grammar>>;
  /** What to say of a second one; nothing: as many as one likes. */
  readonly once?: Rule;
  readonly isText?: boolean;
  readonly checks?: readonly ElementCheck[];
}
type ElementCheckOfValue = (value: string, place: Place, element: Element) => readonly Rule[];

/** Namespaces that the validator knows, by their prefixes. */
const NAMESPACES: Readonly<Record<string, string>> = {
  atom: "http://www.w3.org/2005/Atom",
  content: "http://purl.org/rss/1.0/modules/content/",
  dc: "http://purl.org/dc/elements/1.1/",
  dcterms: "http://purl.org/dc/terms/",
  fh: "http://purl.org/syndication/history/1.0",
  itunes: "http://www.itunes.com/dtds/podcast-1.0.dtd",
  media: "http://search.yahoo.com/mrss/",
  sy: "http://purl.org/rss/1.0/modules/syndication/",
  thr: "http://purl.org/syndication/thread/1.0",
  xhtml: "http://www.w3.org/1999/xhtml",
};
const UNSUPPORTED = ["https://podcastindex.org/namespace/1.0", "http://schema.org/", "https://schema.org/"];
const prefixOf = (uri: string) => Object.keys(NAMESPACES).find((prefix) => NAMESPACES[prefix] === uri);

/** The rules that a declaration of a namespace breaks. */
function namespaceFaults(prefix: string, uri: string, isAtom: boolean): readonly Rule[] {
  if (uri === "http://search.yahoo.com/mrss") return ["MediaRssNamespace"];
  if (prefix && prefix in NAMESPACES && NAMESPACES[prefix] !== uri) return ["ReservedPrefix"];
  if (isAtom && (prefix === "atom" || prefix === "xhtml")) return ["AvoidNamespacePrefix"];
  if (UNSUPPORTED.includes(uri)) return ["UnsupportedNamespace"];
  const own = prefixOf(uri);
  if (!own) return ["UnknownNamespace"];
  return prefix && prefix !== own ? ["NonstdPrefix"] : [];
}

const isBad = (text: string) =>
  /[\u0080-\u009f\ufffd]/.test(text) || /[\u00c2\u00c3][\u0080-\u00bf]/.test(text);
const isKnown = ({ uri }: Element) => uri === "" || prefixOf(uri) !== undefined;

/** All that is found in an element and below it. */
export function walk(
  element: Element,
  grammar: Grammar,
  place: Place,
  path: string = element.name,
): readonly Finding[] {
  const { children = {}, isText = false, checks = [], needs = {} } = grammar;
  const names = element.children.map(({ name }) => name);
  const found: Rule[] = [
    ...attributeFaults(element, grammar, place),
    ...(element.text.trim() !== "" && !isText ? (["UnexpectedText"] as const) : []),
    ...(isBad(element.text) ? (["BadCharacters"] as const) : []),
    ...Object.entries(needs).flatMap(([name, rule]) => (names.includes(name) ? [] : [rule])),
    ...Object.entries(children).flatMap(([name, { once }]) =>
      once && names.filter((one) => one === name).length > 1 ? [once] : [],
    ),
    ...checks.flatMap((check) => check(element, place)),
  ];
  const below = element.children.flatMap((child) => {
    const inner = children[child.name];
    if (inner) return walk(child, inner, { ...place, parent: element }, `${path}/${child.name}`);
    const rule = isKnown(child) ? ("UndefinedElement" as const) : strangerFault(child);
    return rule ? [{ rule, at: `${path}/${child.name}` }] : [];
  });
  return [...found.map((rule) => ({ rule, at: path })), ...below];
}

/** Elements of an unknown namespace are left in peace; what stands in them has one as well (RSS 2.0, "Extending RSS"). */
const strangerFault = (stranger: Element): Rule | undefined =>
  stranger.children.some(({ uri }) => uri === "") ? "NotInANamespace" : undefined;

function attributeFaults(element: Element, { attributes = {} }: Grammar, place: Place): readonly Rule[] {
  return Object.entries(element.attributes).flatMap(([name, value]): readonly Rule[] => {
    if (isBad(value)) return ["BadCharacters"];
    if (name === "xmlns") return namespaceFaults("", value, !place.isRss);
    if (name.startsWith("xmlns:")) return namespaceFaults(name.slice("xmlns:".length), value, !place.isRss);
    if (name === "xml:lang") return language(value, place);
    if (name.startsWith("xml:")) return [];
    const checks = attributes[name];
    if (checks) return checks.flatMap((check) => check(value, place, element));
    return [name.includes(":") && place.isRss ? "UseOfExtensionAttr" : "UnexpectedAttribute"];
  });
}

/** The lines of an element as they stand in the document. */
const written = ({ lines: [first, last] }: Element, { lines }: Asked): string =>
  lines.slice(first - 1, last).join("\n");

const valueCheck =
  (check: Check): ElementCheck =>
  ({ text }, place) =>
    check(text.trim(), place);

/** An element of text, once, with checks of its text. */
export const text = (...checks: readonly Check[]): Grammar => ({
  isText: true,
  once: "DuplicateElement",
  checks: checks.map(valueCheck),
});

/** Plain text; `rule` where HTML is found in it. */
export const plainText = (rule: Rule, ...checks: readonly Check[]): Grammar => ({
  ...text(...checks),
  checks: [
    ...checks.map(valueCheck),
    (element, place) => plain(element.text, written(element, place), rule, place.isRss),
  ],
});

/** Plain text in an attribute. */
export const plainAttribute =
  (rule: Rule): ElementCheckOfValue =>
  (value, place, element) =>
    plain(value, written(element, place), rule, place.isRss);

/** HTML. */
export const htmlText: Grammar = {
  isText: true,
  once: "DuplicateElement",
  checks: [({ text }) => html(text)],
};

/** The same as often as one likes. */
export const many = ({ once: _, ...grammar }: Grammar): Grammar => grammar;

/** The rule for each value that stands twice at a path. */
export const distinct =
  (path: string, rule: Rule): ElementCheck =>
  (element) => {
    const values = all(element, path).map(({ text }) => text.trim());
    return values.filter((value, i) => values.indexOf(value) < i).map(() => rule);
  };

/** Attributes that must stand there. */
export const required =
  (...names: readonly string[]): ElementCheck =>
  ({ attributes }) =>
    names.flatMap((name) => (attributes[name] === undefined ? (["MissingAttribute"] as const) : []));
