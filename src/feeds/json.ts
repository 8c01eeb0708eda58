import type { Article, Author } from "../articles/article.ts";
import { printable } from "../articles/characters.ts";
import type { Envelope } from "./envelope.ts";
import { EXTENSION } from "./extension.ts";
import { attachmentOf } from "./media.ts";
import {
  bodyHtml,
  creditedTo,
  type Place,
  pageOf,
  placedUri,
  publishersOf,
  topicsOf,
  uriOf,
} from "./place.ts";

/** JSON whose texts hold nothing that the other formats cannot; keys without a value are left out. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === "string" ? printable(part) : part));

/** JSON Feed 1.1 knows no e-mail address. */
const personOf = ({ name, url }: Author) => ({ name, url: url && uriOf(url) });

const unlessEmpty = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

/** An article as an item of JSON Feed 1.1 ("Items"); `_broadsheet` is described in README.md. */
export function jsonItem(article: Article, place: Place): string {
  return written({
    id: article.id,
    url: pageOf(article, place),
    external_url: article.source?.url && uriOf(article.source.url),
    title: article.title,
    content_html: bodyHtml(article, place),
    summary: article.summary || undefined,
    image: article.image && placedUri(article.image.url, place),
    date_published: article.published,
    date_modified: article.updated ?? article.published,
    authors: unlessEmpty(creditedTo(article).map(personOf)),
    tags: unlessEmpty(topicsOf(article, place).map(({ title }) => title)),
    language: article.language,
    attachments: article.audio && [attachmentOf(article.audio, place)],
    _broadsheet: extensionOf(article, place),
  });
}

/** Where it comes from, and what was beside it; nothing where nothing is known. */
function extensionOf(
  { source, agencies, initials, note, related }: Article,
  { base }: Place,
): object | undefined {
  const extension = {
    about: `${base}/${EXTENSION.file}`,
    source,
    agencies: unlessEmpty(agencies),
    initials,
    note,
    related: unlessEmpty(related),
  };
  return Object.values(extension).filter((value) => value !== undefined).length > 1 ? extension : undefined;
}

/** JSON Feed 1.1 ("Top-level"). Written here: the `feed` package writes version 1. */
export function jsonDocument(
  { channel, place, page, links }: Envelope,
  itemsJson: readonly string[],
): string {
  const head = written({
    version: "https://jsonfeed.org/version/1.1",
    title: channel.title,
    home_page_url: page,
    feed_url: (links.find(({ rel }) => rel === "current") ?? links.find(({ rel }) => rel === "self"))?.href,
    next_url: links.find(({ rel }) => rel === "prev-archive")?.href,
    description: channel.description,
    authors: publishersOf(place).map(personOf),
    language: channel.language,
    icon: uriOf(place.publication.icon) || undefined,
    hubs: unlessEmpty(
      links.filter(({ rel }) => rel === "hub").map(({ href }) => ({ type: "WebSub", url: href })),
    ),
  });
  return `${head.slice(0, -1)},"items":[\n${itemsJson.join(",\n")}\n]}\n`;
}
