import { CROSS_ORIGIN } from "./prepared.ts";

/** Cloudflare's rate-limit binding: counts by key, for each of its locations. */
export interface Limiter {
  readonly limit: (options: { readonly key: string }) => Promise<{ readonly success: boolean }>;
}

const FEED = /\.(?:xml|json)$/;

/** Whether a request asks for a whole feed though its client may hold it: it names no version that it has. */
export const isCareless = ({ method, url, headers }: Request): boolean =>
  method === "GET" &&
  !headers.has("if-none-match") &&
  !headers.has("if-modified-since") &&
  FEED.test(URL.parse(url)?.pathname ?? "");

/** One reader at one address: many may share an address of the network, so that alone names none. */
const keyOf = ({ url, headers }: Request): string =>
  [headers.get("cf-connecting-ip"), headers.get("user-agent"), URL.parse(url)?.pathname].join(" ");

/**
 * The refusal of a careless request that comes too often (RFC 6585 §4), where the limiter counts it so. `Retry-After` is in
 * seconds: many readers cannot read a date there.
 */
export async function refusal(
  request: Request,
  limiter: Limiter,
  seconds: number,
): Promise<Response | undefined> {
  if (!isCareless(request)) return undefined;
  const { success } = await limiter.limit({ key: keyOf(request) });
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
