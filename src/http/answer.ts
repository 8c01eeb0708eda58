import { hash } from "node:crypto";
import type { CacheTimes } from "../articles/publication.ts";
import type { Content, Link } from "../feeds/envelope.ts";
import { boundedMemory, type Memory } from "../feeds/memory.ts";
import { isUnreadable } from "../feeds/unreadable.ts";
import { type Coding, codingFor, compress } from "./compression.ts";
import { isFailed, isNotModified, tagsOf, type Validators } from "./conditional.ts";

/** Bytes and the headers that go with them. */
interface Representation {
  readonly bytes: Uint8Array;
  readonly headers: Headers;
}

/** What a client gets that holds an earlier version: only what is new (RFC 3229). */
type Delta = (etag: string) => Promise<Prepared | undefined>;

/** A content made ready: hashed and encoded once, compressed once for each coding. */
export interface Prepared extends Validators {
  readonly cache: CacheTimes;
  /** 226 where it is only what is new. */
  readonly status: 200 | 226;
  readonly delta?: Delta;
  readonly plain: Representation;
  readonly encoded: Partial<Record<Coding, Representation>>;
  /** Those of a 304. */
  readonly headers: Headers;
  /** People who open the address get something else. */
  readonly isForPrograms: boolean;
}

/** Deltas that were made, by the tags of the versions that they lead to and from; nothing where none could be. */
export type Deltas = Memory<{ readonly made?: Prepared }>;

/** Bytes of deltas that are kept, of all documents: any client can ask for more. */
const DELTA_MEMORY = 4_000_000;

export const deltaMemory = (): Deltas =>
  boundedMemory(DELTA_MEMORY, ({ made }) => 200 + (made ? sizeOf(made) : 0));

const ANY_ORIGIN = { "access-control-allow-origin": "*" };
/** Browser readers may read these (Fetch §3.3.4). */
const EXPOSED = { "access-control-expose-headers": "ETag, IM, Last-Modified, Link" };
export const CROSS_ORIGIN = { ...ANY_ORIGIN, ...EXPOSED };

/**
 * Hashes what the content says, and makes the headers that every answer with it carries. It was last modified when it was
 * `deployed` (milliseconds; 0: not known), if nothing in it was changed since: an article may be older than the day on which
 * it was added, and what was taken away tells no date.
 */
export function prepare(told: Content, times: CacheTimes, deployed: number, deltas: Deltas): Prepared {
  const content =
    deployed > 0 && told.updated !== undefined ? { ...told, updated: later(told.updated, deployed) } : told;
  const bytes = encoder.encode(content.text);
  const digest = digestOf(bytes);
  const cache = content.maxAge === undefined ? times : { ...times, maxAge: content.maxAge };
  // Weak: the edge may recompress (RFC 9110 §8.8.3.3).
  const etag = `W/"${content.state ? `${content.state}.` : ""}${digest}"`;
  const headers = headersOf(content, etag, content.isFinal ? FOREVER : lifetime(cache));
  return {
    ...preparedOf(content, bytes, etag, headers, cache, { ...toldOnce(content), ...content.headers }),
    status: 200,
    ...deltaOf(content, etag, cache, deltas),
  };
}

const encoder = new TextEncoder();

const later = (instant: string, moment: number): string =>
  Date.parse(instant) >= moment ? instant : `${new Date(moment).toISOString().slice(0, 19)}Z`;

/** In one go: Node's objects that hash are streams, and cost more than all else of a short text. */
const digestOf = (bytes: Uint8Array): string => hash("sha256", bytes, "base64url").slice(0, DIGEST);

/** Of 66 bits: as many documents at one address as there are stars have mostly different ones. */
const DIGEST = 11;

/** RFC 8246: not even asked for again. */
const FOREVER = { "cache-control": "public, max-age=31536000, immutable" };

/** Those that every answer carries, a 304 too. */
const headersOf = (
  { updated, links, vary }: Omit<Content, "text">,
  etag: string,
  more: Readonly<Record<string, string>>,
): Headers => {
  const needed = links.filter(({ rel }) => rel !== "alternate");
  return new Headers({
    etag,
    ...(updated !== undefined && { "last-modified": new Date(updated).toUTCString() }),
    vary: variedBy("Accept-Encoding", vary),
    ...linked(needed),
    ...ANY_ORIGIN,
    ...more,
  });
};

const variedBy = (headers: string, more: string | undefined): string =>
  more ? `${headers}, ${more}` : headers;

const linked = (links: readonly Link[]) => (links.length > 0 ? { link: links.map(linkOf).join(", ") } : {});

/** What a client learns once, with the whole document, and need not be told at each poll: the siblings, and what it may read. */
const toldOnce = ({ links }: Content) => ({ ...linked(links), ...EXPOSED });

function preparedOf(
  { mediaType, updated, vary }: Omit<Content, "text">,
  bytes: Uint8Array,
  etag: string,
  headers: Headers,
  cache: CacheTimes,
  more: Readonly<Record<string, string>>,
): Omit<Prepared, "status"> {
  const described = {
    "content-type": `${mediaType}; charset=utf-8`,
    "x-content-type-options": "nosniff",
    ...more,
  };
  return {
    etag,
    ...(updated !== undefined && { modified: Date.parse(updated) }),
    cache,
    plain: { bytes, headers: withHeaders(headers, described) },
    encoded: {},
    headers,
    isForPrograms: vary !== undefined,
  };
}

const TAG = /^([0-9a-z]{1,8}\.[0-9a-z]{1,10})\.([\w-]{11})$/;

/** How a document's deltas are made: each once, for all clients that hold the same version. The document's text is not kept for them. */
function deltaOf(
  { text: _, since, ...content }: Content,
  etag: string,
  cache: CacheTimes,
  deltas: Deltas,
): { readonly delta?: Delta } {
  if (!since) return {};
  const make = async (tag: string): Promise<{ readonly made?: Prepared }> => {
    const [, state = "", digest] = TAG.exec(tag) ?? [];
    const fresh = await since(state, (text) => digestOf(encoder.encode(text)) === digest);
    if (!fresh) return {};
    const headers = headersOf(content, etag, {
      im: "feed",
      vary: variedBy("A-IM, If-None-Match, Accept-Encoding", content.vary),
      // Caches that do not know 226 must not take it for all that there is (RFC 3229 §10.8).
      "cache-control": `private, max-age=${cache.maxAge}`,
      "cloudflare-cdn-cache-control": "no-store",
    });
    const bytes = encoder.encode(fresh.text);
    return { made: { ...preparedOf(content, bytes, etag, headers, cache, EXPOSED), status: 226 } };
  };
  return {
    async delta(tag) {
      // Nothing is kept of what cannot be a tag of ours: clients may send any text there, of any length.
      if (!TAG.test(tag)) return undefined;
      const key = `${etag} ${tag}`;
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
    },
  };
}

/** RFC 8288 §3. */
const linkOf = ({ rel, href, type }: Link): string =>
  `<${new URL(href).href}>; rel="${rel}"${type ? `; type="${type}"` : ""}`;

function withHeaders(headers: Headers, more: Readonly<Record<string, string>>): Headers {
  const all = new Headers(headers);
  for (const [name, value] of Object.entries(more)) all.set(name, value);
  return all;
}

/**
 * How long an answer may be kept: by readers as `Cache-Control` says, by Cloudflare as its own header says, by both no longer
 * than `seconds`. Neither `s-maxage` nor `must-revalidate`: they would switch off stale-while-revalidate at the edge.
 */
export function lifetime(
  { maxAge, edgeMaxAge, staleWhileRevalidate, staleIfError }: CacheTimes,
  seconds = Number.POSITIVE_INFINITY,
): Readonly<Record<string, string>> {
  const stale = `stale-while-revalidate=${staleWhileRevalidate}, stale-if-error=${staleIfError}`;
  return {
    "cache-control": `public, max-age=${Math.min(maxAge, seconds)}, ${stale}`,
    "cloudflare-cdn-cache-control": `public, max-age=${Math.min(edgeMaxAge, seconds)}, ${stale}`,
  };
}

/** No cache may take it for what is there. */
const FAILED = { ...CROSS_ORIGIN, "cache-control": "no-store" };

/** Answers a GET or HEAD, with 304 where the client has what there is. `seconds`: until there may be more to tell. */
export function answer(request: Request, prepared: Prepared, seconds: number): Response | Promise<Response> {
  if (isFailed(request.headers, prepared)) return new Response(null, { status: 412, headers: FAILED });
  if (isNotModified(request.headers, prepared))
    return new Response(null, { status: 304, headers: timely(prepared.headers, prepared, seconds) });
  const delta = asDelta(request, prepared);
  return delta
    ? delta.then((made) => sent(request, made ?? prepared, seconds))
    : sent(request, prepared, seconds);
}

/** Headers that promise no more than the moment at which there may be more to tell. */
function timely(headers: Headers, { cache, status }: Prepared, seconds: number): Headers {
  if (seconds >= Math.max(cache.maxAge, cache.edgeMaxAge)) return headers;
  if (headers.get("cache-control") === FOREVER["cache-control"]) return headers;
  return status === 226
    ? withHeaders(headers, { "cache-control": `private, max-age=${Math.min(cache.maxAge, seconds)}` })
    : withHeaders(headers, lifetime(cache, seconds));
}

function sent(request: Request, prepared: Prepared, seconds: number): Response {
  const { status } = prepared;
  const coding = codingFor(request, prepared.plain.bytes.length);
  const { bytes, headers } = coding ? encodedAs(coding, prepared) : prepared.plain;
  const init = { status, headers: believable(request, timely(headers, prepared, seconds), prepared) };
  return coding ? new Response(bytes, { ...init, encodeBody: "manual" }) : new Response(bytes, init);
}

/**
 * No date where the client asks by a later one: what it has not got yet is dated before that, as an article is that names a
 * day alone. `curl -z`, by which sfeed fetches, throws away an answer whose date is not after the one that it sent.
 */
function believable({ headers: asked }: Request, headers: Headers, { modified }: Prepared): Headers {
  const since = modified === undefined ? null : asked.get("if-modified-since");
  if (since === null || modified === undefined || !(Date.parse(since) >= modified)) return headers;
  const undated = new Headers(headers);
  undated.delete("last-modified");
  return undated;
}

/** `A-IM` names it, and does not refuse it (RFC 3229 §10.5.3). */
const WANTS_FEED = /(?:^|,)\s*feed\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+\s*)?(?:,|$)/i;

/** What is new, for a client that asks for that and holds a version that this publisher gave it. */
function asDelta({ method, headers }: Request, { delta }: Prepared): ReturnType<Delta> | undefined {
  const manipulations = delta && method === "GET" ? headers.get("a-im") : null;
  if (!delta || !manipulations || !WANTS_FEED.test(manipulations)) return undefined;
  const tags = tagsOf(headers.get("if-none-match") ?? "");
  return tags.length === 1 && tags[0] !== undefined ? delta(tags[0]) : undefined;
}

function encodedAs(coding: Coding, { plain, encoded }: Prepared): Representation {
  const made = encoded[coding] ?? {
    bytes: compress(plain.bytes, coding),
    headers: withHeaders(plain.headers, { "content-encoding": coding }),
  };
  encoded[coding] = made;
  return made;
}

/** Bytes that it takes to keep, once it has been compressed. */
export const sizeOf = ({ plain }: Prepared): number => plain.bytes.length * 2;
