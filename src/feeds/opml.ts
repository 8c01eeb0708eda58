import { addressOf, channelPageOf } from "./addresses.ts";
import type { Channel } from "./channels.ts";
import type { Place } from "./place.ts";
import { documentXml, elementXml, textElementXml } from "./xml.ts";

export const OPML = { file: "feeds.opml", mediaType: "text/x-opml" } as const;

/**
 * OPML 2.0 of channels, grouped by their kind, to import into a reader; each by its Atom document, as readers know that best
 * after RSS and it says most.
 */
export function opmlDocument(channels: readonly Channel[], { publication, base }: Place): string {
  const outlineXml = (channel: Channel) =>
    elementXml("outline", {
      type: "rss", // Of every feed, whatever its format (OPML 2.0, "Subscription lists").
      text: channel.title,
      title: channel.title,
      description: channel.description,
      language: channel.language,
      xmlUrl: addressOf(channel, "atom", base),
      htmlUrl: channelPageOf(channel, base),
    });
  const groupsXml = [...Map.groupBy(channels, ({ kind }) => kind)].map(([kind, some]) => {
    const outlinesXml = some.map(outlineXml).join("\n");
    return kind === "everything" ? outlinesXml : elementXml("outline", { text: kind }, `\n${outlinesXml}\n`);
  });
  const headXml = elementXml("head", {}, textElementXml("title", publication.title));
  const bodyXml = elementXml("body", {}, `\n${groupsXml.join("\n")}\n`);
  return documentXml(elementXml("opml", { version: "2.0" }, `\n${headXml}\n${bodyXml}\n`));
}
