import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CASES } from "../reading/cases.ts";
import { type Expected, judge } from "../reading/score.ts";
import { draftOf } from "./read.ts";

/** What is expected of a saved page beside what is expected of any text. */
interface ExpectedOfPage extends Expected {
  readonly image?: string;
  /** Parts of the markup that must be there, and that must not. */
  readonly html_contains?: readonly string[];
  readonly html_lacks?: readonly string[];
}

const pages = readdirSync(CASES).filter((file) => file.endsWith(".html"));

/** The article of a page, as the JSON Feed has it. */
const itemOf = (file: string) => {
  const { contentHtml, published, updated, source, ...draft } = draftOf(
    file,
    readFileSync(join(CASES, file)),
  );
  return {
    ...draft,
    content_html: contentHtml,
    ...(published && { date_published: published, date_modified: updated ?? published }),
    ...(source && { _broadsheet: { source } }),
  };
};

test.each(pages)("a saved page is read as an editor would read it: %s", (file) => {
  const name = join(CASES, file.replace(/html$/, "expected.json"));
  const expected = JSON.parse(readFileSync(name, "utf8")) as ExpectedOfPage;
  const item = itemOf(file);
  const failed = judge(expected, item).filter(({ ok }) => !ok);
  expect(failed).toEqual([]);
  if (expected.image) expect(item.image?.url).toBe(expected.image);
  for (const part of expected.html_contains ?? []) expect(item.content_html).toContain(part);
  for (const part of expected.html_lacks ?? []) expect(item.content_html).not.toContain(part);
});

test("an address with a password in it is not taken from a saved page, and its author is", () => {
  const facts = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: "The tide",
    datePublished: "2024-06-19T10:00:00Z",
    author: { "@type": "Person", name: "Ada Pier", url: "https://ada:secret@pier.example/" },
    image: "https://ada:secret@pier.example/a.png",
  };
  const text = `<p>${"The tide comes in at noon, and the pier is wet. ".repeat(12)}</p>`;
  const head = `<title>The tide</title><meta property="og:site_name" content="Pier"><script type="application/ld+json">${JSON.stringify(facts)}</script>`;
  const page = `<!doctype html><html lang="en"><head>${head}</head><body><article><h1>The tide</h1>${text}${text}</article></body></html>`;
  const { authors, image } = draftOf("a.html", page);
  expect(authors).toEqual([{ name: "Ada Pier" }]);
  expect(image).toBeUndefined();
});
