import { type Context, type Handler, Hono } from "hono";
import type { Article } from "../articles/article.ts";
import type { Publication } from "../articles/publication.ts";
import { addressOf } from "../feeds/documents.ts";
import { answer, CROSS_ORIGIN, lifetime } from "./answer.ts";
import { ADDRESSES, type Finder, type Found } from "./contents.ts";
import { type Edition, editions } from "./edition.ts";
import { formatFor } from "./negotiation.ts";
import type { AbsentStatus, Pages } from "./pages.ts";
import { intended } from "./redirects.ts";
import { secondsUntil, shortcuts } from "./shortcut.ts";

/** What the app publishes; `clock` tells the time in milliseconds. */
export interface Published {
  readonly publication: Publication;
  readonly articles: readonly Article[];
  readonly pages: Pages;
  readonly clock?: () => number;
}

/** Answers requests: `fetch` as a Worker does, `request` by path, for tests. */
export type App = Pick<Hono, "fetch" | "request">;

const ALLOW = "GET, HEAD, OPTIONS";
/** Browsers may keep the answer to a preflight for a day (Fetch §4.8). */
const PREFLIGHT = {
  ...CROSS_ORIGIN,
  allow: ALLOW,
  "access-control-allow-methods": ALLOW,
  "access-control-allow-headers": "A-IM, If-Modified-Since, If-None-Match",
  "access-control-max-age": "86400",
};
const ABSENT = {
  ...CROSS_ORIGIN,
  "content-type": "text/html; charset=utf-8",
  "x-content-type-options": "nosniff",
};
const ABSENT_SECONDS = 60;

/** The whole of what is answered: feeds, their directory, pages, redirects; any other method or address with a reason. */
export function createApp({ publication, articles, pages, clock = Date.now }: Published): App {
  const editionOf = editions(publication, articles, clock);
  const edition = (c: Context) => editionOf(new URL(c.req.url).origin);
  const shortcut = shortcuts(clock);

  const absent = (c: Context, status: AbsentStatus): Response => {
    const { channels, place, snapshot } = edition(c);
    // What an address lacks now, it may have at the next moment that something appears.
    const seconds = Math.max(0, Math.min(ABSENT_SECONDS, secondsUntil(snapshot().until, clock)));
    const headers = { ...ABSENT, "cache-control": `public, max-age=${seconds}` };
    return c.body(pages.absent(status, [...channels.values()], place), status, headers);
  };

  const serve =
    (find: Finder): Handler =>
    (c) => {
      const on = edition(c);
      const found = find(on, c.req.path, pages);
      if (found.kind !== "content") return absent(c, found.kind === "withdrawn" ? 410 : 404);
      const { until } = on.snapshot();
      const prepared = on.prepared(c.req.path, found.write);
      if (!c.req.url.includes("?")) shortcut.remember(c.req.url, prepared, until);
      return answer(c.req.raw, prepared, Math.max(0, secondsUntil(until, clock)));
    };

  const negotiate: Handler = (c) => {
    const { channels, place } = edition(c);
    const channel = channels.get(c.req.path.slice(0, -"/feed".length));
    if (!channel) return absent(c, 404);
    const headers = { ...CROSS_ORIGIN, ...lifetime(publication.cache), vary: "Accept" };
    return c.body(null, 307, { ...headers, location: addressOf(channel, formatFor(c), place.base) });
  };

  const at = (on: Edition, path: string): Found["kind"] => {
    if (path.endsWith("/feed") && on.channels.has(path.slice(0, -"/feed".length))) return "content";
    const found = ADDRESSES.map(([, find]) => find(on, path, pages));
    return found.find(({ kind }) => kind !== "nothing")?.kind ?? "nothing";
  };

  const redirect = (c: Context): Response => {
    const on = edition(c);
    const meant = intended(c.req.path).find((path) => at(on, path) !== "nothing");
    if (meant === undefined) return absent(c, 404);
    if (at(on, meant) === "withdrawn") return absent(c, 410);
    const location = on.place.base + encodeURI(meant);
    return c.body(null, 308, { ...CROSS_ORIGIN, ...lifetime(publication.cache), location });
  };

  const app = new Hono();
  for (const [pattern, find] of ADDRESSES) app.get(pattern, serve(find));
  app.get("/feed", negotiate);
  app.get("/topics/:topic/feed", negotiate);
  app.notFound((c) => {
    if (c.req.method === "OPTIONS") return c.body(null, 204, PREFLIGHT);
    if (c.req.method === "GET" || c.req.method === "HEAD") return redirect(c);
    return c.text("This address answers GET and HEAD.\n", 405, { ...CROSS_ORIGIN, allow: ALLOW });
  });
  app.onError((error, c) => {
    console.error(error);
    const headers = { ...CROSS_ORIGIN, "cache-control": "no-store" };
    return c.text("Something went wrong here. Please try again.\n", 500, headers);
  });
  return {
    fetch: (request, env, context) => shortcut.answer(request) ?? app.fetch(request, env, context),
    request: app.request,
  };
}
