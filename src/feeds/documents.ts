import type { Article } from "../articles/article.ts";
import { newestChange } from "../articles/order.ts";
import type { Channel } from "./channels.ts";
import type { Content, Link } from "./envelope.ts";
import { FORMAT_NAMES, FORMATS, type FormatName } from "./formats.ts";
import { boundedMemory } from "./memory.ts";
import type { Place } from "./place.ts";

/** The address of a channel's document. */
export const addressOf = (channel: Channel, name: FormatName, base: string): string =>
  `${base}${channel.path}/${FORMATS[name].file}`;

/** The address of a channel's page. */
export const channelPageOf = (channel: Channel, base: string): string => `${base}${channel.path || "/"}`;

/** Characters of rendered entries that are kept: an entry is rendered once for each format, whatever documents hold it. */
const ENTRY_MEMORY = 4_000_000;

/** Writes documents for one place. */
export type DocumentWriter = (channel: Channel, format: FormatName, articles: readonly Article[]) => Content;

/** Makes a writer. The articles given to it are those that are published; it takes the channel's newest. */
export function documentWriter(place: Place): DocumentWriter {
  const rendered = boundedMemory<string>(ENTRY_MEMORY, (entry) => entry.length);
  return (channel, name, articles) => {
    const format = FORMATS[name];
    const held = articles.filter(channel.holds).slice(0, place.publication.entries);
    const updated = newestChange(held) ?? place.publication.since;
    const links = linksOf(channel, name, place);
    const envelope = { channel, place, updated, page: channelPageOf(channel, place.base), links };
    const entries = held.map((article) =>
      rendered.keep(`${name} ${article.updated} ${article.id}`, () => format.entry(article, place)),
    );
    return { text: format.document(envelope, entries), mediaType: format.mediaType, updated, links };
  };
}

function linksOf(channel: Channel, self: FormatName, { base, publication: { hub } }: Place): readonly Link[] {
  const formats = FORMAT_NAMES.map(
    (name): Link => ({
      rel: name === self ? "self" : "alternate",
      href: addressOf(channel, name, base),
      type: FORMATS[name].mediaType,
    }),
  );
  return hub ? [...formats, { rel: "hub", href: hub }] : formats;
}
