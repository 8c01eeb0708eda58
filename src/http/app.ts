import type { Context, Handler } from "hono";
import { Hono } from "hono/tiny";
import type { Article } from "../articles/article.ts";
import type { Publication } from "../articles/publication.ts";
import { addressOf } from "../feeds/addresses.ts";
import type { Channel } from "../feeds/channels.ts";
import { inMemory } from "../feeds/in-memory.ts";
import type { Library, OpenLibrary } from "../feeds/library.ts";
import { isUnreadable } from "../feeds/unreadable.ts";
import { answer } from "./answer.ts";
import { choiceAt, find, leadTo } from "./contents.ts";
import { baseOf, deployedAt, type Edition, editions } from "./edition.ts";
import { type Asked, FETCH_DESTINATION } from "./found.ts";
import { formatFor } from "./negotiation.ts";
import type { AbsentStatus, Pages } from "./pages.ts";
import { type Limiter, refusal } from "./politeness.ts";
import { CROSS_ORIGIN, lifetime, type Prepared } from "./prepared.ts";
import type { AtHand, FindReady } from "./ready.ts";
import { intended } from "./redirects.ts";
import { pageHeaders } from "./security.ts";
import { secondsUntil, shortcuts } from "./shortcut.ts";

/** What the app publishes; `clock` tells the time in milliseconds, `deployed` is when this was deployed, where it is known. */
export interface Published {
  readonly publication: Publication;
  /** All that is published, where no library is given. */
  readonly articles?: readonly Article[];
  /** What the build indexed of the articles; made of them where it is not given. */
  readonly searchIndex?: string;
  readonly library?: OpenLibrary;
  /** Documents that need not be written. */
  readonly ready?: FindReady;
  readonly pages: Pages;
  readonly clock?: () => number;
  readonly deployed?: number;
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
/** When to ask again for what could not be read. */
const RETRY_SECONDS = "60";
/** So many feeds an answer names that has nothing else to give. */
const NAMED = 100;

/** The rate limiter, where one is bound (wrangler.toml). */
const limiterIn = (env: unknown): Limiter | undefined =>
  (env as { readonly POLLS?: Limiter } | undefined)?.POLLS;

const askedIn = ({ req }: Context): Asked => ({
  path: req.path,
  query: (name) => req.query(name),
  isDocument: req.header(FETCH_DESTINATION) === "document",
});

/** The channels, for an answer that there is nothing: which is true, though the list of what there is cannot be read. */
const channelsIn = (library: Library): Promise<readonly Channel[]> =>
  library.channels().catch((error: unknown) => {
    if (!isUnreadable(error)) throw error;
    console.error(error);
    return [];
  });

/** The whole of what is answered: feeds, their directory, pages, redirects; any other method or address with a reason. */
export function createApp(published: Published): App {
  const { publication, articles = [], searchIndex, ready, pages, clock = Date.now, deployed = 0 } = published;
  const { library = inMemory(publication, articles, searchIndex) } = published;
  const editionOf = editions(publication, library, clock, deployed);
  const edition = (c: Context) => editionOf(new URL(c.req.url).origin);
  const shortcut = shortcuts(clock);

  const absent = async (c: Context, { place, library }: Edition, status: AbsentStatus): Promise<Response> => {
    const channels = (await channelsIn(library)).slice(0, NAMED);
    // What an address lacks now, it may have at the next moment that something appears.
    const seconds = Math.max(0, Math.min(ABSENT_SECONDS, secondsUntil(library.until, clock)));
    const headers = { ...ABSENT, ...pageHeaders(pages), "cache-control": `public, max-age=${seconds}` };
    return c.body(await pages.absent({ status, channels, place }), status, headers);
  };

  const moved = (
    c: Context,
    { library }: Edition,
    location: string,
    status: 307 | 308,
    vary?: string,
  ): Response => {
    // Where an address leads may change at the next moment that something appears: an archived document is opened.
    const seconds = Math.max(0, secondsUntil(library.until, clock));
    const headers = { ...CROSS_ORIGIN, ...lifetime(publication.cache, seconds), ...(vary && { vary }) };
    return c.body(null, status, { ...headers, location });
  };

  const serve: Handler = async (c) => {
    const atHand = await readyFor(c);
    return atHand ? sent(c, atHand.prepared, atHand.until, true) : written(c);
  };

  /** What was written ahead. People who open it get a page. */
  const readyFor = (c: Context): AtHand | Promise<AtHand> | undefined => {
    const { path, isDocument } = askedIn(c);
    if (!ready || isDocument) return undefined;
    const { origin } = new URL(c.req.url);
    const write = async (): Promise<Prepared> => {
      const on = await editionOf(origin);
      const found = await find(on, { path, isDocument, query: () => undefined }, pages);
      if (found.kind !== "content") throw new Error(`${path} is ready, but cannot be written`);
      return on.prepared(path, found.write);
    };
    const at = { base: baseOf(publication, origin), now: clock(), deployed: deployedAt(origin, deployed) };
    return ready(path, at, write);
  };

  const written = async (c: Context): Promise<Response> => {
    const on = await edition(c);
    const found = await find(on, askedIn(c), pages);
    if (found.kind === "moved") return moved(c, on, found.to, found.status);
    if (found.kind === "gone") return absent(c, on, 410);
    if (found.kind === "nothing") return (await negotiated(c, on)) ?? guessed(c, on);
    const prepared = await on.prepared(found.key ?? c.req.path, found.write);
    return sent(c, prepared, on.library.until, found.key === undefined);
  };

  const sent = (c: Context, prepared: Prepared, until: number, isByPath: boolean) => {
    if (isByPath && !c.req.url.includes("?")) shortcut.remember(c.req.url, prepared, until);
    return answer(c.req.raw, prepared, Math.max(0, secondsUntil(until, clock)));
  };

  /** `…/feed` chooses a format by what the client accepts. */
  const negotiated = async (c: Context, on: Edition): Promise<Response | undefined> => {
    const holding = await choiceAt(on, askedIn(c));
    return holding && moved(c, on, addressOf(holding.channel, formatFor(c), on.place.base), 307, "Accept");
  };

  /** What was meant by an address that has nothing. */
  const guessed = async (c: Context, on: Edition): Promise<Response> => {
    for (const path of intended(c.req.path)) {
      const found = await leadTo(on, { ...askedIn(c), path }, pages);
      if (found.kind === "gone") return absent(c, on, 410);
      if (found.kind === "moved") return moved(c, on, found.to, found.status);
    }
    return absent(c, on, 404);
  };

  const app = new Hono();
  app.get("*", serve);
  app.notFound((c) => {
    if (c.req.method === "OPTIONS") return c.body(null, 204, PREFLIGHT);
    return c.text("This address answers GET and HEAD.\n", 405, { ...CROSS_ORIGIN, allow: ALLOW });
  });
  app.onError((error, c) => {
    console.error(error);
    const headers = { ...CROSS_ORIGIN, "cache-control": "no-store" };
    if (isUnreadable(error))
      return c.text("This cannot be read just now. Please try again.\n", 503, {
        ...headers,
        "retry-after": RETRY_SECONDS,
      });
    return c.text("Something went wrong here. Please try again.\n", 500, headers);
  });
  const direct: App["fetch"] = (request, env, context) =>
    shortcut.answer(request) ?? app.fetch(request, env, context);
  return {
    fetch(request, env, context) {
      const limiter = limiterIn(env);
      if (!limiter) return direct(request, env, context);
      return refusal(request, limiter, publication.cache.maxAge).then(
        (refused) => refused ?? direct(request, env, context),
      );
    },
    request: app.request,
  };
}
