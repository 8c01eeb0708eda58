import { plainSpaced } from "../characters.ts";

/** Finds phrases in a line, in any case: it is gone through once, however many are looked for. */
export interface Phrases {
  readonly areIn: (text: string) => boolean;
  /** A text with something else in place of each, of several at one place the longest. */
  readonly replacedIn: (text: string, by: string) => string;
}

/** The phrases are in lower case. */
export function phrasesOf(phrases: readonly string[]): Phrases {
  const byHead = Map.groupBy(
    [...phrases].sort((a, b) => b.length - a.length),
    (phrase) => headAt(phrase, 0, phrase.length),
  );
  const endAt = (text: string, at: number): number => {
    const could = byHead.get(headAt(text, at, HEAD)) ?? NONE;
    const found = could.find((phrase) => text.startsWith(phrase, at)) ?? byHead.get(text.charCodeAt(at))?.[0];
    return found ? at + found.length : at;
  };
  return {
    areIn(text) {
      const said = folded(text);
      for (let at = 0; at < said.length; at++) if (endAt(said, at) > at) return true;
      return false;
    },
    replacedIn(text, by) {
      const said = folded(text);
      let replaced = "";
      let kept = 0;
      for (let at = 0; at < said.length; ) {
        const end = endAt(said, at);
        if (end > at) {
          replaced += text.slice(kept, at) + by;
          kept = end;
        }
        at = Math.max(end, at + 1);
      }
      return replaced + text.slice(kept);
    },
  };
}

/** In lower case, with as many characters as before. */
const folded = (text: string): string => plainSpaced(text.replaceAll("İ", "i")).toLowerCase();

const NONE: readonly string[] = [];
/** So many characters tell nearly always that no phrase begins. */
const HEAD = 2;

/** The first characters as one number. */
const headAt = (text: string, at: number, length: number): number =>
  length < HEAD ? text.charCodeAt(at) : text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
