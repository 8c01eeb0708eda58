import type { Article } from "../articles/article.ts";
import { newestChange } from "../articles/order.ts";
import { archivedLinksOf, archiveLink, channelPageOf, linksOf } from "./addresses.ts";
import { type Archive, type Counts, countsOf, currentCount, newestArchive } from "./archive.ts";
import { articlesAt, isChanged, isChangedSince, settingsOf, stateIn, stateOf, stateText } from "./changes.ts";
import type { Channel } from "./channels.ts";
import type { Content, Envelope } from "./envelope.ts";
import { ALL_FORMATS, type AnyFormat, FORMATS, type Format, type FormatName, takenOf } from "./formats.ts";
import { boundedMemory, type Memory } from "./memory.ts";
import { LATEST, paceOf } from "./pace.ts";
import type { Place } from "./place.ts";

/** Characters of rendered entries that are kept. */
const ENTRY_MEMORY = 3_000_000;

/** Seconds that a reader may keep a full archived document: what is withdrawn, dated back or edited changes it. */
const A_DAY = 24 * 60 * 60;

/** Where rendered entries are kept: one is rendered once for each format and place, whatever documents hold it. */
export const entryMemory = (): Memory<string> => boundedMemory<string>(ENTRY_MEMORY, (entry) => entry.length);

/** A channel's articles, as far as its subscription document and the deltas to it tell of them. */
export interface Stock {
  /** Newest first, undated last: all there are, or the newest ({@link windowOf}). */
  readonly articles: readonly Article[];
  /** How many stand behind those. */
  readonly older: Counts;
  /** Those that were taken back. */
  readonly withdrawn: readonly Article[];
}

/** Articles of one moment that may have to be told apart, beside those of two documents: one as it is, and the oldest that shares an entry with it. */
const BESIDE = 20;

/** How many of the newest articles of a channel a stock holds at least, if there are as many. */
export const windowOf = (entries: number): number => 2 * entries + BESIDE;

/** And how many, if nothing is asked of it but the document. */
export const shownOf = (entries: number): number => Math.max(entries, LATEST);

/** Writes documents for one place. */
export interface DocumentWriter {
  /** A channel's subscription document. `stockAgain`: the same stock with what the deltas to it need, so that it need not be kept for them. */
  readonly current: (
    channel: Channel,
    format: AnyFormat,
    stock: Stock,
    stockAgain?: () => Promise<Stock>,
  ) => Content;
  /** One of its archived documents, of the articles that stand in it. */
  readonly archive: (
    channel: Channel,
    format: FormatName,
    archive: Archive,
    held: readonly Article[],
  ) => Content;
}

/** Renders entries, each once. */
type Renderer = (name: AnyFormat, articles: readonly Article[]) => readonly string[];

/** What documents of one place are written with. */
interface Desk {
  readonly place: Place;
  /** {@link settingsOf} the place. */
  readonly settings: number;
  readonly render: Renderer;
}

export function documentWriter(place: Place, rendered: Memory<string> = entryMemory()): DocumentWriter {
  const render: Renderer = (name, articles) => {
    const { entries }: Format = ALL_FORMATS[name];
    const keyed = articles.map((article) => ({
      article,
      key: `${name} ${place.base} ${article.updated} ${article.id}`,
    }));
    const known = keyed.map(({ key }) => rendered.known(key));
    const missing = keyed.filter((_, i) => known[i] === undefined);
    const made = entries(
      missing.map(({ article }) => article),
      place,
    );
    for (const [i, { key }] of missing.entries()) rendered.keep(key, () => made[i] ?? "");
    let next = 0;
    return known.map((entry) => entry ?? made[next++] ?? "");
  };
  const desk: Desk = { place, settings: settingsOf(place), render };
  return {
    current: (channel, name, stock, stockAgain = async () => stock) =>
      subscriptionOf(channel, name, stock, stockAgain, desk),
    archive: (channel, name, archive, held) => archiveOf(channel, name, archive, held, desk),
  };
}

/** A document with its envelope, and the entries that it holds. */
interface Written {
  readonly envelope: Envelope;
  readonly held: readonly Article[];
  readonly text: string;
}

/** What a subscription document in a format is written of: the articles that it takes, and how many stand behind those. */
type Taken = Pick<Stock, "articles" | "older">;

function subscriptionOf(
  channel: Channel,
  name: AnyFormat,
  stock: Stock,
  stockAgain: () => Promise<Stock>,
  desk: Desk,
): Content {
  const { place, settings, render } = desk;
  const format: Format = ALL_FORMATS[name];
  const { entries, cache } = place.publication;
  const links = linksOf(channel, name, place);
  const withdrawn = stock.withdrawn.slice(0, entries);
  const taken = ({ articles, older }: Stock): Taken => ({
    articles: takenOf(format, articles, channel),
    older,
  });
  const write = ({ articles, older: behind }: Taken): Written => {
    const counts = countsOf(articles, behind);
    const current = articles.slice(0, currentCount(counts, entries));
    // What is found by a search may leave it again: it has no archive.
    const older = name in FORMATS && channel.kind !== "search" ? newestArchive(counts, entries) : undefined;
    const envelope = {
      ...envelopeOf(channel, place, [...current, ...withdrawn]),
      links: [...links, ...archiveLink("prev-archive", channel, name, place, older)],
      isArchive: false,
      pace: paceOf(articles, cache),
      withdrawn,
    };
    return { envelope, held: current, text: format.document(envelope, render(name, current)) };
  };
  const { envelope, held, text } = write(taken(stock));
  const content = { mediaType: format.mediaType, updated: envelope.updated, links, maxAge: envelope.pace };
  const since: Content["since"] = async (given, isHeld) => {
    const all = taken(await stockAgain());
    const now = all.articles.slice(0, currentCount(countsOf(all.articles, all.older), entries));
    const fresh = freshSince(given, all, now, desk, (articles) => isHeld(write({ ...all, articles }).text));
    return fresh && { ...content, text: format.document(envelope, render(name, fresh)) };
  };
  return { ...content, text, state: stateText(stateOf(held, settings)), since };
}

/**
 * Of what a subscription document holds, what is new or changed since a state (RFC 3229, "feed"). Nothing in any doubt: where
 * no selection of the articles has the state, or where the document of that moment, written anew, is not the one that the
 * client holds. One that held what was changed since cannot be written anew; then the ids alone must do, and whatever was ever
 * changed is told again: it may have been published later than its date says.
 */
function freshSince(
  given: string,
  { articles, older }: Taken,
  held: readonly Article[],
  { settings, place: { publication } }: Desk,
  isHeld: (then: readonly Article[]) => boolean,
): readonly Article[] | undefined {
  const state = stateIn(given);
  const { entries } = publication;
  const then = state && articlesAt(state, articles, settings, entries, older);
  if (!then) return undefined;
  const room = currentCount(countsOf(then, older), entries);
  const known = new Set(then.slice(0, room).map(({ id }) => id));
  const isEdited = held.some((article) => known.has(article.id) && isChangedSince(state, article));
  if (!isEdited && !isHeld(then)) return undefined;
  const fresh = held.filter((article) => !known.has(article.id) || (isEdited && isChanged(article)));
  return fresh.length > 0 && fresh.length < held.length ? fresh : undefined;
}

function archiveOf(
  channel: Channel,
  name: FormatName,
  { name: archive, isFull, older, newer }: Archive,
  held: readonly Article[],
  { place, render }: Desk,
): Content {
  const format: Format = FORMATS[name];
  const links = archivedLinksOf(channel, name, place, archive);
  const envelope = {
    ...envelopeOf(channel, place, held),
    links: [
      ...links,
      ...archiveLink("prev-archive", channel, name, place, older),
      ...archiveLink("next-archive", channel, name, place, newer),
    ],
    isArchive: true,
    pace: 0,
    withdrawn: [],
  };
  return {
    text: format.document(envelope, render(name, held)),
    mediaType: format.mediaType,
    updated: envelope.updated,
    links: links.filter(({ rel }) => rel === "self"),
    ...(isFull && { maxAge: A_DAY }),
  };
}

/** `told`: the articles that a document tells of. */
const envelopeOf = (channel: Channel, place: Place, told: readonly Article[]) => ({
  channel,
  place,
  updated: newestChange(told) ?? place.publication.since,
  page: channelPageOf(channel, place.base),
});
