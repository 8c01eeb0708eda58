import { createHash } from "node:crypto";
import type { CacheTimes } from "../articles/publication.ts";
import type { Content, Link } from "../feeds/envelope.ts";
import { type Coding, codingFor, compress } from "./compression.ts";
import { isNotModified, type Validators } from "./conditional.ts";

/** Bytes and the headers that go with them. */
interface Representation {
  readonly bytes: Uint8Array;
  readonly headers: Headers;
}

/** A content made ready: hashed and encoded once, compressed once for each coding. */
export interface Prepared extends Validators {
  readonly cache: CacheTimes;
  readonly plain: Representation;
  readonly encoded: Partial<Record<Coding, Representation>>;
  /** Those of a 304. */
  readonly headers: Headers;
}

/** Browser readers may read these (Fetch §3.3.4). */
export const CROSS_ORIGIN = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, Last-Modified, Link",
};

/** Hashes what the content says, and makes the headers that every answer with it carries. */
export function prepare({ text, mediaType, updated, links }: Content, cache: CacheTimes): Prepared {
  const bytes = new TextEncoder().encode(text);
  const modified = updated === undefined ? undefined : Date.parse(updated);
  // Weak: the edge may recompress (RFC 9110 §8.8.3.3).
  const etag = `W/"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  const headers = new Headers({
    etag,
    ...(modified !== undefined && { "last-modified": new Date(modified).toUTCString() }),
    vary: "Accept-Encoding",
    ...(links.length > 0 && { link: links.map(linkOf).join(", ") }),
    ...CROSS_ORIGIN,
    ...lifetime(cache),
  });
  const described = { "content-type": `${mediaType}; charset=utf-8`, "x-content-type-options": "nosniff" };
  return {
    etag,
    ...(modified !== undefined && { modified }),
    cache,
    plain: { bytes, headers: withHeaders(headers, described) },
    encoded: {},
    headers,
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

/** Answers a GET or HEAD, with 304 where the client has what there is. `seconds`: until there may be more to tell. */
export function answer(request: Request, prepared: Prepared, seconds: number): Response {
  const { cache } = prepared;
  const timely = (headers: Headers) =>
    seconds < Math.max(cache.maxAge, cache.edgeMaxAge)
      ? withHeaders(headers, lifetime(cache, seconds))
      : headers;
  if (isNotModified(request.headers, prepared))
    return new Response(null, { status: 304, headers: timely(prepared.headers) });
  const coding = codingFor(request, prepared.plain.bytes.length);
  if (!coding) return new Response(prepared.plain.bytes, { headers: timely(prepared.plain.headers) });
  const { bytes, headers } = encodedAs(coding, prepared);
  return new Response(bytes, { headers: timely(headers), encodeBody: "manual" });
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
