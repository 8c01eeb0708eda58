import { WORD } from "./words.ts";

/** One of the texts that are looked for, at the beginning of a word. */
export interface Beginning {
  readonly one: string;
  /** Where it begins. */
  readonly at: number;
  /** Whether it is all of the word. */
  readonly isWhole: boolean;
}

/** Finds texts of two characters or more at the beginnings of words: a text is gone through once, however many are looked for. */
export function beginningsOf(texts: readonly string[]): (text: string) => readonly Beginning[] {
  const byHead = Map.groupBy(texts, (text) => headAt(text, 0));
  const mayBegin = new Uint8Array(PLACES);
  for (const head of byHead.keys()) mayBegin[placeOf(head)] = 1;
  return (text) => {
    const found: Beginning[] = [];
    let before = 0;
    for (let at = 0; at < text.length; at++) {
      const head = headAt(text, at);
      const could = IN_WORDS[before] !== 1 && mayBegin[placeOf(head)] === 1 ? byHead.get(head) : undefined;
      for (const one of could ?? NONE)
        if (text.startsWith(one, at) && holdsAt(BEGINS, text, at))
          found.push({ one, at, isWhole: holdsAt(ENDS, text, at + one.length) });
      before = head & 0xffff;
    }
    return found;
  };
}

const NONE: readonly string[] = [];
/** A table that is asked before the map: it says for most heads that nothing begins with them. */
const PLACES = 4096;
const placeOf = (head: number): number => (head ^ (head >>> 11)) & (PLACES - 1);

/** Two characters as one number. */
const headAt = (text: string, at: number): number => text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);

const BEGINS = new RegExp(`(?<!${WORD})`, "uy");
const ENDS = new RegExp(`(?!${WORD})`, "uy");

function holdsAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Latin, Greek, Cyrillic, Hebrew and Arabic stand below it: most texts need no closer look. */
const LISTED = 0x700;
const LETTER = new RegExp(WORD, "u");
const IN_WORDS = Uint8Array.from({ length: LISTED }, (_, code) =>
  Number(LETTER.test(String.fromCharCode(code))),
);
