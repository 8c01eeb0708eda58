import { hash } from "node:crypto";
import type { CacheTimes } from "../articles/publication.ts";
import type { Content } from "../feeds/envelope.ts";
import { boundedMemory, type Memory } from "../feeds/memory.ts";
import { isUnreadable } from "../feeds/unreadable.ts";
import { compress } from "./compression.ts";
import {
  type Delta,
  type Encode,
  type Prepared,
  preparedDelta,
  preparedWhole,
  sizeOf,
  type Told,
} from "./prepared.ts";

/** Deltas that were made, by the tags of the versions that they lead to and from, and by the date of the former; nothing where none could be. */
export type Deltas = Memory<{ readonly made?: Prepared }>;

/** Bytes of deltas that are kept, of all documents: any client can ask for more. */
const DELTA_MEMORY = 4_000_000;

export const deltaMemory = (): Deltas =>
  boundedMemory(DELTA_MEMORY, ({ made }) => 200 + (made ? sizeOf(made) : 0));

/**
 * Hashes what a content says, and makes the headers that every answer with it carries. `deployed`: when the Worker was, in
 * milliseconds; 0: not known.
 */
export function prepare(content: Content, times: CacheTimes, deployed: number, deltas: Deltas): Prepared {
  const { text, since, ...told } = modifiedBy(content, deployed);
  const made = prepareBytes(encoder.encode(text), told, times);
  return since ? { ...made, delta: deltaOf({ ...told, since }, made.etag, made.cache, deltas) } : made;
}

/** The same of a text in UTF-8, without deltas to it. */
export const prepareBytes = (bytes: Uint8Array, told: Told, times: CacheTimes): Prepared =>
  preparedWhole(told, tagOf(told, bytes), bytes.length, encoding(bytes), times);

/**
 * A content was last modified when it was deployed, if nothing in it was changed since: an article may be older than the day on
 * which it was added, and what was taken away tells no date.
 */
export const modifiedBy = <T extends Pick<Content, "updated">>(content: T, deployed: number): T =>
  deployed > 0 && content.updated !== undefined
    ? { ...content, updated: later(content.updated, deployed) }
    : content;

const later = (instant: string, moment: number): string =>
  Date.parse(instant) >= moment ? instant : `${new Date(moment).toISOString().slice(0, 19)}Z`;

/** Weak: the edge may recompress (RFC 9110 §8.8.3.3). */
export const tagOf = ({ state }: Pick<Content, "state">, bytes: Uint8Array): string =>
  `W/"${state ? `${state}.` : ""}${digestOf(bytes)}"`;

/** In one go: Node's objects that hash are streams, and cost more than all else of a short text. */
const digestOf = (bytes: Uint8Array): string => hash("sha256", bytes, "base64url").slice(0, DIGEST);

/** Of 66 bits: as many documents at one address as there are stars have mostly different ones. */
const DIGEST = 11;

const TAG = /^([0-9a-z]{1,8}\.[0-9a-z]{1,10})\.([\w-]{11})$/;

const encoder = new TextEncoder();

const encoding =
  (bytes: Uint8Array): Encode =>
  (coding) =>
    coding ? compress(bytes, coding, "least") : bytes;

/** How a document's deltas are made: each once, for all clients that hold the same version. The document's text is not kept for them. */
function deltaOf(
  content: Told & Required<Pick<Content, "since">>,
  etag: string,
  cache: CacheTimes,
  deltas: Deltas,
): Delta {
  const make = async (tag: string): Promise<{ readonly made?: Prepared }> => {
    const [, state = "", digest] = TAG.exec(tag) ?? [];
    const fresh = await content.since(state, (text) => digestOf(encoder.encode(text)) === digest);
    if (!fresh) return {};
    const bytes = encoder.encode(fresh.text);
    return { made: preparedDelta(content, etag, bytes.length, encoding(bytes), cache) };
  };
  return async (tag) => {
    // Nothing is kept of what cannot be a tag of ours: clients may send any text there, of any length.
    if (!TAG.test(tag)) return undefined;
    const key = `${etag} ${content.updated} ${tag}`; // The same document has another date at a desk.
    const known = deltas.known(key);
    if (known) return known.made;
    try {
      const made = await make(tag);
      return deltas.keep(key, () => made).made;
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      console.error(error);
      return undefined; // The whole document is at hand.
    }
  };
}
