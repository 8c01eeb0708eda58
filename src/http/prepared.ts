import type { CacheTimes } from "../articles/publication.ts";
import type { Content, Link } from "../feeds/envelope.ts";
import type { Coding } from "./compression.ts";
import type { Validators } from "./conditional.ts";

/** Bytes and the headers that go with them. */
export interface Representation {
  readonly bytes: Uint8Array;
  readonly headers: Headers;
}

/** What a client gets that holds an earlier version: only what is new (RFC 3229). */
export type Delta = (etag: string) => Promise<Prepared | undefined>;

/** A content as it is sent. */
export interface Prepared extends Validators {
  readonly cache: CacheTimes;
  /** 226 where it is only what is new. */
  readonly status: 200 | 226;
  readonly delta?: Delta;
  /** Bytes of it without a coding. */
  readonly size: number;
  /** In a coding, or without: made once for each. */
  readonly represented: (coding: Coding | undefined) => Representation | Promise<Representation>;
  /** Those of a 304. */
  readonly headers: Headers;
  /** People who open the address get something else. */
  readonly isForPrograms: boolean;
}

/** What is said of a content, whatever its text. */
export type Told = Omit<Content, "text" | "since">;

/** Bytes in a coding, or without. */
export type Encode = (coding: Coding | undefined) => Uint8Array | Promise<Uint8Array>;

/** Bytes that it takes to keep, once it has been compressed. */
export const sizeOf = ({ size }: Prepared): number => size * 2;

const ANY_ORIGIN = { "access-control-allow-origin": "*" };
/** Browser readers may read these (Fetch §3.3.4). */
const EXPOSED = { "access-control-expose-headers": "ETag, IM, Last-Modified, Link" };
export const CROSS_ORIGIN = { ...ANY_ORIGIN, ...EXPOSED };

/** A content in full. `size`: bytes of it without a coding. */
export function preparedWhole(
  content: Told,
  etag: string,
  size: number,
  encode: Encode,
  times: CacheTimes,
): Prepared {
  const cache = content.maxAge === undefined ? times : { ...times, maxAge: content.maxAge };
  const headers = headersOf(content, etag, lifetime(cache));
  const more = { ...toldOnce(content), ...content.headers };
  return { ...preparedOf(content, etag, size, encode, headers, more), cache, status: 200 };
}

/** Of what it holds, what is new for a client. */
export function preparedDelta(
  content: Told,
  etag: string,
  size: number,
  encode: Encode,
  cache: CacheTimes,
): Prepared {
  const headers = headersOf(content, etag, {
    im: "feed",
    vary: variedBy("A-IM, If-None-Match, Accept-Encoding", content.vary),
    // Caches that do not know 226 must not take it for all that there is (RFC 3229 §10.8).
    "cache-control": `private, max-age=${cache.maxAge}`,
    "cloudflare-cdn-cache-control": "no-store",
  });
  return { ...preparedOf(content, etag, size, encode, headers, EXPOSED), cache, status: 226 };
}

/** Those that every answer carries, a 304 too. */
const headersOf = (
  { updated, links, vary }: Told,
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

/** RFC 8288 §3. */
const linkOf = ({ rel, href, type }: Link): string =>
  `<${new URL(href).href}>; rel="${rel}"${type ? `; type="${type}"` : ""}`;

/** What a client learns once, with the whole document, and need not be told at each poll: the siblings, and what it may read. */
const toldOnce = ({ links }: Told) => ({ ...linked(links), ...EXPOSED });

function preparedOf(
  { mediaType, updated, vary }: Told,
  etag: string,
  size: number,
  encode: Encode,
  headers: Headers,
  more: Readonly<Record<string, string>>,
): Omit<Prepared, "status" | "cache"> {
  const described = {
    "content-type": `${mediaType}; charset=utf-8`,
    "x-content-type-options": "nosniff",
    ...more,
  };
  return {
    etag,
    ...(updated !== undefined && { modified: Date.parse(updated) }),
    size,
    represented: representing(withHeaders(headers, described), encode),
    headers,
    isForPrograms: vary !== undefined,
  };
}

function representing(headers: Headers, encode: Encode): Prepared["represented"] {
  const known = new Map<Coding | undefined, Representation>();
  return (coding) => {
    const before = known.get(coding);
    if (before) return before;
    const kept = (bytes: Uint8Array): Representation => {
      const own = coding ? withHeaders(headers, { "content-encoding": coding }) : headers;
      const made = { bytes, headers: own };
      known.set(coding, made);
      return made;
    };
    const encoded = encode(coding);
    return encoded instanceof Promise ? encoded.then(kept) : kept(encoded);
  };
}

export function withHeaders(headers: Headers, more: Readonly<Record<string, string>>): Headers {
  const all = new Headers(headers);
  for (const [name, value] of Object.entries(more)) all.set(name, value);
  return all;
}

/**
 * How long an answer may be kept: by readers as `Cache-Control` says, by Cloudflare as its own header says, by both no longer
 * than `seconds`, while they ask anew (RFC 5861 §3) too: whoever polls once an hour would get what was there before once more.
 * Only where nobody can be asked (§4) is that better than nothing. Neither `s-maxage` nor `must-revalidate`: they would switch off stale-while-revalidate at the edge.
 */
export function lifetime(
  { maxAge, edgeMaxAge, staleWhileRevalidate, staleIfError }: CacheTimes,
  seconds = Number.POSITIVE_INFINITY,
): Readonly<Record<string, string>> {
  const kept = (age: number): string => {
    const fresh = Math.min(age, seconds);
    const stale = Math.min(staleWhileRevalidate, seconds - fresh);
    return `public, max-age=${fresh}, stale-while-revalidate=${stale}, stale-if-error=${staleIfError}`;
  };
  return { "cache-control": kept(maxAge), "cloudflare-cdn-cache-control": kept(edgeMaxAge) };
}
