/** JSON Feed 1.1: what its specification says, and what no reader should be made to bear. */
import type { Asked, Finding, Rule } from "./rules.ts";
import { isRfc3339, language, mediaType, uri } from "./values.ts";

type Members = Readonly<Record<string, unknown>>;
type MemberCheck = (value: unknown, asked: Asked) => readonly Rule[];

const isObject = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const text: MemberCheck = (value) => {
  if (typeof value !== "string") return ["JsonType"];
  return value.trim() === "" ? ["JsonBlank"] : [];
};
const anyText: MemberCheck = (value) => (typeof value === "string" ? [] : ["JsonType"]);
const number: MemberCheck = (value) => (typeof value === "number" && value >= 0 ? [] : ["JsonType"]);
const address: MemberCheck = (value) =>
  typeof value === "string" ? (uri(value).length > 0 ? ["JsonUrl"] : []) : ["JsonType"];
const date: MemberCheck = (value) => {
  if (typeof value !== "string") return ["JsonType"];
  return isRfc3339(value) ? [] : ["JsonDate"];
};
const tag: MemberCheck = (value, asked) =>
  typeof value === "string" ? language(value, asked) : ["JsonType"];
const type: MemberCheck = (value, asked) =>
  typeof value === "string" ? mediaType("InvalidMIMEType")(value, asked) : ["JsonType"];
const listOf =
  (check: MemberCheck): MemberCheck =>
  (value, asked) => {
    if (!Array.isArray(value)) return ["JsonType"];
    return value.length === 0 ? ["JsonBlank"] : value.flatMap((one) => check(one, asked));
  };

/** An object of such members: those in `needs` stand there, no other does but extensions. */
const objectOf =
  (members: Readonly<Record<string, MemberCheck>>, needs: readonly string[]): MemberCheck =>
  (value, asked) => {
    if (!isObject(value)) return ["JsonType"];
    return [
      ...needs.flatMap((name) => (name in value ? [] : (["JsonMissing"] as const))),
      ...Object.entries(value).flatMap(([name, member]): readonly Rule[] => {
        if (name.startsWith("_")) return extension(name, member);
        const check = members[name];
        if (check) return check(member, asked);
        return [name === "author" ? "JsonDeprecated" : "JsonUnknown"];
      }),
    ];
  };

/** "Extensions": a name that begins with a letter behind the underscore, without a full stop; an object. */
const extension = (name: string, value: unknown): readonly Rule[] =>
  /^_[a-zA-Z][^.]*$/.test(name) && isObject(value) && Object.keys(value).length > 0 ? [] : ["JsonExtension"];

const authors = listOf((value, asked) => {
  const faults = objectOf({ name: text, url: address, avatar: address }, [])(value, asked);
  return isObject(value) && Object.keys(value).length === 0 ? [...faults, "JsonBlank"] : faults;
});
const attachment = objectOf(
  { url: address, mime_type: type, title: text, size_in_bytes: number, duration_in_seconds: number },
  ["url", "mime_type"],
);

const item: MemberCheck = (value, asked) => {
  if (!isObject(value)) return ["JsonType"];
  const { date_published: published, date_modified: modified } = value;
  const faults: Rule[] = [];
  if (!("content_html" in value) && !("content_text" in value)) faults.push("JsonContent");
  if ((published === undefined) !== (modified === undefined)) faults.push("JsonDates");
  if (String(modified) < String(published)) faults.push("JsonDates");
  return [...faults, ...itemMembers(value, asked)];
};
const itemMembers = objectOf(
  {
    id: text,
    url: address,
    external_url: address,
    title: text,
    content_html: anyText,
    content_text: anyText,
    summary: text,
    image: address,
    banner_image: address,
    date_published: date,
    date_modified: date,
    authors,
    tags: listOf(text),
    language: tag,
    attachments: listOf(attachment),
  },
  ["id"],
);

const feed = objectOf(
  {
    version: (value) => (value === "https://jsonfeed.org/version/1.1" ? [] : ["JsonVersion"]),
    title: text,
    home_page_url: address,
    feed_url: address,
    description: text,
    user_comment: text,
    next_url: address,
    icon: address,
    favicon: address,
    authors,
    language: tag,
    expired: (value) => (typeof value === "boolean" ? [] : ["JsonType"]),
    hubs: listOf(objectOf({ type: text, url: address }, ["type", "url"])),
    items: (value) => (Array.isArray(value) ? [] : ["JsonType"]),
  },
  ["version", "title", "home_page_url", "feed_url", "items"],
);

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined; // JSON.parse has no other way to say that it is none.
  }
}

/** All that is found in a document of JSON Feed. An archived one names the subscription document as its feed. */
export function jsonFindings(source: string, asked: Asked): readonly Finding[] {
  const value = parsed(source);
  if (!isObject(value)) return [{ rule: "NotJson", at: "" }];
  const items = Array.isArray(value.items) ? value.items : [];
  const ids = items.map((one) => (isObject(one) ? one.id : undefined));
  const own: Rule[] = [];
  if (new Set(ids).size < ids.length) own.push("JsonDuplicateId");
  if (value.feed_url !== asked.address.replace(/\/archive\/[^/]+\//, "/")) own.push("JsonSelf");
  if (value.next_url === asked.address || value.next_url === value.feed_url) own.push("JsonNextUrl");
  return [
    ...[...own, ...feed(value, asked)].map((rule) => ({ rule, at: "" })),
    ...items.flatMap((one, i) => item(one, asked).map((rule) => ({ rule, at: `items/${i}` }))),
  ];
}
