import { printable } from "../articles/characters.ts";
import { escapeMarkup } from "../articles/escape.ts";

type Attributes = Readonly<Record<string, string | undefined>>;

/** Plain text as it stands in XML: without what XML cannot carry, and escaped. */
export const textXml = (text: string): string => escapeMarkup(printable(text));

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
