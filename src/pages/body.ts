/** Start tags of the sanitised markup: values stand between double quotation marks. */
const IMAGE = /<img((?:"[^"]*"|[^">])*)>/g;
const CHECKBOX = /<input((?:"[^"]*"|[^">])*)>/g;
const HEADING = /<(\/?)h([1-6])(?=[\s>])/g;

/**
 * A body as a page shows it: what is wider than the page is scrolled within (WCAG 2.1.1: by keyboard too), a picture of which
 * nothing is told says so to those who do not see it (WCAG 1.1.1), a box of a task list is a character, which has a name
 * (WCAG 4.1.2), and headings follow the page's own without a gap (WCAG 1.3.1).
 */
export const shownHtml = (contentHtml: string): string =>
  followingHtml(contentHtml)
    .replace(IMAGE, (tag, attributes: string) => (has("alt", attributes) ? tag : `<img alt=""${attributes}>`))
    .replace(CHECKBOX, (_, attributes: string) => (has("checked", attributes) ? "☑" : "☐"))
    .replaceAll("<pre>", '<pre tabindex="0">')
    .replaceAll("<table>", '<div class="wide" tabindex="0"><table>')
    .replaceAll("</table>", "</table></div>");

const has = (name: string, attributes: string): boolean =>
  new RegExp(`\\s${name}[=\\s]`).test(`${attributes.replace(/"[^"]*"/g, '""')} `);

/** A body whose headings begin at the second level, each at most one below the one that it stands under. */
function followingHtml(contentHtml: string): string {
  let above: readonly string[] = [];
  return contentHtml.replace(HEADING, (_, end: string, level: string) => {
    if (end === "") above = [...above.filter((one) => one < level), level];
    return `<${end}h${Math.min(above.length + 1, 6)}`;
  });
}
