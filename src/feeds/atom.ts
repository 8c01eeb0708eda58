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
  placedUri,
  publishersOf,
  styleOf,
  topicsOf,
  uriOf,
} from "./place.ts";
import { documentXml, elementXml, htmlElementXml, textElementXml } from "./xml.ts";

/** RFC 4287 §3.2. */
const personXml = (construct: string, { name, url, email }: Author) =>
  elementXml(
    construct,
    {},
    textElementXml("name", name) + textElementXml("uri", url && uriOf(url)) + textElementXml("email", email),
  );

const joined = (parts: readonly string[]) => parts.filter((xml) => xml !== "").join("\n");

/**
 * An article as an Atom `entry` (RFC 4287 §4.1.2). Written here, not by the `feed` package, whose entries have no
 * language and whose titles are HTML. An undated article carries the day on which the publication began.
 */
export function atomEntry(article: Article, place: Place): string {
  const { published, language, source, agencies, audio, title } = article;
  const contentHtml = bodyHtml(article, place);
  const contentXml = joined([
    textElementXml("id", article.id),
    textElementXml("title", title, { type: "text" }),
    textElementXml("updated", changeOf(article, place)),
    textElementXml("published", published),
    elementXml("link", {
      rel: "alternate",
      type: "text/html",
      hreflang: language,
      href: pageOf(article, place),
    }),
    source?.url ? elementXml("link", { rel: "via", href: uriOf(source.url) }) : "",
    audio
      ? elementXml("link", {
          rel: "enclosure",
          type: audio.type,
          length: String(audio.length),
          title: audio.title,
          href: placedUri(audio.url, place),
        })
      : "",
    ...creditedTo(article).map((author) => personXml("author", author)),
    ...agencies.map((name) => personXml("contributor", { name })),
    ...topicsOf(article, place).flatMap(({ id, title, mediatopic }) => [
      elementXml("category", { term: id, scheme: `${place.base}/topics/`, label: title }),
      mediatopic ? elementXml("category", { term: mediatopic, scheme: MEDIA_TOPICS, label: title }) : "",
    ]),
    // An entry says something (RFC 4287 §4.1.1.1).
    textElementXml("summary", article.summary || (contentHtml ? "" : title), { type: "text" }),
    htmlElementXml("content", contentHtml, { type: "html" }),
    source ? sourceXml(source, article, place) : "",
    imageXml(article, place),
  ]);
  return elementXml("entry", { "xml:lang": language }, `\n${contentXml}\n`);
}

/** The moment of an article's last change, whatever it is known to. */
const lastChange = ({ updated, published }: Article, { publication }: Place): string =>
  updated ?? published ?? publication.since;

/**
 * The same for `updated`, which is to tell entries apart: of one whose time of day nobody knows, a fraction of the day's first
 * second, always the same, so that a day's entries differ.
 */
function changeOf(article: Article, place: Place): string {
  const changed = lastChange(article, place);
  return changed.endsWith("T00:00:00Z") ? changed.replace("Z", `.${fractionOf(article.id)}Z`) : changed;
}

/** Six digits that follow from an id (FNV-1a). */
function fractionOf(id: string): string {
  let digest = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) digest = Math.imul(digest ^ id.charCodeAt(i), 0x01000193);
  return String((digest >>> 0) % 1_000_000).padStart(6, "0");
}

/** Where an entry comes from (RFC 4287 §4.2.11): a source is known by its name, and has the same id in every entry. */
function sourceXml({ name, url }: Source, article: Article, place: Place): string {
  const space = place.publication.id.replace("urn:uuid:", "");
  return elementXml(
    "source",
    {},
    [
      textElementXml("id", `urn:uuid:${v5(printable(`source ${name}`), space)}`),
      textElementXml("title", name, { type: "text" }),
      textElementXml("updated", lastChange(article, place)),
      url ? elementXml("link", { rel: "alternate", href: uriOf(url) }) : "",
    ].join(""),
  );
}

/** An article that was taken back (RFC 6721 §3): readers heed it only where it is not older than the entry that they have. */
const deletedXml = (article: Article, place: Place): string =>
  elementXml("at:deleted-entry", { ref: article.id, when: changeOf(article, place) });

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
    // Readers take any alternate for the page, some the first and some the last: siblings stand in the Link header alone.
    ...links
      .filter(({ rel }) => rel !== "alternate")
      .map(({ rel, href, type }) => elementXml("link", { rel, type, href })),
    ...publishersOf(place).map((author) => personXml("author", author)),
    textElementXml("rights", place.publication.copyright),
    textElementXml("generator", GENERATOR),
    textElementXml("icon", uriOf(place.publication.icon)),
    textElementXml("logo", uriOf(place.publication.logo)),
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
  return documentXml(feedXml, styleOf(place));
}
