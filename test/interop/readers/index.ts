import type { Reader } from "../reader.ts";
import { feedparser } from "./feedparser.ts";
import { feedsmith } from "./feedsmith.ts";
import { newsboat } from "./newsboat.ts";
import { rssParser } from "./rss-parser.ts";
import { sfeed } from "./sfeed.ts";

/** The readers, in the order of the table. */
export const READERS: readonly Reader[] = [newsboat, sfeed, feedparser, rssParser, feedsmith];
