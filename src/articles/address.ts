import { BASE } from "./article.ts";

/** Two hosts that nobody has (RFC 6761 §6.4): what follows the host on which it is read is the publication's own. */
const HERE = "https://here.invalid";
const THERE = "https://there.invalid";

/** Whether a text is an absolute address on the web. */
export const isAddress = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);

/** Whether an address names a user: no header may (RFC 9110 §4.2.4), and whoever reads it would have the password. */
export const namesUser = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && (url.username !== "" || url.password !== "");
};

/** Whether a text is an absolute address on the web that everybody may see. */
export const isPublicAddress = (text: string): boolean => isAddress(text) && !namesUser(text);

/** What was expected of an address that is none, or that would tell a password to everybody. */
export const addressAsked =
  (expected: string) =>
  ({ input }: { readonly input: string }): string =>
    namesUser(input) ? `${expected}, and no user or password in it` : expected;

/** A text without the passwords of its addresses: what is at fault is told, and a log may have many readers. */
export const withoutPasswords = (text: string): string =>
  text.replace(/(:\/\/[^\s/?#@:]*):[^\s/?#@]*@/g, "$1:…@");

/** A scheme and what stands before a path, without a user. */
const ORIGIN = /^https?:\/\/[^/?#@\\\s]+\/?$/i;
/** What stands as it is in a header, in markup and in JSON: a name of DNS in ASCII, or an address of the network. */
const PLAIN = /^https?:\/\/[\w.:[\]-]+$/;

/**
 * An origin (RFC 6454 §6.2) in the one spelling by which clients ask: in lower case and ASCII, without the port that its scheme
 * has anyway or a slash at its end. Nothing where a text is none.
 */
export function originIn(text: string): string | undefined {
  const origin = ORIGIN.test(text) ? URL.parse(text)?.origin : undefined;
  return origin !== undefined && PLAIN.test(origin) ? origin : undefined;
}

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
