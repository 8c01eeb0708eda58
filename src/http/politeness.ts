import { ALL_FORMATS } from "../feeds/formats.ts";
import { queryIn, SEARCH_PATH } from "../feeds/search.ts";
import { CROSS_ORIGIN } from "./prepared.ts";

/** Cloudflare's rate-limit binding: counts by key, for each of its locations. */
export interface Limiter {
  readonly limit: (options: { readonly key: string }) => Promise<{ readonly success: boolean }>;
}

const FILES = new Set(Object.values(ALL_FORMATS).map(({ file }): string => file));

/** Whether a request may be for a whole feed that its client holds: it names no version that it has. */
const isUnconditional = ({ method, headers }: Request): boolean =>
  method === "GET" && !headers.has("if-none-match") && !headers.has("if-modified-since");

/**
 * The feed that a URL names: its path, and what is searched for, as far as it is looked at. No other parameter makes another
 * feed of it. Nothing where it names none, but a sitemap, say.
 */
function feedOf(url: string): string | undefined {
  const { pathname = "", searchParams } = URL.parse(url) ?? {};
  if (!FILES.has(pathname.slice(pathname.lastIndexOf("/") + 1))) return undefined;
  if (!pathname.startsWith(`${SEARCH_PATH}/`)) return pathname;
  return `${pathname}?q=${queryIn(searchParams?.get("q") ?? "")}`;
}

/** One reader at one address: many may share an address of the network, so that alone names none. */
const keyOf = ({ headers }: Request, feed: string): string =>
  [headers.get("cf-connecting-ip"), headers.get("user-agent"), feed].join(" ");

/**
 * The refusal of a careless request that comes too often (RFC 6585 §4), where the limiter counts it so. `Retry-After` is in
 * seconds: many readers cannot read a date there.
 */
export async function refusal(
  request: Request,
  limiter: Limiter,
  seconds: number,
): Promise<Response | undefined> {
  const feed = isUnconditional(request) ? feedOf(request.url) : undefined;
  if (feed === undefined) return undefined;
  const { success } = await limiter.limit({ key: keyOf(request, feed) });
  if (success) return undefined;
  const headers = {
    ...CROSS_ORIGIN,
    "retry-after": String(seconds),
    "cache-control": "no-store",
    "content-type": "text/plain; charset=utf-8",
  };
  const reason =
    "Too many requests for the whole feed. Send If-None-Match or If-Modified-Since with what you have.\n";
  return new Response(reason, { status: 429, headers });
}
