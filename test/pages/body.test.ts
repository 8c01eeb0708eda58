/** What a page changes in an article's body, which feeds hand on as it is. */
import { expect, test } from "vitest";
import { app, article, ask, textAt } from "../sample.ts";
import { pageIn } from "./page.ts";

const shown = async (contentHtml: string) =>
  pageIn(await textAt(app({ articles: [article({ contentHtml })] }), "/articles/high-water"));

test("headings of a body follow the page's own without a gap, however its author chose them", async () => {
  const page = await shown(
    '<h3>a</h3><h5>b</h5><h6>c</h6><h5>d</h5><h1>e</h1><h2>f</h2><h4 id="x">g</h4><p>Not &#x3C;h1>.</p><hr>',
  );
  const headings = page.all(".body h1, .body h2, .body h3, .body h4, .body h5, .body h6");
  expect(headings.map(({ localName, textContent }) => `${localName} ${textContent}`)).toEqual([
    "h2 a",
    "h3 b",
    "h4 c",
    "h3 d",
    "h2 e",
    "h3 f",
    "h4 g",
  ]);
  expect(page.all(".body p").map(({ textContent }) => textContent)).toEqual(["Not <h1>."]);
});

test("a box of a task list is a character, which has a name", async () => {
  const page = await shown(
    '<ul><li><input type="checkbox" checked disabled> Read</li><li><input type="checkbox" disabled> Unread</li></ul>',
  );
  expect(page.all(".body input")).toEqual([]);
  expect(page.all(".body li").map(({ textContent }) => textContent)).toEqual(["☑ Read", "☐ Unread"]);
});

test("a feed has a body as its author wrote it", async () => {
  const contentHtml = '<h4>a</h4><ul><li><input type="checkbox" checked disabled> Read</li></ul>';
  const answer = await ask(app({ articles: [article({ contentHtml })] }), "/feed.json");
  const { items } = (await answer.json()) as { readonly items: readonly { readonly content_html: string }[] };
  expect(items.map(({ content_html }) => content_html)).toEqual([contentHtml]);
});

test("the channels that hold an article are told apart where an author is called as its source is", async () => {
  const one = article({ authors: [{ name: "The Pier" }], source: { name: "The Pier" } });
  const page = pageIn(await textAt(app({ articles: [one] }), "/articles/high-water"));
  const links = page.all("#subscribe li > a").map(({ textContent }) => textContent);
  expect(links).toContain("Author The Pier");
  expect(links).toContain("Source The Pier");
  const titles = page.all("link[rel=alternate]").map((link) => link.getAttribute("title"));
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles).toContain("Author: The Pier – The Sample (RSS)");
});
