import { decodeNamedCharacterReference } from "decode-named-character-reference";

/**
 * Undoes what was escaped twice (`&amp;quot;`): nobody writes that, only pages that were saved wrongly hold it.
 * What was escaped once stays, as in plain text `&amp;` may be meant; but where apostrophes within words are escaped, the
 * whole page is. A text that has ampersands of its own and a single double escape writes about it.
 */
export function withoutDoubleEscapes(text: string): string {
  if (!text.includes("&")) return text;
  const isWritten = RAW.test(text) && (text.match(DOUBLE)?.length ?? 0) < 2;
  const once = isWritten
    ? text
    : text.replace(DOUBLE, (whole, reference: string) => decoded(reference) ?? whole);
  const isLeft = (once.match(WITHIN_WORD)?.length ?? 0) >= ENOUGH;
  return isLeft ? once.replace(SINGLE, (whole, reference: string) => decoded(reference) ?? whole) : once;
}

const REFERENCE = "(#\\d{1,7}|#x[\\da-f]{1,6}|[a-z]\\w{1,30});";
const SINGLE = new RegExp(`&${REFERENCE}`, "gi");
const DOUBLE = new RegExp(`&amp;(?:amp;)*${REFERENCE}`, "gi");
/** An ampersand that stands for itself. */
const RAW = new RegExp(`&(?!${REFERENCE})`, "i");
/** An apostrophe that was escaped (`didn&#8217;t`): several of them are no chance. */
const WITHIN_WORD = /\p{L}&#(?:\d{1,7}|x[\da-f]{1,6});\p{L}/giu;
const ENOUGH = 3;

function decoded(reference: string): string | undefined {
  if (!reference.startsWith("#")) return decodeNamedCharacterReference(reference) || undefined;
  const code = /^#x/i.test(reference)
    ? Number.parseInt(reference.slice(2), 16)
    : Number.parseInt(reference.slice(1), 10);
  return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : undefined;
}
