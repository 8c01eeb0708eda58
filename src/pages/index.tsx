import type { Child } from "hono/jsx";
import type { Pages } from "../http/pages.ts";
import { AbsentPage } from "./absent.tsx";
import { ArticlePage } from "./article.tsx";
import { ChannelPage } from "./channel.tsx";

const written = (page: Child): string => `<!doctype html>\n${String(page)}\n`;

/** The pages for people. */
export const pages: Pages = {
  channel: (channel, articles, channels, place) =>
    written(<ChannelPage {...{ channel, articles, channels, place }} />),
  article: (article, channels, place) => written(<ArticlePage {...{ article, channels, place }} />),
  absent: (status, channels, place) => written(<AbsentPage {...{ status, channels, place }} />),
};
