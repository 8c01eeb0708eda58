/** Start tags of the sanitised markup: values stand between double quotation marks. */
const IMAGE = /<img((?:"[^"]*"|[^">])*)>/g;

/**
 * A body as a page shows it: what is wider than the page is scrolled within (WCAG 2.1.1: by keyboard too), and a picture of
 * which nothing is told says so to those who do not see it (WCAG 1.1.1).
 */
export const shownHtml = (contentHtml: string): string =>
  contentHtml
    .replace(IMAGE, (tag, attributes: string) =>
      /\salt[=\s]/.test(`${attributes} `) ? tag : `<img alt=""${attributes}>`,
    )
    .replaceAll("<pre>", '<pre tabindex="0">')
    .replaceAll("<table>", '<div class="wide" tabindex="0"><table>')
    .replaceAll("</table>", "</table></div>");
