import type { Reader } from "../reader.ts";
import { feedparser } from "./feedparser.ts";
import { feedsmith } from "./feedsmith.ts";
import { gofeed } from "./gofeed.ts";
import { liferea } from "./liferea.ts";
import { newsboat } from "./newsboat.ts";
import { rssParser } from "./rss-parser.ts";
import { sfeed } from "./sfeed.ts";
import { thunderbird } from "./thunderbird.ts";
import { xmlFeed } from "./xml-feed.ts";

/** The readers, in the order of the table. */
export const READERS: readonly Reader[] = [
  newsboat,
  liferea,
  thunderbird,
  sfeed,
  feedparser,
  xmlFeed,
  gofeed,
  rssParser,
  feedsmith,
];
