/** What Atom, RSS and their modules share. */
import type { Element } from "../feeds/xml.ts";
import {
  type ElementCheck,
  type Grammar,
  htmlText,
  many,
  plainAttribute,
  plainText,
  required,
  text,
} from "./grammar.ts";
import type { Rule } from "./rules.ts";
import {
  iri,
  language,
  matches,
  mediaType,
  nonblank,
  oneOf,
  positive,
  uri,
  w3cDate,
  webAddress,
} from "./values.ts";

const RELATIONS =
  `alternate current describedby edit edit-media enclosure first hub last license next next-archive payment
  prev-archive previous related replies search self service up via`.split(/\s+/);
const OF_FEEDS = ["current", "first", "last", "next", "next-archive", "prev-archive", "previous"];
const FEED_TYPES = ["application/atom+xml", "application/rss+xml", "application/rdf+xml"];

const linkChecks: ElementCheck = ({ attributes: { rel = "alternate", href, type }, text: inner }, place) => {
  const faults: Rule[] = [];
  if (rel === "") faults.push("AttrNotBlank");
  else if (!RELATIONS.includes(rel) && uri(rel).length > 0) faults.push("UnregisteredAtomLinkRel");
  if (place.parent?.name === "entry" && OF_FEEDS.includes(rel)) faults.push("FeedHistoryRelInEntry");
  if (inner.trim()) faults.push("AtomLinkNotEmpty");
  if (href === undefined) return [...faults, "MissingHref"];
  if (rel !== "self" || !["feed", "channel"].includes(place.parent?.name ?? "")) return faults;
  if (type && !FEED_TYPES.includes(type.split(";")[0] ?? "")) faults.push("SelfNotAtom");
  if (!URL.canParse(href)) faults.push("RelativeSelf");
  else if (href !== place.address) faults.push("SelfDoesntMatchLocation");
  return faults;
};

/** Atom's `link`, in RSS too. */
export const link: Grammar = {
  isText: true,
  attributes: {
    rel: [],
    href: [iri],
    type: [mediaType("InvalidMIMEType")],
    hreflang: [language],
    title: [(value) => (value ? [] : ["AttrNotBlank"]), plainAttribute("ContainsHTML")],
    length: [(value) => (/^\d+$/.test(value) ? [] : ["InvalidIntegerAttribute"])],
  },
  checks: [linkChecks],
};

const mediaText: Grammar = {
  ...plainText("ContainsUndeclaredHTML"),
  attributes: { type: [oneOf("InvalidMediaTextType", ["plain", "html"])] },
};
const thumbnail: Grammar = {
  attributes: { url: [uri], width: [positive], height: [positive], time: [] },
  checks: [required("url")],
};

/** Media RSS. */
export const media: Readonly<Record<string, Grammar>> = {
  "media:content": {
    attributes: {
      url: [uri],
      type: [mediaType("InvalidMIMEAttribute")],
      medium: [oneOf("InvalidMediaMedium", ["image", "audio", "video", "document", "executable"])],
      width: [positive],
      height: [positive],
      fileSize: [positive],
      duration: [matches("InvalidDuration", /^\d+\.?\d*$/)],
      lang: [language],
    },
    children: { "media:description": mediaText, "media:title": mediaText, "media:thumbnail": thumbnail },
  },
  "media:description": mediaText,
  "media:title": mediaText,
  "media:thumbnail": thumbnail,
};

/** Dublin Core, of anything; what RSS has a word for of its own is not said twice. */
export const dublinCore: Readonly<Record<string, Grammar>> = {
  "dc:creator": many(text()),
  "dc:contributor": many(text()),
  "dc:publisher": many(text()),
  "dc:subject": many(text()),
  "dc:date": text(w3cDate),
  "dc:language": text(language),
  "dc:rights": plainText("ContainsHTML"),
  "dc:source": text(),
  "dcterms:modified": text(w3cDate),
  "dcterms:created": text(w3cDate),
};

/** Of a channel or a feed. */
export const ofFeeds: Readonly<Record<string, Grammar>> = {
  "fh:archive": { once: "DuplicateElement" },
  "fh:complete": { once: "DuplicateElement" },
  "sy:updatePeriod": text(oneOf("InvalidUpdatePeriod", ["hourly", "daily", "weekly", "monthly", "yearly"])),
  "sy:updateFrequency": text(positive, nonblank),
};

const has = ({ children }: Element, name: string) => children.some((child) => child.name === name);

/** Both of two words for the same. */
export const semantics =
  (rule: Rule, ...pairs: readonly (readonly [string, string])[]): ElementCheck =>
  (element) =>
    pairs.flatMap(([core, other]) => (has(element, core) && has(element, other) ? [rule] : []));

/** RFC 5005, by the names of the links. */
export const history =
  (name: string): ElementCheck =>
  (element) => {
    const rels = element.children
      .filter((child) => child.name === name)
      .map(({ attributes: { rel } }) => rel ?? "");
    const isArchive = has(element, "fh:archive");
    const isComplete = has(element, "fh:complete");
    const faults: Rule[] = [];
    if (isArchive && !isComplete && !rels.includes("current")) faults.push("MissingCurrentInArchive");
    if (isArchive && !isComplete && !rels.some((rel) => rel.endsWith("-archive")))
      faults.push("ArchiveIncomplete");
    if (isComplete && rels.some((rel) => OF_FEEDS.includes(rel) && rel !== "current"))
      faults.push("FeedRelInCompleteFeed");
    return faults;
  };

/** Apple's directory of podcasts. */
const CATEGORIES = ["Arts", "Business", "Education", "News", "Science", "Society & Culture", "Technology"];
export const itunesOfChannel: Readonly<Record<string, Grammar>> = {
  "itunes:author": plainText("ContainsHTML"),
  "itunes:category": {
    attributes: { text: [oneOf("InvalidItunesCategory", CATEGORIES)] },
    checks: [required("text")],
  },
  "itunes:explicit": text(oneOf("InvalidTrueFalse", ["true", "false"])),
  "itunes:image": {
    attributes: { href: [webAddress] },
    once: "DuplicateElement",
    checks: [required("href")],
  },
  "itunes:owner": {
    once: "DuplicateElement",
    needs: { "itunes:email": "MissingElement" },
    children: {
      "itunes:name": plainText("ContainsHTML"),
      "itunes:email": text((value) => (value.includes("@") ? [] : ["InvalidContact"])),
    },
  },
  "itunes:type": text(),
};
export const itunesOfItem: Readonly<Record<string, Grammar>> = {
  "itunes:duration": text(matches("InvalidDuration", /^\d+(:[0-5]\d(:[0-5]\d)?)?$/)),
  "itunes:explicit": text(oneOf("InvalidTrueFalse", ["true", "false"])),
};

export { has, htmlText };
