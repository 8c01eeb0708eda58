import type { Element, Root } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";

const parser = unified().use(rehypeParse, { fragment: true });

/** What can run, load another page, change addresses or ask for something, in some reader or other. */
const DANGEROUS =
  /^(?:script|style|iframe|frame|frameset|object|embed|applet|svg|math|form|button|select|textarea|meta|base|link|template|noscript|portal|foreignobject|xml|title|body|head|html|plaintext|xmp|noembed|noframes)$/;
const ADDRESSES = [
  "href",
  "src",
  "srcSet",
  "poster",
  "cite",
  "longDesc",
  "action",
  "formAction",
  "data",
  "background",
];

/** The elements of markup, as an HTML parser that had no part in making it sees them. */
export function elementsOf(html: string): readonly Element[] {
  const found: Element[] = [];
  visit(parser.parse(html) as Root, "element", (element) => {
    found.push(element);
  });
  return found;
}

/** Why the markup is not safe to publish: nothing where it is. */
export const dangersIn = (html: string): readonly string[] => elementsOf(html).flatMap(dangersOf);

function dangersOf({ tagName, properties }: Element): readonly string[] {
  const names = Object.keys(properties);
  const addresses = ADDRESSES.map((name) => String(properties[name] ?? ""));
  return [
    ...(DANGEROUS.test(tagName) ? [`<${tagName}>`] : []),
    ...names
      .filter((name) => /^on|^style$|^srcdoc$|^target$|^ping$/i.test(name))
      .map((name) => `${tagName} ${name}`),
    ...addresses.flatMap((value) => candidatesIn(value).filter(isDangerous)),
    ...(tagName === "input" && properties.type !== "checkbox" ? ["an input to fill in"] : []),
  ];
}

/** Each of the addresses of a `srcset` or of any other attribute, as lenient readers would cut them. */
const candidatesIn = (value: string): readonly string[] => [value, ...value.split(/[,\s]+/)];

const isDangerous = (address: string) =>
  /^(?:javascript|vbscript|livescript|data|file|blob|about|view-source):/i.test(
    address.replace(/[\0-\x20]/g, ""),
  );
