import { singleSpaced } from "../characters.ts";
import { remembering } from "../remembering.ts";

/** In lower case, with as many characters as before: Turkish capitals of i lose their dots, with those of every language. */
export const lower = (text: string): string => text.replace(/[İı]/g, "i").toLowerCase();

/** A line's letters, in lower case, without what stands around them: counts, arrows, brackets, emoji. */
export const foldLabel = remembering((text: string): string => singleSpaced(trimmed(lower(text))));

function trimmed(text: string): string {
  const start = OUTSIDE.exec(text)?.[0].length ?? 0;
  let end = text.length;
  while (end > start) {
    const width = (text.codePointAt(end - 2) ?? 0) > 0xffff ? 2 : 1;
    if (LETTER.test(text.slice(end - width, end))) break;
    end -= width;
  }
  return text.slice(start, Math.max(start, end));
}

const OUTSIDE = /^[^\p{L}\p{M}]*/u;
const LETTER = /[\p{L}\p{M}]/u;
