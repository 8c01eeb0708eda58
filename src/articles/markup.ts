import type { Element, Properties, Root } from "hast";
import { toText } from "hast-util-to-text";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { addressFrom } from "./address.ts";
import { BASE, HERE } from "./article.ts";
import { printable } from "./characters.ts";
import { openingOf } from "./opening.ts";

type Schema = typeof defaultSchema;

/** GitHub's allow-list, with the media and the language marks that articles need. Nothing in it runs. */
const ALLOWED: Schema = {
  ...defaultSchema,
  clobber: [],
  strip: [
    "script",
    "style",
    "template",
    "iframe",
    "noscript",
    "object",
    "svg",
    "math",
    "form",
    "button",
    "select",
    "textarea",
  ],
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    "figure",
    "figcaption",
    "audio",
    "video",
    "mark",
    "abbr",
    "cite",
    "time",
    "small",
    "u",
    "bdi",
    "bdo",
    "wbr",
  ],
  attributes: {
    ...defaultSchema.attributes,
    "*": [...(defaultSchema.attributes?.["*"] ?? []), "lang", "dir", "title"],
    img: [...(defaultSchema.attributes?.img ?? []), "srcSet", "sizes"],
    source: ["src", "srcSet", "sizes", "media", "type"],
    audio: ["src", "controls"],
    video: ["src", "controls", "poster", "width", "height"],
    time: ["dateTime"],
  },
  protocols: {
    ...defaultSchema.protocols,
    href: ["http", "https", "mailto"],
    src: ["http", "https"],
    poster: ["http", "https"],
    longDesc: ["http", "https"],
  },
};

/** Attributes that hold one address. */
const ADDRESSES = ["href", "src", "poster", "cite", "longDesc"] as const;
/** Where addresses may lead. */
const FOLLOWED = new RegExp(`^(?:https?:|mailto:|${BASE})`);
/** A start tag as the writer makes it: values between double quotation marks, none within them. */
const TAG = /<[a-z][^<>"]*(?:"[^"]*"[^<>"]*)*>/g;

const cleaner = unified().use(rehypeSanitize, ALLOWED);
const writer = unified().use(rehypeStringify);

/** A body of markup, safe to publish, and the same as plain text. */
export interface Body {
  readonly contentHtml: string;
  readonly text: string;
  /** Its first paragraphs, as plain text. */
  readonly opening: () => string;
}

/**
 * Sanitises a tree against an allow-list and makes its addresses absolute: against `source` where the article came from
 * another page, else with {@link BASE} and {@link HERE} in place of the publication's address and of the page's own.
 */
export function publishable(tree: Root, source?: string): Body {
  const clean = cleaner.runSync(withoutMarks(tree));
  const ids = new Set<string>();
  visit(clean, "element", ({ properties }) => {
    if (typeof properties.id === "string") ids.add(properties.id);
  });
  const where: Where = { ids, ...(source && { source }) };
  visit(clean, "element", (element) => absolutise(element, where));
  return {
    contentHtml: withoutInnerTags(writer.stringify(clean)).trim(),
    text: toText(clean).trim(),
    opening: () => openingOf(clean),
  };
}

/** Readers that search markup by hand must not find a tag in an attribute, where HTML allows `<`. */
const withoutInnerTags = (html: string): string =>
  html.replace(TAG, (tag) => `<${tag.slice(1).replaceAll("<", "&lt;")}`);

/** Where references start from, and the ids that the markup itself has. */
interface Where {
  readonly ids: ReadonlySet<string>;
  readonly source?: string;
}

function absolutise(element: Element, where: Where): void {
  const properties = element.properties;
  for (const name of ADDRESSES) {
    const value = properties[name];
    if (typeof value !== "string") continue;
    const address = absolute(value, where);
    if (address === undefined) delete properties[name];
    else properties[name] = address;
  }
  if (typeof properties.srcSet === "string") properties.srcSet = srcset(properties.srcSet, where);
}

function absolute(reference: string, { ids, source }: Where): string | undefined {
  const text = reference.trim();
  if (!source && text === "") return HERE;
  if (text.startsWith("#") && (!source || ids.has(decoded(text.slice(1))))) return HERE + text;
  const address = addressFrom(source, text);
  return address && FOLLOWED.test(address) ? address : undefined;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // A stray % stands for itself.
  }
}

/** An address, which may hold commas but neither begin nor end with one, and its size (HTML §4.8.4.2.1). */
const CANDIDATE = /([^\s,]\S*[^\s,]|[^\s,])(?:\s+([^,]*))?/g;

function srcset(candidates: string, where: Where): string {
  const made = [...candidates.matchAll(CANDIDATE)].flatMap(([, reference = "", size = ""]) => {
    const address = absolute(reference, where);
    return address ? [`${address} ${size}`.trim()] : [];
  });
  return made.join(", ");
}

/** A tree whose texts and attributes hold only what a feed can carry: nothing in it passes for {@link BASE} or {@link HERE}. */
function withoutMarks(tree: Root): Root {
  visit(tree, (node) => {
    if (node.type === "text") node.value = printable(node.value);
    if (node.type !== "element") return;
    for (const [name, value] of Object.entries(node.properties))
      node.properties[name] = printableValue(value);
  });
  return tree;
}

function printableValue(value: Properties[string]): Properties[string] {
  if (Array.isArray(value)) return value.map((part) => (typeof part === "string" ? printable(part) : part));
  return typeof value === "string" ? printable(value) : value;
}
