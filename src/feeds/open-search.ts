import type { Place } from "./place.ts";
import { documentXml, elementXml, textElementXml } from "./xml.ts";

export const OPEN_SEARCH = {
  file: "opensearch.xml",
  mediaType: "application/opensearchdescription+xml",
} as const;

/** OpenSearch 1.1 asks for no longer name. */
const SHORT = 16;

/** How a browser, or whoever else, searches here (OpenSearch 1.1): the page, and the same as feeds. */
export function openSearchDocument({ base, publication: { title } }: Place): string {
  const urlXml = (type: string, path: string) =>
    elementXml("Url", { type, method: "get", template: `${base}/search${path}?q={searchTerms}` });
  const contentXml = [
    textElementXml("ShortName", [...title].slice(0, SHORT).join("")),
    textElementXml("Description", title),
    textElementXml("InputEncoding", "UTF-8"),
    urlXml("text/html", ""),
    urlXml("application/rss+xml", "/rss.xml"),
    urlXml("application/atom+xml", "/atom.xml"),
  ].join("\n");
  return documentXml(
    elementXml(
      "OpenSearchDescription",
      { xmlns: "http://a9.com/-/spec/opensearch/1.1/" },
      `\n${contentXml}\n`,
    ),
  );
}
