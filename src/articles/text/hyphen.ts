import { baseOf } from "../languages.ts";
import { remembering } from "../remembering.ts";

/** Two lines as one: a word that was parted at the end of the first is one again, but before "and" and "or" its hyphen stays. */
export function joinedText(above: string, below: string, language: string): string {
  const word = /^\p{Ll}+/u.exec(below)?.[0];
  return word && PARTED.test(above) && !joinersOf(language).has(word)
    ? `${above.slice(0, -1)}${below}`
    : `${above} ${below}`;
}

const PARTED = /\p{Ll}[-‐\u00ad]$/u;

/** A language's words for "and" and "or". */
const joinersOf = remembering(
  (language: string): ReadonlySet<string> =>
    new Set(
      (["conjunction", "disjunction"] as const).map((type) =>
        new Intl.ListFormat(baseOf(language), { type }).format(["1", "2"]).replace(/[\d\s]/g, ""),
      ),
    ),
);
