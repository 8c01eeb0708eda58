import type { Publication } from "../articles/publication.ts";
import type { App } from "./app.ts";

/** What stands behind Cloudflare's cache in front of a Worker's entry: a service of this Worker itself. */
interface CachedEntry {
  readonly fetch: (request: Request) => Promise<Response>;
}

interface Bindings {
  /** `on` where the cached entry is to be used. */
  readonly EDGE_CACHE?: string;
}

interface Exports {
  readonly exports?: { readonly Cached?: CachedEntry };
}

/** Conditions and deltas are answered here: the cache knows only whole answers. */
const isPlain = ({ method, headers }: Request): boolean =>
  (method === "GET" || method === "HEAD") && !JUDGED.some((name) => headers.has(name));

const JUDGED = ["if-none-match", "if-modified-since", "if-match", "if-unmodified-since", "a-im", "range"];

/**
 * The answer of the entry that is cached, where there is one and the request is one that a cache can answer. Never where the
 * publication names no address: the cache knows answers by path and query and not by host, and would give one host's documents
 * and redirects to all others. What is stored may only answer for its own target URI (RFC 9111 §2, §4).
 */
export function fromEdge(
  request: Request,
  { url }: Pick<Publication, "url">,
  env: unknown,
  context: unknown,
): Promise<Response> | undefined {
  const { EDGE_CACHE } = (env ?? {}) as Bindings;
  const { exports } = (context ?? {}) as Exports;
  return EDGE_CACHE === "on" && url !== "" && exports?.Cached && isPlain(request)
    ? exports.Cached.fetch(request)
    : undefined;
}

const TAG = /\/(?:topics|languages|authors|sources)\/[^/]+/g;

/** The names by which an answer can be thrown out of the cache: each part of its channel, and its article. */
export function cacheTagsOf(path: string): string {
  const parts = path.match(TAG) ?? [];
  const article = /^\/articles\/[^/]+$/.exec(path) ?? [];
  return ["everything", ...parts.map((part) => part.slice(1)), ...article.map((part) => part.slice(1))].join(
    ",",
  );
}

/** The app as the cached entry serves it: each answer with its names. */
export async function cacheable(
  app: App,
  request: Request,
  env: unknown,
  context: unknown,
): Promise<Response> {
  const answer = await app.fetch(request, env as object, context as Parameters<App["fetch"]>[2]);
  const headers = new Headers(answer.headers);
  headers.set("cache-tag", cacheTagsOf(new URL(request.url).pathname));
  const { status, body } = answer;
  return new Response(body, {
    status,
    headers,
    ...(headers.has("content-encoding") && { encodeBody: "manual" }),
  });
}
