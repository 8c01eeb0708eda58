/** A pattern that matches any of the texts, longest first; without groups. */
export const anyOf = (texts: readonly string[]): string =>
  `(?:${[...texts]
    .sort((a, b) => b.length - a.length)
    .map((text) => RegExp.escape(text))
    .join("|")})`;

/** Letters, marks and digits: what a word is made of. */
export const WORD = "[\\p{L}\\p{M}\\p{N}]";
