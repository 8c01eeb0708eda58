import type { Article } from "../articles/article.ts";
import { newestChange } from "../articles/order.ts";
import { type Counts, datedIn, roomFor } from "./archive.ts";
import type { Place } from "./place.ts";

/**
 * What a subscription document held when it was sent, in a few characters that a client gives back: the moment of its newest
 * change, and a sum of digests of the ids that it held, and of all else that entries are written by (`settings`). Nothing need
 * be kept to understand it later.
 */
export interface State {
  /** Seconds since 1970. */
  readonly moment: number;
  /** Of 48 bits. */
  readonly sum: number;
}

const MODULUS = 2 ** 48;
const RADIX = 36;

export function stateOf(held: readonly Article[], settings: number): State {
  const newest = newestChange(held);
  return { moment: newest ? Date.parse(newest) / 1000 : 0, sum: sumOf(held, settings) };
}

export const stateText = ({ moment, sum }: State): string =>
  `${moment.toString(RADIX)}.${sum.toString(RADIX)}`;

/** The state that a text says; nothing where it says none. */
export function stateIn(text: string): State | undefined {
  const [, moment, sum] = /^([0-9a-z]{1,8})\.([0-9a-z]{1,10})$/.exec(text) ?? [];
  if (!moment || !sum) return undefined;
  const state = { moment: Number.parseInt(moment, RADIX), sum: Number.parseInt(sum, RADIX) };
  return state.sum < MODULUS ? state : undefined;
}

/** A digest of all that entries of one place are written by, beside the articles: a sum, so that another base is a difference. */
export const settingsOf = ({ publication, base }: Place): number =>
  (digestOf(JSON.stringify(publication)) + digestOf(base)) % MODULUS;

/** A state where the same is published under another base. */
export function stateUnder(base: string, before: string, text: string): string {
  const state = stateIn(text);
  if (!state) return text;
  const sum = (state.sum - digestOf(before) + digestOf(base) + MODULUS) % MODULUS;
  return stateText({ ...state, sum });
}

const sumOf = (articles: readonly Article[], start: number): number =>
  articles.reduce((sum, { id }) => (sum + digestOf(id)) % MODULUS, start);

/** Of 48 bits. FNV-1a, of 32 bits from the front and 16 from the back: ids are hashes mostly, and this spreads any others. */
export function digestOf(text: string): number {
  let [front, back] = [0x811c9dc5, 0x811c9dc5];
  for (let i = 0; i < text.length; i++) {
    front = Math.imul(front ^ text.charCodeAt(i), 0x01000193);
    back = Math.imul(back ^ text.charCodeAt(text.length - 1 - i), 0x01000193);
  }
  return (front >>> 0) * 2 ** 16 + ((back ^ (back >>> 16)) & 0xffff);
}

const secondsOf = (instant: string | undefined): number =>
  instant === undefined ? Number.NEGATIVE_INFINITY : Date.parse(instant) / 1000;

/** Articles of the same moment may have been published one after another: so many of them are tried in every combination. */
const TIES = 8;

/**
 * The articles of a channel (newest first) as they must have been for its subscription document, of so many entries at most,
 * to have this state: those up to its moment, without some of that very moment. Nothing where no such selection has the state:
 * something was added with an earlier date, or taken away. `older`: how many stand behind the articles.
 */
export function articlesAt(
  { moment, sum }: State,
  articles: readonly Article[],
  settings: number,
  entries: number,
  older: Counts,
): readonly Article[] | undefined {
  const newest = `${new Date(moment * 1000).toISOString().slice(0, 19)}Z`;
  const start = articles.findIndex(({ published = "" }) => published <= newest);
  if (start < 0) return undefined;
  const ties = articles.slice(start, start + TIES).filter(({ published }) => published === newest);
  const before = articles.slice(start + ties.length);
  const [dated, sums] = [datedIn(before) + older.dated, sumsOf(before.slice(0, entries), settings)];
  for (let choice = 0; choice < 2 ** ties.length; choice++) {
    const some = ties.filter((_, i) => !(choice & (1 << i)));
    const room = roomFor(some.length + dated, entries);
    const held = some.slice(0, room);
    if (sumOf(held, sums[Math.min(room - held.length, sums.length - 1)] ?? 0) === sum)
      return [...some, ...before];
  }
  return undefined;
}

/** The sums of the first so many: of none, of one, and so on. */
function sumsOf(articles: readonly Article[], settings: number): readonly number[] {
  const sums = [settings];
  for (const article of articles) sums.push(sumOf([article], sums.at(-1) ?? settings));
  return sums;
}

/** Whether an article was certainly changed after the moment. */
export const isChangedSince = ({ moment }: State, { updated }: Article): boolean =>
  secondsOf(updated) > moment;

/** Whether an article was changed since it was published, as far as it says. */
export const isChanged = ({ published, updated }: Article): boolean =>
  updated !== undefined && updated !== published;
