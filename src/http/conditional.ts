/** What a client's conditions are judged against. */
export interface Validators {
  /** Weak entity tag, `W/"…"`. */
  readonly etag: string;
  /** Milliseconds, of a whole second; absent where no date tells of every change. */
  readonly modified?: number;
}

/** The opaque part of a tag: comparison is weak (RFC 9110 §8.8.3.2). Proxies that recompress leave a suffix in it. */
const opaque = (tag: string): string =>
  tag
    .trim()
    .replace(/^W\//i, "")
    .replace(/^"|"$/g, "")
    .replace(/[-;:](?:gzip|br|zstd|df)$/, "");

/** A comma inside a quoted tag does not part the list; some clients leave the quotes out. */
const tagsIn = (list: string): readonly string[] => list.match(/(?:W\/)?"[^"]*"|[^\s,]+/gi) ?? [];

/** The opaque parts of the tags in a list. */
export const tagsOf = (list: string): readonly string[] => tagsIn(list).map(opaque);

/** The three forms of RFC 9110 §5.6.7; anything else is ignored (§13.1.3). */
const HTTP_DATE = /^\s*[A-Z][a-z]{2,8},? .+ (?:GMT|\d{4})\s*$/;

/**
 * Whether a GET or HEAD is answered by 304 (RFC 9110 §13.2.2): `If-None-Match` decides where it is present, and only
 * where it is not, `If-Modified-Since`. Clients invent dates for the latter, so any date not before the change will do.
 */
export function isNotModified(headers: Headers, { etag, modified }: Validators): boolean {
  const tags = headers.get("if-none-match");
  if (tags === etag) return true;
  if (tags !== null) return tags.trim() === "*" || tagsIn(tags).some((tag) => opaque(tag) === opaque(etag));
  const since = headers.get("if-modified-since");
  if (since === null || modified === undefined || !HTTP_DATE.test(since)) return false;
  const date = Date.parse(since);
  return !Number.isNaN(date) && date >= modified;
}
