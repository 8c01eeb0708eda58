/** OPML 2.0. */
import { type ElementCheck, type Grammar, many, required, text } from "./grammar.ts";
import { html } from "./html.ts";
import type { Rule } from "./rules.ts";
import { language, oneOf, rssDate, uri } from "./values.ts";

const VERSIONS = ["RSS", "RSS1", "RSS2", "scriptingNews"];
const OF_SUBSCRIPTIONS = ["description", "htmlUrl", "language", "title", "version", "xmlUrl"];

const outlineChecks: ElementCheck = ({ attributes }) => {
  const faults: Rule[] = [];
  const isSubscription = attributes.type?.toLowerCase() === "rss";
  if (isSubscription && !attributes.xmlUrl) faults.push("MissingXmlURL");
  if (isSubscription && !attributes.title) faults.push("MissingTitleAttr");
  if (!attributes.type && OF_SUBSCRIPTIONS.some((name) => name in attributes))
    faults.push("MissingOutlineType");
  return faults;
};

const outline: Grammar = {
  attributes: {
    text: [html],
    title: [html],
    description: [html],
    type: [],
    version: [oneOf("InvalidOutlineVersion", VERSIONS)],
    xmlUrl: [uri],
    htmlUrl: [uri],
    url: [uri],
    language: [language],
    created: [rssDate],
    category: [],
  },
  checks: [required("text"), outlineChecks],
  get children() {
    return { outline };
  },
};

export const opml: Grammar = {
  attributes: { version: [oneOf("InvalidOPMLVersion", ["1.0", "1.1", "2.0"])] },
  needs: { head: "MissingElement", body: "MissingElement" },
  checks: [required("version")],
  children: {
    head: {
      once: "DuplicateElement",
      children: {
        title: { ...text(), checks: [({ text: value }) => html(value)] },
        dateCreated: text(rssDate),
        dateModified: text(rssDate),
        ownerName: text(),
        ownerEmail: text(),
        ownerId: text(uri),
      },
    },
    body: {
      once: "DuplicateElement",
      needs: { outline: "MissingElement" },
      children: { outline: many(outline) },
    },
  },
};
