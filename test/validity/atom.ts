/** Atom 1.0 (RFC 4287), with archives (RFC 5005), tombstones (RFC 6721) and Media RSS. */
import { all, type Element } from "../feeds/xml.ts";
import {
  distinct,
  type ElementCheck,
  type Grammar,
  many,
  plainAttribute,
  plainText,
  required,
  text,
} from "./grammar.ts";
import { html, plain } from "./html.ts";
import { dublinCore, has, history, link, media, ofFeeds } from "./modules.ts";
import type { Rule } from "./rules.ts";
import { atomDate, canonicalUri, iri, mail, matches, nonblank, uri } from "./values.ts";

const TYPES = ["text", "html", "xhtml"];

/** A text of plain text or HTML; `content` may have a media type. */
const construct = (isContent: boolean): Grammar => ({
  isText: true,
  once: "DuplicateElement",
  attributes: { type: [], ...(isContent && { src: [iri] }) },
  checks: [
    (
      { text: value, attributes: { type = "text" }, lines: [first, last] },
      { lines, isRss },
    ): readonly Rule[] => {
      const isKnown = TYPES.includes(type) || (isContent && type.includes("/"));
      const written = lines.slice(first - 1, last).join("\n");
      return [
        ...(isKnown ? [] : (["InvalidTextType"] as const)),
        ...(value.trim() === "" ? (["NotBlank"] as const) : []),
        ...(type === "html" ? html(value) : plain(value, written, "ContainsUndeclaredHTML", isRss)),
      ];
    },
  ],
});

const person: Grammar = {
  needs: { name: "MissingElement" },
  children: {
    name: plainText("ContainsHTML", nonblank, matches("ContainsEmail", /^(?!.*<[\w.+-]+@[\w.-]+>)/s)),
    email: text(mail("InvalidAddrSpec")),
    uri: text(nonblank, iri),
  },
};
const category: Grammar = {
  attributes: { term: [], scheme: [iri], label: [plainAttribute("ContainsHTML")] },
  checks: [required("term")],
};

const id: Grammar = {
  isText: true,
  once: "DuplicateElement",
  checks: [({ text: value }) => canonicalUri(value)],
};
const date: Grammar = {
  isText: true,
  once: "DuplicateElement",
  checks: [({ text: value }, place) => atomDate(value, place)],
};

/** One alternate of each type and language (RFC 4287 §4.1.1). */
const alternates: ElementCheck = (element) => {
  const keys = all(element, "link")
    .filter(({ attributes: { rel = "alternate" } }) => rel === "alternate")
    .map(({ attributes: { type, hreflang } }) => `${type} ${hreflang}`);
  return new Set(keys).size < keys.length ? ["DuplicateAtomLink"] : [];
};

const metadata: Readonly<Record<string, Grammar>> = {
  id,
  title: construct(false),
  subtitle: construct(false),
  updated: date,
  author: person,
  contributor: person,
  category,
  link,
  rights: construct(false),
  generator: { ...text(nonblank), attributes: { uri: [iri], version: [] } },
  icon: text(nonblank, uri),
  logo: text(nonblank, uri),
};

const needsOf = (rule: Rule) => ({ id: rule, title: rule, updated: rule });

const says = (entry: Element): readonly Rule[] => {
  if (has(entry, "content")) return [];
  const isLinked = all(entry, "link").some(({ attributes: { rel = "alternate" } }) => rel === "alternate");
  return [
    ...(has(entry, "summary") ? [] : (["MissingTextualContent"] as const)),
    ...(isLinked ? [] : (["MissingContentOrAlternate"] as const)),
  ];
};

const entry: Grammar = {
  needs: needsOf("MissingElement"),
  checks: [
    alternates,
    says,
    (one, { parent }) => (has(one, "author") || (parent && has(parent, "author")) ? [] : ["MissingElement"]),
  ],
  children: {
    id,
    title: construct(false),
    updated: date,
    published: date,
    author: person,
    contributor: person,
    category,
    link,
    rights: construct(false),
    summary: construct(false),
    content: construct(true),
    source: {
      once: "DuplicateElement",
      needs: needsOf("MissingSourceElement"),
      children: metadata,
      checks: [alternates],
    },
    ...dublinCore,
    ...media,
  },
};

const feedChecks: ElementCheck = (feed) => {
  const faults: Rule[] = [];
  const names = feed.children.map(({ name }) => name);
  const first = names.indexOf("entry");
  if (first >= 0 && names.slice(first).some((name) => name in metadata)) faults.push("MisplacedMetadata");
  if (!all(feed, "link").some(({ attributes: { rel } }) => rel === "self")) faults.push("MissingSelf");
  if (!feed.attributes["xml:lang"]) faults.push("MissingDCLanguage");
  return faults;
};

export const atom: Grammar = {
  needs: needsOf("MissingElement"),
  checks: [
    feedChecks,
    alternates,
    history("link"),
    distinct("entry/id", "DuplicateEntries"),
    distinct("entry/updated", "DuplicateUpdated"),
  ],
  children: { ...metadata, entry: many(entry), ...ofFeeds },
};
