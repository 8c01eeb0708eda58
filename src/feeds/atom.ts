import type { Article, Author } from "../articles/article.ts";
import { type Envelope, GENERATOR } from "./envelope.ts";
import { creditedTo, type Place, pageOf, placed, publishersOf, topicsOf } from "./place.ts";
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
  const { published, updated, language, source } = article;
  const contentXml = joined([
    textElementXml("id", article.id),
    textElementXml("title", article.title, { type: "text" }),
    textElementXml("updated", updated ?? published ?? place.publication.since),
    textElementXml("published", published),
    elementXml("link", {
      rel: "alternate",
      type: "text/html",
      hreflang: language,
      href: pageOf(article, place),
    }),
    source?.url ? elementXml("link", { rel: "via", href: source.url }) : "",
    ...creditedTo(article).map((author) => personXml("author", author)),
    ...topicsOf(article, place).map(({ id, title }) =>
      elementXml("category", { term: id, scheme: `${place.base}/topics/`, label: title }),
    ),
    textElementXml("summary", article.summary, { type: "text" }),
    textElementXml("content", placed(article.contentHtml, place), { type: "html" }),
  ]);
  return elementXml("entry", { "xml:lang": language }, `\n${contentXml}\n`);
}

/** Atom 1.0 (RFC 4287 §4.1.1). The feed names an author, so that every entry has one. */
export function atomDocument(
  { channel, place, updated, page, links }: Envelope,
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
    ...entriesXml,
  ]);
  const feedXml = elementXml(
    "feed",
    { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": channel.language },
    `\n${contentXml}\n`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${feedXml}\n`;
}
