import { codingFor } from "./accepted-coding.ts";
import { isFailed, isNotModified, tagsOf } from "./conditional.ts";
import {
  CROSS_ORIGIN,
  type Delta,
  lifetime,
  type Prepared,
  type Representation,
  withHeaders,
} from "./prepared.ts";

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
  if (seconds >= Math.max(cache.maxAge, cache.edgeMaxAge) + cache.staleWhileRevalidate) return headers;
  return status === 226
    ? withHeaders(headers, { "cache-control": `private, max-age=${Math.min(cache.maxAge, seconds)}` })
    : withHeaders(headers, lifetime(cache, seconds));
}

function sent(request: Request, prepared: Prepared, seconds: number): Response | Promise<Response> {
  const { status, size } = prepared;
  const coding = codingFor(request, size);
  const send = ({ bytes, headers }: Representation): Response => {
    const init = { status, headers: believable(request, timely(headers, prepared, seconds), prepared) };
    return coding ? new Response(bytes, { ...init, encodeBody: "manual" }) : new Response(bytes, init);
  };
  const made = prepared.represented(coding);
  return made instanceof Promise ? made.then(send) : send(made);
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
