import { type Context, Hono } from "hono";
import type { Article } from "../articles/article.ts";
import { newestChange } from "../articles/order.ts";
import type { Publication } from "../articles/publication.ts";
import type { Channel } from "../feeds/channels.ts";
import { addressOf } from "../feeds/documents.ts";
import { FORMAT_NAMES, FORMATS, type FormatName } from "../feeds/formats.ts";
import { OPML, opmlDocument } from "../feeds/opml.ts";
import type { Place } from "../feeds/place.ts";
import { answer, type Content, CROSS_ORIGIN, lifetime } from "./answer.ts";
import { type Edition, editions } from "./edition.ts";
import { formatFor } from "./negotiation.ts";
import { intended } from "./redirects.ts";

/** Pages for people, as HTML. */
export interface Pages {
  readonly channel: (
    channel: Channel,
    articles: readonly Article[],
    channels: readonly Channel[],
    place: Place,
  ) => string;
  readonly article: (article: Article, channels: readonly Channel[], place: Place) => string;
  /** What an address does not hold (404), or no longer (410); names the feeds there are. */
  readonly absent: (status: AbsentStatus, channels: readonly Channel[], place: Place) => string;
}

export type AbsentStatus = 404 | 410;

/** What the app publishes; `clock` tells the time in milliseconds. */
export interface Published {
  readonly publication: Publication;
  readonly articles: readonly Article[];
  readonly pages: Pages;
  readonly clock?: () => number;
}

const ALLOW = "GET, HEAD, OPTIONS";
/** Browsers may keep the answer to a preflight for a day (Fetch §4.8). */
const PREFLIGHT = {
  ...CROSS_ORIGIN,
  allow: ALLOW,
  "access-control-allow-methods": ALLOW,
  "access-control-allow-headers": "A-IM, If-Modified-Since, If-None-Match",
  "access-control-max-age": "86400",
};
/** What an address lacks today, it may have tomorrow. */
const ABSENT_SECONDS = 60;
const HTML = "text/html";
const FILES = new Map<string, FormatName>(FORMAT_NAMES.map((name) => [FORMATS[name].file, name]));
const FILE_PATTERN = [...FILES.keys()].map((file) => file.replace(".", "\\.")).join("|");

/** Whether a path has an answer of its own. */
function isThere({ channels, snapshot }: Edition, path: string): boolean {
  const slash = path.lastIndexOf("/");
  const [folder, file] = [path.slice(0, slash), path.slice(slash + 1)];
  if (channels.has(path)) return true;
  if (FILES.has(file) || file === "feed") return channels.has(folder);
  return (
    path === `/${OPML.file}` ||
    (folder === "/articles" && snapshot().articles.some(({ slug }) => slug === file))
  );
}

/** The whole of what is answered: feeds, their directory, pages, redirects; every other method or address with a reason. */
export function createApp({ publication, articles, pages, clock = Date.now }: Published): Hono {
  const editionOf = editions(publication, articles, clock);
  const edition = (c: Context) => editionOf(new URL(c.req.url).origin);

  const serve = (c: Context, on: Edition, make: () => Content): Response => {
    const seconds = on.seconds();
    return answer(c.req.raw, on.prepared(c.req.path, make), seconds);
  };

  const absent = (c: Context, status: AbsentStatus): Response => {
    const { channels, place } = edition(c);
    const headers = {
      "content-type": `${HTML}; charset=utf-8`,
      "x-content-type-options": "nosniff",
      "cache-control": `public, max-age=${ABSENT_SECONDS}`,
    };
    return c.body(pages.absent(status, [...channels.values()], place), status, {
      ...CROSS_ORIGIN,
      ...headers,
    });
  };

  const feed = (c: Context): Response => {
    const on = edition(c);
    const file = c.req.path.slice(c.req.path.lastIndexOf("/") + 1);
    const channel = on.channels.get(c.req.path.slice(0, -file.length - 1));
    const format = FILES.get(file);
    if (!channel || !format) return absent(c, 404);
    return serve(c, on, () => on.write(channel, format, on.snapshot().articles));
  };

  const negotiated = (c: Context): Response => {
    const { channels, place } = edition(c);
    const channel = channels.get(c.req.path.slice(0, -"/feed".length));
    if (!channel) return absent(c, 404);
    const headers = { ...CROSS_ORIGIN, ...lifetime(publication.cache), vary: "Accept" };
    return c.body(null, 307, { ...headers, location: addressOf(channel, formatFor(c), place.base) });
  };

  const channelPage = (c: Context): Response => {
    const on = edition(c);
    const channel = on.channels.get(c.req.path.replace(/\/$/, ""));
    if (!channel) return absent(c, 404);
    return serve(c, on, () => {
      const held = on.snapshot().articles.filter(channel.holds).slice(0, publication.entries);
      return page(pages.channel(channel, held, [...on.channels.values()], on.place), held);
    });
  };

  const articlePage = (c: Context): Response => {
    const on = edition(c);
    const { articles, withdrawn } = on.snapshot();
    const hasSlug = (article: Article) => article.slug === c.req.param("slug");
    const article = articles.find(hasSlug);
    if (!article) return absent(c, withdrawn.some(hasSlug) ? 410 : 404);
    return serve(c, on, () => page(pages.article(article, [...on.channels.values()], on.place), [article]));
  };

  const page = (html: string, told: readonly Article[]): Content => ({
    text: html,
    mediaType: HTML,
    updated: newestChange(told) ?? publication.since,
    links: [],
  });

  const directory = (c: Context): Response => {
    const on = edition(c);
    const make = () => ({
      text: opmlDocument([...on.channels.values()], on.place),
      mediaType: OPML.mediaType,
      updated: publication.since,
      links: [],
    });
    return serve(c, on, make);
  };

  const app = new Hono();
  app.get(`/:file{${FILE_PATTERN}}`, feed);
  app.get(`/topics/:topic/:file{${FILE_PATTERN}}`, feed);
  app.get("/feed", negotiated);
  app.get("/topics/:topic/feed", negotiated);
  app.get("/", channelPage);
  app.get("/topics/:topic", channelPage);
  app.get("/articles/:slug", articlePage);
  app.get(`/${OPML.file}`, directory);
  app.notFound((c) => {
    if (c.req.method === "OPTIONS") return c.body(null, 204, PREFLIGHT);
    if (c.req.method !== "GET" && c.req.method !== "HEAD")
      return c.text("This address answers GET and HEAD.\n", 405, { ...CROSS_ORIGIN, allow: ALLOW });
    const on = edition(c);
    const meant = intended(c.req.path);
    if (meant === undefined || !isThere(on, meant)) return absent(c, 404);
    return c.body(null, 308, {
      ...CROSS_ORIGIN,
      ...lifetime(publication.cache),
      location: on.place.base + encodeURI(meant),
    });
  });
  app.onError((error, c) => {
    console.error(error);
    return c.text("Something went wrong here. Please try again.\n", 500, {
      ...CROSS_ORIGIN,
      "cache-control": "no-store",
    });
  });
  return app;
}
