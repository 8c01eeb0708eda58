import { printable } from "../articles/characters.ts";
import type { Channel } from "./channels.ts";
import type { Link } from "./envelope.ts";
import { ALL_FORMATS, type AnyFormat, FORMAT_NAMES, FORMATS, type FormatName } from "./formats.ts";
import { type Place, uriOf } from "./place.ts";
import { type Kind, segmentOf } from "./traits.ts";

/** The address of a channel's subscription document. */
export const addressOf = (channel: Channel, name: AnyFormat, base: string): string =>
  `${base}${channel.path}/${ALL_FORMATS[name].file}${channel.query ?? ""}`;

/** The address of one of a channel's archived documents. */
export const archiveAddressOf = (channel: Channel, name: AnyFormat, base: string, archive: string): string =>
  `${base}${channel.path}/archive/${archive}/${ALL_FORMATS[name].file}`;

/** The address of a channel's page, or of one of those behind it: the second holds the articles after the newest. */
export function channelPageOf(
  { path, query = "" }: Pick<Channel, "path" | "query">,
  base: string,
  page = 1,
): string {
  const address = `${base}${path || "/"}${query}`;
  return page === 1 ? address : `${address}${query ? "&" : "?"}page=${page}`;
}

/** The document itself, the channel in the other formats, and the hub. */
export function linksOf(
  channel: Channel,
  self: AnyFormat,
  { base, publication: { hub } }: Place,
): readonly Link[] {
  const formats = FORMAT_NAMES.map((name) =>
    linkTo(name === self ? "self" : "alternate", channel, name, base),
  );
  const own = self in FORMATS ? formats : [linkTo("self", channel, self, base), ...formats];
  return hub ? [...own, { rel: "hub", href: uriOf(hub) }] : own;
}

const linkTo = (rel: Link["rel"], channel: Channel, name: AnyFormat, base: string): Link => ({
  rel,
  href: addressOf(channel, name, base),
  type: ALL_FORMATS[name].mediaType,
});

/** A link to an archived document (RFC 5005 §4); none where there is none. */
export function archiveLink(
  rel: "prev-archive" | "next-archive",
  channel: Channel,
  name: AnyFormat,
  { base }: Place,
  archive: string | undefined,
): readonly Link[] {
  if (archive === undefined) return [];
  return [{ rel, href: archiveAddressOf(channel, name, base, archive), type: ALL_FORMATS[name].mediaType }];
}

/** The links of an archived document: itself, the channel's subscription document, and its siblings in the other formats. */
export function archivedLinksOf(
  channel: Channel,
  self: FormatName,
  { base }: Place,
  archive: string,
): readonly Link[] {
  const siblings = FORMAT_NAMES.map(
    (name): Link => ({
      rel: name === self ? "self" : "alternate",
      href: archiveAddressOf(channel, name, base, archive),
      type: FORMATS[name].mediaType,
    }),
  );
  return [...siblings, linkTo("current", channel, self, base)];
}

/** The address of the page of an author or a source by its name; nothing where no address can be made of the name. */
export const authorPageOf = (name: string, base: string): string | undefined =>
  namedPageOf("authors", name, base);
export const sourcePageOf = (name: string, base: string): string | undefined =>
  namedPageOf("sources", name, base);

function namedPageOf(kind: Kind, name: string, base: string): string | undefined {
  const segment = segmentOf(name);
  return segment === "" ? undefined : `${base}/${kind}/${encodeURIComponent(segment)}`;
}

/** The address of a topic's page. */
export const topicPageOf = (id: string, base: string): string =>
  `${base}/topics/${encodeURIComponent(printable(id))}`;
