import { addressOf, channelPageOf } from "./addresses.ts";
import type { Channel } from "./channels.ts";
import type { Place } from "./place.ts";
import { elementXml, textElementXml } from "./xml.ts";

export const OPML = { file: "feeds.opml", mediaType: "text/x-opml" } as const;

/** OPML 2.0 of channels, to import into a reader; each by its Atom document, as readers know that best after RSS and it says most. */
export function opmlDocument(channels: readonly Channel[], { publication, base }: Place): string {
  const outlinesXml = channels.map((channel) =>
    elementXml("outline", {
      type: "rss", // Of every feed, whatever its format (OPML 2.0, "Subscription lists").
      text: channel.title,
      title: channel.title,
      description: channel.description,
      language: channel.language,
      xmlUrl: addressOf(channel, "atom", base),
      htmlUrl: channelPageOf(channel, base),
    }),
  );
  const headXml = elementXml("head", {}, textElementXml("title", publication.title));
  return `<?xml version="1.0" encoding="utf-8"?>\n${elementXml("opml", { version: "2.0" }, `\n${headXml}\n${elementXml("body", {}, `\n${outlinesXml.join("\n")}\n`)}\n`)}\n`;
}
