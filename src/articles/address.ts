import { BASE } from "./article.ts";

/** Two hosts that nobody has (RFC 6761 §6.4): what follows the host on which it is read is the publication's own. */
const HERE = "https://here.invalid";
const THERE = "https://there.invalid";

/** Whether a text is an absolute address on the web. */
export const isAddress = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);

/** The absolute address that a reference in an article means: it begins at the page that this came from, else at its own. */
export const addressFrom = (source: string | undefined, reference: string): string | undefined =>
  source ? URL.parse(reference, source)?.href : addressOn("/articles/", reference);

/**
 * The absolute address that a reference means on a page of the publication's own, which has this path: with {@link BASE} in
 * place of the publication's address. Nothing where it is no address.
 */
export function addressOn(path: string, reference: string): string | undefined {
  const url = URL.parse(reference, HERE + path);
  if (!url || url.host === URL.parse(reference, THERE + path)?.host) return url?.href;
  return BASE + url.pathname + url.search + url.hash;
}
