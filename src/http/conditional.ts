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
  const date = dateIn(headers.get("if-modified-since"));
  return date !== undefined && modified !== undefined && date >= modified;
}

/**
 * Whether a GET or HEAD is answered by 412 (RFC 9110 §13.2.2, steps 1 and 2). `If-Match` compares strongly (§13.1.1): a weak
 * tag is never the same as another.
 */
export function isFailed(headers: Headers, { modified }: Validators): boolean {
  const tags = headers.get("if-match");
  if (tags !== null) return tags.trim() !== "*";
  const date = dateIn(headers.get("if-unmodified-since"));
  return date !== undefined && modified !== undefined && date < modified;
}

function dateIn(text: string | null): number | undefined {
  if (text === null || !HTTP_DATE.test(text)) return undefined;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : date;
}
