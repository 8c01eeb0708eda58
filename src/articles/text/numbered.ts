const REFERENCES =
  /^[ \t]*References[ \t]*\n(?:[ \t]*(?:Visible links:?|Hidden links:?)?[ \t]*\n)*(?=[ \t]*1\.[ \t]+\S+:)/mu;
const REFERENCE = /^[ \t]*(\d{1,4})\.[ \t]+\S+$/gmu;
/** Links of the page's head, which a text browser prints above all: `#[1]alternate [2]Feed`. */
const HEAD = /^[ \t]*#\[1\].*\n/u;

/**
 * Takes out what text browsers (lynx, links) add to a page that they print: a number in brackets before each link, and
 * the list of their addresses at the end. Line ends stay, so that every line keeps its number.
 */
export function withoutLinkNumbers(text: string): string {
  const list = text.includes("References") ? REFERENCES.exec(text) : null;
  if (!list) return text;
  const last = [...text.slice(list.index).matchAll(REFERENCE)].reduce(
    (most, [, n]) => Math.max(most, Number(n)),
    0,
  );
  return text
    .slice(0, list.index)
    .replace(HEAD, "\n")
    .replace(/\[(\d{1,4})\]/gu, (mark, number) => (Number(number) > 0 && Number(number) <= last ? "" : mark));
}
