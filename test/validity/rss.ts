/** RSS 2.0 by its specification and the RSS Advisory Board's profile. */
import { all, type Element, texts } from "../feeds/xml.ts";
import {
  distinct,
  type ElementCheck,
  type Grammar,
  htmlText,
  many,
  plainText,
  required,
  text,
} from "./grammar.ts";
import {
  dublinCore,
  has,
  history,
  itunesOfChannel,
  itunesOfItem,
  link,
  media,
  ofFeeds,
  semantics,
} from "./modules.ts";
import type { Rule } from "./rules.ts";
import {
  contact,
  language,
  mediaType,
  nonblank,
  oneOf,
  positive,
  rssDate,
  uri,
  webAddress,
} from "./values.ts";

const before = (element: Element, first: string, second: string): boolean => {
  const names = element.children.map(({ name }) => name);
  return names.indexOf(first) >= 0 && names.indexOf(first) < names.indexOf(second);
};

const itemChecks: ElementCheck = (item) => {
  const faults: Rule[] = [];
  if (!has(item, "title") && !has(item, "description")) faults.push("ItemMustContainTitleOrDescription");
  if (!has(item, "guid")) faults.push("MissingGuid");
  if (has(item, "content:encoded") && !before(item, "description", "content:encoded"))
    faults.push("NeedDescriptionBeforeContent");
  return faults;
};

const guidChecks: ElementCheck = ({ text: value, attributes: { isPermaLink = "true" } }) => {
  if (!["true", "false"].includes(isPermaLink)) return ["InvalidBooleanAttribute"];
  if (isPermaLink === "false") return /^\d{1,8}$/.test(value) ? ["NotSufficientlyUnique"] : [];
  if (/^(tag:|urn:uuid:)/i.test(value)) return ["InvalidPermalink"];
  return uri(value).length > 0 ? ["InvalidHttpGUID"] : [];
};

const lengthCheck = (value: string): readonly Rule[] => {
  if (value === "-1") return ["UseZeroForUnknown"];
  return /^\d+$/.test(value) ? [] : ["InvalidIntegerAttribute"];
};

const item: Grammar = {
  checks: [
    itemChecks,
    semantics(
      "DuplicateItemSemantics",
      ["author", "dc:creator"],
      ["category", "dc:subject"],
      ["pubDate", "dc:date"],
      ["source", "dc:source"],
    ),
  ],
  children: {
    title: plainText("ContainsHTML", nonblank),
    link: text(uri),
    description: htmlText,
    "content:encoded": htmlText,
    guid: { ...text(nonblank), attributes: { isPermaLink: [] }, checks: [guidChecks] },
    pubDate: text(rssDate),
    author: text(contact),
    category: { ...many(plainText("ContainsHTML", nonblank)), attributes: { domain: [] } },
    comments: text(uri),
    source: { ...plainText("ContainsHTML"), attributes: { url: [uri] }, checks: [required("url")] },
    enclosure: {
      once: "DuplicateEnclosure",
      attributes: { url: [webAddress], length: [lengthCheck], type: [mediaType("InvalidMIMEAttribute")] },
      checks: [required("url", "length", "type")],
    },
    "atom:link": link,
    ...dublinCore,
    ...media,
    ...itunesOfItem,
  },
};

const imageChecks: ElementCheck = (image, { parent }) => {
  const same = (name: string) => parent && texts(parent, name)[0] === texts(image, name)[0];
  const faults: Rule[] = [];
  if (has(image, "title") && !same("title")) faults.push("ImageTitleDoesntMatch");
  if (has(image, "link") && !same("link")) faults.push("ImageLinkDoesntMatch");
  const ending = texts(image, "url")[0]?.split(".").at(-1)?.toLowerCase() ?? "";
  if (/^\w+$/.test(ending) && !["jpg", "jpeg", "gif", "png"].includes(ending)) faults.push("ImageUrlFormat");
  return faults;
};

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));

const channelChecks: ElementCheck = (channel, { mediaType: _ }) => {
  const faults: Rule[] = [];
  const { children } = channel;
  const firstItem = children.findIndex(({ name }) => name === "item");
  if (firstItem >= 0 && children.slice(firstItem).some(({ name }) => name !== "item"))
    faults.push("MisplacedItem");
  if (!all(channel, "atom:link").some(({ attributes: { rel } }) => rel === "self"))
    faults.push("MissingAtomSelfLink");
  if (!has(channel, "language") && !has(channel, "dc:language")) faults.push("MissingDCLanguage");
  if (has(channel, "textInput")) faults.push("AvoidTextInput");
  return faults;
};

const isPodcast = (channel: Element): boolean =>
  [channel, ...all(channel, "item")].some(({ children }) =>
    children.some(({ name }) => name.startsWith("itunes:")),
  );
const PLAYED = ["m4a", "mp3", "mov", "mp4", "m4v", "pdf", "epub"];

const podcastChecks: ElementCheck = (channel) => {
  if (!isPodcast(channel)) return [];
  const missing = ["language", "itunes:category", "itunes:explicit"].filter((name) => !has(channel, name));
  const unplayed = all(channel, "item/enclosure").filter(
    ({ attributes: { url = "" } }) => !PLAYED.includes(url.split(".").at(-1) ?? ""),
  );
  return [
    ...missing.map(() => "MissingItunesElement" as const),
    ...(has(channel, "itunes:owner") ? [] : (["MissingItunesEmail"] as const)),
    ...unplayed.map(() => "UnsupportedItunesFormat" as const),
  ];
};

const skipped = (name: string, words: readonly string[], fault: Rule, tooMany: Rule): Grammar => ({
  once: "DuplicateElement",
  children: { [name]: many(text(oneOf(fault, words))) },
  checks: [({ children }) => (children.length > words.length ? [tooMany] : [])],
});

const channel: Grammar = {
  needs: { title: "MissingTitle", link: "MissingLink", description: "MissingDescription" },
  checks: [
    channelChecks,
    podcastChecks,
    history("atom:link"),
    distinct("item/guid", "DuplicateValue"),
    semantics(
      "DuplicateSemantics",
      ["language", "dc:language"],
      ["copyright", "dc:rights"],
      ["lastBuildDate", "dcterms:modified"],
      ["managingEditor", "dc:creator"],
      ["webMaster", "dc:publisher"],
      ["pubDate", "dc:date"],
    ),
  ],
  children: {
    title: plainText("ContainsHTML", nonblank),
    link: text(uri),
    description: plainText("ContainsHTML"),
    language: text(language),
    copyright: plainText("ContainsHTML"),
    managingEditor: text(contact),
    webMaster: text(contact),
    pubDate: text(rssDate),
    lastBuildDate: text(rssDate),
    category: { ...many(plainText("ContainsHTML")), attributes: { domain: [] } },
    generator: text(),
    docs: text(uri),
    ttl: text(positive, nonblank),
    image: {
      once: "DuplicateElement",
      needs: { url: "MissingElement", title: "MissingTitle", link: "MissingLink" },
      children: {
        url: text(uri),
        title: plainText("ContainsHTML", nonblank),
        link: text(uri),
        width: text(positive),
        height: text(positive),
        description: plainText("ContainsHTML"),
      },
      checks: [imageChecks],
    },
    textInput: { once: "DuplicateElement", isText: true },
    skipHours: skipped("hour", HOURS, "InvalidHour", "NotEnoughHoursInTheDay"),
    skipDays: skipped("day", DAYS, "InvalidDay", "EightDaysAWeek"),
    "atom:link": link,
    item,
    ...dublinCore,
    ...media,
    ...ofFeeds,
    ...itunesOfChannel,
  },
};

export const rss: Grammar = {
  attributes: { version: [oneOf("InvalidRSSVersion", ["2.0"])] },
  needs: { channel: "MissingElement" },
  children: { channel: { ...channel, once: "DuplicateElement" } },
  checks: [required("version")],
};
