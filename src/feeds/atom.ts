import { v5 } from "uuid";
import type { Article, Author, Source } from "../articles/article.ts";
import { printable } from "../articles/characters.ts";
import { type Envelope, GENERATOR } from "./envelope.ts";
import { imageXml } from "./media.ts";
import {
  bodyHtml,
  creditedTo,
  MEDIA_TOPICS,
  type Place,
  pageOf,
  placed,
  publishersOf,
  topicsOf,
} from "./place.ts";
import { elementXml, textElementXml } from "./xml.ts";

/** RFC 4287 §3.2. */
const personXml = (construct: string, { name, url, email }: Author) =>
  elementXml(
    construct,
    {},
    textElementXml("name", name) + textElementXml("uri", url) + textElementXml("email", email),
  );

const joined = (parts: readonly string[]) => parts.filter((xml) => xml !== "").join("\n");

/**
 * An article as an Atom `entry` (RFC 4287 §4.1.2). Written here, not by the `feed` package, whose entries have no
 * language and whose titles are HTML. An undated article carries the day on which the publication began.
 */
export function atomEntry(article: Article, place: Place): string {
  const { published, updated, language, source, agencies, audio } = article;
  const changed = updated ?? published ?? place.publication.since;
  const contentXml = joined([
    textElementXml("id", article.id),
    textElementXml("title", article.title, { type: "text" }),
    textElementXml("updated", changed),
    textElementXml("published", published),
    elementXml("link", {
      rel: "alternate",
      type: "text/html",
      hreflang: language,
      href: pageOf(article, place),
    }),
    source?.url ? elementXml("link", { rel: "via", href: source.url }) : "",
    audio
      ? elementXml("link", {
          rel: "enclosure",
          type: audio.type,
          length: String(audio.length),
          title: audio.title,
          href: placed(audio.url, place),
        })
      : "",
    ...creditedTo(article).map((author) => personXml("author", author)),
    ...agencies.map((name) => personXml("contributor", { name })),
    ...topicsOf(article, place).flatMap(({ id, title, mediatopic }) => [
      elementXml("category", { term: id, scheme: `${place.base}/topics/`, label: title }),
      mediatopic ? elementXml("category", { term: mediatopic, scheme: MEDIA_TOPICS, label: title }) : "",
    ]),
    textElementXml("summary", article.summary, { type: "text" }),
    textElementXml("content", bodyHtml(article, place), { type: "html" }),
    source ? sourceXml(source, changed, place) : "",
    imageXml(article, place),
  ]);
  return elementXml("entry", { "xml:lang": language }, `\n${contentXml}\n`);
}

/** Where an entry comes from (RFC 4287 §4.2.11): what is known of it is its name, and mostly an address. */
function sourceXml({ name, url }: Source, updated: string, { publication }: Place): string {
  const id = url ?? `urn:uuid:${v5(printable(`source ${name}`), publication.id.replace("urn:uuid:", ""))}`;
  return elementXml(
    "source",
    {},
    [
      textElementXml("id", id),
      textElementXml("title", name, { type: "text" }),
      textElementXml("updated", updated),
      url ? elementXml("link", { rel: "alternate", href: url }) : "",
    ].join(""),
  );
}

/** An article that was taken back (RFC 6721 §3). */
const deletedXml = ({ id, updated, published }: Article, { publication }: Place): string =>
  elementXml("at:deleted-entry", { ref: id, when: updated ?? published ?? publication.since });

const NAMESPACES = { xmlns: "http://www.w3.org/2005/Atom", "xmlns:media": "http://search.yahoo.com/mrss/" };
const HISTORY = { "xmlns:fh": "http://purl.org/syndication/history/1.0" };
const TOMBSTONES = { "xmlns:at": "http://purl.org/atompub/tombstones/1.0" };

/** Atom 1.0 (RFC 4287 §4.1.1). The feed names an author, so that every entry has one. */
export function atomDocument(
  { channel, place, updated, page, links, isArchive, withdrawn }: Envelope,
  entriesXml: readonly string[],
): string {
  const contentXml = joined([
    textElementXml("id", channel.id),
    textElementXml("title", channel.title, { type: "text" }),
    textElementXml("subtitle", channel.description, { type: "text" }),
    textElementXml("updated", updated),
    elementXml("link", { rel: "alternate", type: "text/html", href: page }),
    ...links.map(({ rel, href, type }) => elementXml("link", { rel, type, href })),
    ...publishersOf(place).map((author) => personXml("author", author)),
    textElementXml("rights", place.publication.copyright),
    textElementXml("generator", GENERATOR),
    textElementXml("icon", place.publication.icon),
    textElementXml("logo", place.publication.logo),
    isArchive ? elementXml("fh:archive", {}) : "",
    ...withdrawn.map((article) => deletedXml(article, place)),
    ...entriesXml,
  ]);
  const feedXml = elementXml(
    "feed",
    {
      ...NAMESPACES,
      ...(isArchive && HISTORY),
      ...(withdrawn.length > 0 && TOMBSTONES),
      "xml:lang": channel.language,
    },
    `\n${contentXml}\n`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${feedXml}\n`;
}
