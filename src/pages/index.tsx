import type { HtmlEscapedString } from "hono/utils/html";
import type { Pages } from "../http/pages.ts";
import { AbsentPage } from "./absent.tsx";
import { ArticlePage } from "./article.tsx";
import { ChannelPage } from "./channel.tsx";
import { feedCss } from "./feed-style.ts";
import { iconSvg } from "./icon.ts";
import { scriptJs } from "./script.ts";
import { SearchPage } from "./search.tsx";
import { styleCss } from "./style.ts";
import { SubscribePage } from "./subscribe.tsx";

const written = async (page: HtmlEscapedString | Promise<HtmlEscapedString>): Promise<string> =>
  `<!doctype html>\n${await page.toString()}\n`;

/** The pages for people. */
export const pages: Pages = {
  channel: (view) => written(<ChannelPage {...view} />),
  article: (view) => written(<ArticlePage {...view} />),
  search: (view) => written(<SearchPage {...view} />),
  subscribe: (view) => written(<SubscribePage {...view} />),
  absent: (view) => written(<AbsentPage {...view} />),
  styleCss,
  scriptJs,
  feedCss,
  iconSvg,
};
