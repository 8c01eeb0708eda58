import type { Article } from "../articles/article.ts";
import { newestChange } from "../articles/order.ts";
import { archivedLinksOf, archiveLink, channelPageOf, linksOf } from "./addresses.ts";
import { currentOf, shelve } from "./archive.ts";
import { articlesAt, digestOf, isChanged, isChangedSince, stateIn, stateOf, stateText } from "./changes.ts";
import type { Channel } from "./channels.ts";
import type { Content, Envelope } from "./envelope.ts";
import { ALL_FORMATS, type AnyFormat, FORMATS, type Format, type FormatName } from "./formats.ts";
import { boundedMemory } from "./memory.ts";
import { paceOf } from "./pace.ts";
import type { Place } from "./place.ts";

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

/** Renders entries, each once. */
type Renderer = (name: AnyFormat, articles: readonly Article[]) => readonly string[];

/** What documents of one place are written with. */
interface Desk {
  readonly place: Place;
  /** A digest of the place. */
  readonly settings: number;
  readonly render: Renderer;
}

export function documentWriter(place: Place): DocumentWriter {
  const rendered = boundedMemory<string>(ENTRY_MEMORY, (entry) => entry.length);
  const render: Renderer = (name, articles) => {
    const { entry }: Format = ALL_FORMATS[name];
    return articles.map((article) =>
      rendered.keep(`${name} ${article.updated} ${article.id}`, () => entry(article, place)),
    );
  };
  const desk: Desk = { place, settings: digestOf(JSON.stringify(place)), render };
  return {
    current: (channel, name, stock) => subscriptionOf(channel, name, stock, desk),
    archive: (channel, name, stock, archive) => archiveOf(channel, name, stock, archive, desk),
  };
}

/** A document with its envelope, and the entries that it holds. */
interface Written {
  readonly envelope: Envelope;
  readonly held: readonly Article[];
  readonly text: string;
}

function subscriptionOf(channel: Channel, name: AnyFormat, stock: Stock, desk: Desk): Content {
  const { place, settings, render } = desk;
  const format: Format = ALL_FORMATS[name];
  const { entries, cache } = place.publication;
  const links = linksOf(channel, name, place);
  const withdrawn = stock.withdrawn.filter(channel.holds).slice(0, entries);
  const own = stock.articles.filter(channel.holds);
  const articles = format.takes ? format.takes(own, channel) : own;
  const write = (some: readonly Article[]): Written => {
    const { current, archives } = shelve(some, entries);
    // What is found by a search may leave it again: it has no archive.
    const older = name in FORMATS && channel.kind !== "search" ? archives[0]?.name : undefined;
    const envelope = {
      ...envelopeOf(channel, place, current),
      links: [...links, ...archiveLink("prev-archive", channel, name, place, older)],
      isArchive: false,
      pace: paceOf(some, cache),
      withdrawn,
    };
    return { envelope, held: current, text: format.document(envelope, render(name, current)) };
  };
  const { envelope, held, text } = write(articles);
  const content: Content = {
    text,
    mediaType: format.mediaType,
    updated: envelope.updated,
    links,
    maxAge: envelope.pace,
  };
  const since: Content["since"] = (given, isHeld) => {
    const fresh = freshSince(given, articles, held, desk, (then) => isHeld(write(then).text));
    return fresh && { ...content, text: format.document(envelope, render(name, fresh)) };
  };
  return { ...content, state: stateText(stateOf(held, settings)), since };
}

/**
 * Of what a subscription document holds, what is new or changed since a state (RFC 3229, "feed"). Nothing in any doubt: where
 * no selection of the articles has the state, or where the document of that moment, written anew, is not the one that the
 * client holds. One that held what was changed since cannot be written anew; then the ids alone must do, and whatever was ever
 * changed is told again: it may have been published later than its date says.
 */
function freshSince(
  given: string,
  articles: readonly Article[],
  held: readonly Article[],
  { settings, place: { publication } }: Desk,
  isHeld: (then: readonly Article[]) => boolean,
): readonly Article[] | undefined {
  const state = stateIn(given);
  const { entries } = publication;
  const then = state && articlesAt(state, articles, settings, entries);
  if (!then) return undefined;
  const known = new Set(currentOf(then, entries).map(({ id }) => id));
  const isEdited = held.some((article) => known.has(article.id) && isChangedSince(state, article));
  if (!isEdited && !isHeld(then)) return undefined;
  const fresh = held.filter((article) => !known.has(article.id) || (isEdited && isChanged(article)));
  return fresh.length > 0 && fresh.length < held.length ? fresh : undefined;
}

function archiveOf(
  channel: Channel,
  name: FormatName,
  stock: Stock,
  archive: string,
  { place, render }: Desk,
): Content | undefined {
  const format: Format = FORMATS[name];
  const { archives } = shelve(stock.articles.filter(channel.holds), place.publication.entries);
  const at = archives.findIndex((one) => one.name === archive);
  const found = archives[at];
  if (!found) return undefined;
  const links = archivedLinksOf(channel, name, place, archive);
  // A full document names the next one before there is one, so that it need not change when there is.
  const newer = found.isFull ? String(Number(archive) + 1) : (archives[at - 1]?.name ?? "1");
  const envelope = {
    ...envelopeOf(channel, place, found.articles),
    links: [
      ...links,
      ...archiveLink("prev-archive", channel, name, place, archives[at + 1]?.name),
      ...archiveLink("next-archive", channel, name, place, newer),
    ],
    isArchive: true,
    pace: 0,
    withdrawn: [],
  };
  return {
    text: format.document(envelope, render(name, found.articles)),
    mediaType: format.mediaType,
    updated: envelope.updated,
    links: links.filter(({ rel }) => rel === "self"),
    ...(found.isFull && { isFinal: true }),
  };
}

const envelopeOf = (channel: Channel, place: Place, held: readonly Article[]) => ({
  channel,
  place,
  updated: newestChange(held) ?? place.publication.since,
  page: channelPageOf(channel, place.base),
});
