import { type Element, readXml } from "../feeds/xml.ts";
import { atom } from "./atom.ts";
import { type Grammar, walk } from "./grammar.ts";
import { jsonFindings } from "./json.ts";
import { opml } from "./opml.ts";
import { rss } from "./rss.ts";
import type { Asked, Finding } from "./rules.ts";

/** The grammars by the name of the outermost element, and the media types under which a document may come. */
const GRAMMARS: Readonly<Record<string, readonly [Grammar, ...(readonly string[])]>> = {
  rss: [rss, "application/rss+xml"],
  feed: [atom, "application/atom+xml"],
  opml: [opml, "text/x-opml", "text/xml", "application/xml"],
};
const JSON_FEED = "application/feed+json";

/** All that the validator would find in a document; nothing where it is as it should be. */
export function findingsIn(source: string, asked: Omit<Asked, "lines">): readonly Finding[] {
  const place = { ...asked, lines: source.split("\n") };
  const type = asked.mediaType.replace(/;.*/, "");
  if (source.startsWith("{")) return [...typeFaults(type, [JSON_FEED]), ...jsonFindings(source, place)];
  const root = parsed(source);
  const known = root && GRAMMARS[root.name];
  if (!known) return [{ rule: root ? "UndefinedElement" : "SAXError", at: "" }];
  const [grammar, ...types] = known;
  const isRss = root.name === "rss";
  return [...typeFaults(type, types), ...walk(root, grammar, { ...place, parent: undefined, isRss })];
}

const typeFaults = (type: string, types: readonly string[]): readonly Finding[] =>
  types.includes(type) ? [] : [{ rule: "UnexpectedContentType", at: "" }];

function parsed(source: string): Element | undefined {
  try {
    return readXml(source);
  } catch {
    return undefined; // The strict parser throws where a document is not well-formed.
  }
}
