import * as v from "valibot";
import { type Entry, FILES, type FormatName, secondsOf } from "./reader.ts";

/** A document that readers subscribe to, and what it must tell them. */
export interface Feed {
  readonly path: string;
  readonly format: FormatName;
  readonly entries: readonly Entry[];
}

const JSON_FEED = v.object({
  version: v.literal("https://jsonfeed.org/version/1.1"),
  items: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      date_published: v.optional(v.string()),
      date_modified: v.optional(v.string()),
      content_html: v.string(),
    }),
  ),
});

/** Every channel that the OPML names, in every format; our own JSON Feed says what each must tell. */
export async function feedsAt(base: string): Promise<readonly Feed[]> {
  const opml = await textAt(`${base}/feeds.opml`);
  const channels = [...opml.matchAll(/xmlUrl="([^"]*)\/atom\.xml"/g)].map(([, url = ""]) => pathOf(url));
  const feeds = await Promise.all(channels.map((channel) => feedsOf(base, channel)));
  const all = feeds.flat();
  if (all.every(({ entries }) => entries.length === 0))
    throw new Error("expected entries; found none in any feed");
  return all;
}

async function feedsOf(base: string, channel: string): Promise<readonly Feed[]> {
  const { items } = v.parse(JSON_FEED, JSON.parse(await textAt(`${base}${channel}/${FILES.json}`)));
  const entries = items.map((item) => ({
    id: item.id,
    title: item.title,
    published: secondsOf(item.date_published),
    updated: secondsOf(item.date_modified),
    bodyHtml: item.content_html,
  }));
  const formats = Object.keys(FILES) as FormatName[];
  return formats.map((format) => ({ path: `${channel}/${FILES[format]}`, format, entries }));
}

/** The OPML may name the publication's own address, where nothing is published yet. */
const pathOf = (url: string): string => new URL(url).pathname.replace(/\/$/, "");

async function textAt(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: expected 200; found ${answer.status}`);
  return answer.text();
}
