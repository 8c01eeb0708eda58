import { printable } from "../articles/characters.ts";

type Attributes = Readonly<Record<string, string | undefined>>;

/** `&` and `<` by number, as the RSS Advisory Board's profile has it: readers that take a plain text for HTML leave those be. */
const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&#x26;",
  "<": "&#x3C;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Plain text as it stands in XML: without what XML cannot carry, and escaped. */
export const textXml = (text: string): string =>
  printable(text).replace(/[&<>"]/g, (character) => REFERENCES[character] ?? character);

/** HTML as it stands in an element of XML: escaped, and no longer than it need be (XML 1.0 §2.4). */
const htmlXml = (html: string): string =>
  printable(html).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("]]>", "]]&gt;");

/** An element around markup; attributes that are undefined are left out. Values are plain text. */
export function elementXml(name: string, attributes: Attributes, contentXml = ""): string {
  let startXml = `<${name}`;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) startXml += ` ${key}="${textXml(value)}"`;
  return contentXml === "" ? `${startXml}/>` : `${startXml}>${contentXml}</${name}>`;
}

/** An element that holds plain text; nothing where the text is empty. */
export const textElementXml = (
  name: string,
  text: string | undefined,
  attributes: Attributes = {},
): string => (text ? elementXml(name, attributes, textXml(text)) : "");

/** An element that holds HTML; nothing where there is none. */
export const htmlElementXml = (name: string, html: string, attributes: Attributes = {}): string =>
  html ? elementXml(name, attributes, htmlXml(html)) : "";

/** A whole document around its root. */
export const documentXml = (rootXml: string, stylesheet?: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${stylesheet ? stylesheetXml(stylesheet) : ""}${rootXml}\n`;

/** How browsers show it that show XML at all (Associating Style Sheets with XML documents 1.0, §4). */
const stylesheetXml = (address: string): string =>
  `<?xml-stylesheet type="text/css" href="${textXml(address)}"?>\n`;
