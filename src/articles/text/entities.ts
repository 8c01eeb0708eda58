import { decodeNamedCharacterReference } from "decode-named-character-reference";

/**
 * Undoes what was escaped twice (`&amp;quot;`): nobody writes that, only pages that were saved wrongly hold it.
 * What was escaped once stays: in plain text `&amp;` may be meant.
 */
export const withoutDoubleEscapes = (text: string): string =>
  text.replace(
    /&amp;(?:amp;)*(#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});/gi,
    (whole, reference: string) => decoded(reference) ?? whole,
  );

function decoded(reference: string): string | undefined {
  if (!reference.startsWith("#")) return decodeNamedCharacterReference(reference) || undefined;
  const code = /^#x/i.test(reference)
    ? Number.parseInt(reference.slice(2), 16)
    : Number.parseInt(reference.slice(1), 10);
  return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : undefined;
}
