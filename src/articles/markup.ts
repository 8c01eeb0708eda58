import type { Element, Root } from "hast";
import { toText } from "hast-util-to-text";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { BASE, HERE } from "./article.ts";
import { printable } from "./characters.ts";

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
const OWN_PAGE = "https://here.invalid/articles/";

const cleaner = unified().use(rehypeSanitize, ALLOWED);
const writer = unified().use(rehypeStringify);

/** A body of markup, safe to publish, and the same as plain text. */
export interface Body {
  readonly contentHtml: string;
  readonly text: string;
}

/**
 * Sanitises a tree against an allow-list and makes its addresses absolute: against `source` where the article came from
 * another page, else with {@link BASE} and {@link HERE} in place of the publication's address and of the page's own.
 */
export function publishable(tree: Root, source?: string): Body {
  const clean = cleaner.runSync(tree);
  visit(clean, "element", (element) => absolutise(element, source));
  return {
    contentHtml: printableMarkup(writer.stringify(clean)).trim(),
    text: printable(toText(clean)).trim(),
  };
}

function absolutise(element: Element, source: string | undefined): void {
  const properties = element.properties;
  for (const name of ADDRESSES) {
    const value = properties[name];
    if (typeof value !== "string") continue;
    const address = absolute(value, source);
    if (address === undefined) delete properties[name];
    else properties[name] = address;
  }
  if (typeof properties.srcSet === "string") properties.srcSet = srcset(properties.srcSet, source);
}

function absolute(reference: string, source: string | undefined): string | undefined {
  const text = printable(reference).trim();
  if (!source && (text === "" || text.startsWith("#"))) return HERE + text;
  if (!URL.canParse(text, source ?? OWN_PAGE)) return undefined;
  const url = new URL(text, source ?? OWN_PAGE);
  if (!/^(?:https?|mailto):$/.test(url.protocol)) return undefined;
  return url.host === "here.invalid" ? BASE + url.pathname + url.search + url.hash : url.href;
}

function srcset(candidates: string, source: string | undefined): string {
  const made = candidates.split(/,\s+|,(?=https?:)/).flatMap((candidate) => {
    const [reference = "", ...size] = candidate.trim().split(/\s+/);
    const address = reference && absolute(reference, source);
    return address ? [[address, ...size].join(" ")] : [];
  });
  return made.join(", ");
}

/** `printable`, but for the two marks that stand for addresses. */
const printableMarkup = (html: string) =>
  html
    .split(BASE)
    .map((part) => part.split(HERE).map(printable).join(HERE))
    .join(BASE);
