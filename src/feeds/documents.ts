import type { Article } from "../articles/article.ts";
import { newestChange } from "../articles/order.ts";
import { archiveSize, shelve } from "./archive.ts";
import { articlesAt, isChangedSince, stateIn, stateOf, stateText } from "./changes.ts";
import type { Channel } from "./channels.ts";
import type { Content, Envelope, Link } from "./envelope.ts";
import { ALL_FORMATS, type AnyFormat, FORMAT_NAMES, FORMATS, type Format, type FormatName } from "./formats.ts";
import { boundedMemory } from "./memory.ts";
import { paceOf } from "./pace.ts";
import type { Place } from "./place.ts";

/** The address of a channel's document. */
export const addressOf = (channel: Channel, name: AnyFormat, base: string): string =>
  `${base}${channel.path}/${ALL_FORMATS[name].file}`;

/** The address of one of a channel's archived documents. */
export const archiveAddressOf = (channel: Channel, name: AnyFormat, base: string, archive: string): string =>
  `${base}${channel.path}/archive/${archive}/${ALL_FORMATS[name].file}`;

/** The address of a channel's page. */
export const channelPageOf = (channel: Channel, base: string): string => `${base}${channel.path || "/"}`;

/** Characters of rendered entries that are kept: an entry is rendered once for each format, whatever documents hold it. */
const ENTRY_MEMORY = 4_000_000;

/** All that is published, newest first, and what was withdrawn. */
export interface Stock {
  readonly articles: readonly Article[];
  readonly withdrawn: readonly Article[];
}

/** Writes documents for one place. */
export interface DocumentWriter {
  /** A channel's subscription document. */
  readonly current: (channel: Channel, format: AnyFormat, stock: Stock) => Content;
  /** One of its archived documents; nothing where there is none of this name. */
  readonly archive: (channel: Channel, format: FormatName, stock: Stock, name: string) => Content | undefined;
}

export function documentWriter(place: Place): DocumentWriter {
  const { entries, since, cache } = place.publication;
  const rendered = boundedMemory<string>(ENTRY_MEMORY, (entry) => entry.length);

  const entriesOf = (name: AnyFormat, articles: readonly Article[]) => {
    const { entry }: Format = ALL_FORMATS[name];
    return articles.map((article) =>
      rendered.keep(`${name} ${article.updated} ${article.id}`, () => entry(article, place)),
    );
  };

  const envelopeOf = (
    channel: Channel,
    articles: readonly Article[],
    links: readonly Link[],
    more: Pick<Envelope, "isArchive" | "pace" | "withdrawn">,
  ): Envelope => ({
    channel,
    place,
    updated: newestChange(articles) ?? since,
    page: channelPageOf(channel, place.base),
    links,
    hasAudio: articles.some(({ audio }) => audio !== undefined),
    ...more,
  });

  const current: DocumentWriter["current"] = (channel, name, stock) => {
    const format: Format = ALL_FORMATS[name];
    const takes = (articles: readonly Article[]) => (format.takes ? format.takes(articles, channel) : articles);
    const withdrawn = stock.withdrawn.filter(channel.holds).slice(0, entries);
    const write = (held: readonly Article[]) => {
      const shelves = shelve(held, entries);
      const [older] = name in FORMATS ? shelves.archives : [];
      const links = [...linksOf(channel, name, place), ...olderLink(channel, name, place, older?.name)];
      const pace = paceOf(held, cache);
      const envelope = envelopeOf(channel, shelves.current, links, { isArchive: false, pace, withdrawn });
      return { shelf: shelves.current, envelope, text: format.document(envelope, entriesOf(name, shelves.current)) };
    };
    const held = takes(stock.articles.filter(channel.holds));
    const { shelf, envelope, text } = write(held);
    const content: Content = {
      text,
      mediaType: format.mediaType,
      updated: envelope.updated,
      links: linksOf(channel, name, place),
      maxAge: envelope.pace,
    };
    const since: Content["since"] = (given, isHeld) => {
      const state = stateIn(given);
      const then = state && articlesAt(state, held, (articles) => shelve(articles, entries).current);
      if (!state || !then) return undefined;
      const known = new Set(shelve(then, entries).current.map(({ id }) => id));
      const isEdited = shelf.some((article) => known.has(article.id) && isChangedSince(state, article));
      // What was changed since was another text then, which nobody has any more; all else must be as the client has it.
      if (!isEdited && !isHeld(write(then).text)) return undefined;
      const fresh = shelf.filter((article) => !known.has(article.id) || isChangedSince(state, article));
      if (fresh.length === 0 || fresh.length === shelf.length) return undefined;
      return { ...content, text: format.document(envelope, entriesOf(name, fresh)) };
    };
    return { ...content, state: stateText(stateOf(shelf)), since };
  };

  const archive: DocumentWriter["archive"] = (channel, name, stock, archiveName) => {
    const format: Format = FORMATS[name];
    const held = stock.articles.filter(channel.holds);
    const { archives } = shelve(held, entries);
    const at = archives.findIndex((one) => one.name === archiveName);
    const one = archives[at];
    if (!one) return undefined;
    const self = archiveAddressOf(channel, name, place.base, one.name);
    const own = FORMAT_NAMES.map(
      (other): Link => ({
        rel: other === name ? "self" : "alternate",
        href: archiveAddressOf(channel, other, place.base, one.name),
        type: FORMATS[other].mediaType,
      }),
    );
    const newer = archives[at - 1];
    const links: readonly Link[] = [
      ...own,
      { rel: "current", href: addressOf(channel, name, place.base), type: format.mediaType },
      ...olderLink(channel, name, place, archives[at + 1]?.name),
      ...(newer
        ? [{ rel: "next-archive" as const, href: archiveAddressOf(channel, name, place.base, newer.name), type: format.mediaType }]
        : []),
    ];
    const pace = paceOf(held, cache);
    const envelope = envelopeOf(channel, one.articles, links, { isArchive: true, pace, withdrawn: [] });
    return {
      text: format.document(envelope, entriesOf(name, one.articles)),
      mediaType: format.mediaType,
      updated: envelope.updated,
      links: own.filter(({ href }) => href === self),
      ...(one.isFull && isSettled(archives, at) && { isFinal: true as const }),
    };
  };

  return { current, archive };
}

/** The newest archived document has no next one yet: it changes once more, when there is one. */
const isSettled = (archives: readonly unknown[], at: number): boolean => at > 0 && archives.length > 0;

function olderLink(channel: Channel, name: AnyFormat, { base }: Place, older: string | undefined): readonly Link[] {
  const { mediaType } = ALL_FORMATS[name];
  return older === undefined
    ? []
    : [{ rel: "prev-archive", href: archiveAddressOf(channel, name, base, older), type: mediaType }];
}

function linksOf(channel: Channel, self: AnyFormat, { base, publication: { hub } }: Place): readonly Link[] {
  const formats = FORMAT_NAMES.map(
    (name): Link => ({
      rel: name === self ? "self" : "alternate",
      href: addressOf(channel, name, base),
      type: FORMATS[name].mediaType,
    }),
  );
  const own: readonly Link[] =
    self in FORMATS
      ? formats
      : [{ rel: "self", href: addressOf(channel, self, base), type: ALL_FORMATS[self].mediaType }, ...formats];
  return hub ? [...own, { rel: "hub", href: hub }] : own;
}

export { archiveSize };
