/** A pattern that matches any of the texts, longest first, with any white space where they have a space; without groups. */
export const anyOf = (texts: readonly string[]): string =>
  `(?:${[...texts]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join("|")})`;

/** A pattern that matches a text, with any white space where it has some. */
export const literal = (text: string): string =>
  text
    .split(/\s/u)
    .map((part) => RegExp.escape(part))
    .join("\\s");

/** Letters, marks and digits: what a word is made of. */
export const WORD = "[\\p{L}\\p{M}\\p{N}]";
