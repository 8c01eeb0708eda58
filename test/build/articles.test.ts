import { join } from "node:path";
import { expect, test } from "vitest";
import { type Article, BASE } from "../../src/articles/article.ts";
import { articlesOf } from "../../src/build/bundle.ts";
import { readSeeds } from "../../src/build/read.ts";
import { folderOf, note, type Seeds } from "./folder.ts";

/** The articles that a folder holds, without a process of its own. */
const articlesIn = (seeds: Seeds) => {
  const { collection, problems } = readSeeds(join(folderOf(seeds).path, "seeds"));
  if (!collection) throw new Error(JSON.stringify(problems));
  return [...articlesOf(collection)].map((json): Article => JSON.parse(Buffer.from(json).toString()));
};
const slugsIn = (seeds: Seeds) => articlesIn(seeds).map(({ slug }) => slug);

test("articles are newest first, by publication and not by change, the undated last", () => {
  const seeds = {
    "a.md": note("Old", "date: 2024-01-01\nupdated: 2026-01-01"),
    "b.md": note("Undated"),
    "c.md": note("New", "date: 2025-01-01"),
    "d.md": note("Middle", "date: 2024-06-01"),
  };
  expect(slugsIn(seeds)).toEqual(["new", "middle", "old", "undated"]);
});

test("seeds in folders below are read, by their paths", () => {
  const [a, b] = articlesIn({ "a.md": note("A"), "2024/june/a.md": note("A") });
  expect(a?.id).not.toBe(b?.id);
  expect(a?.slug).not.toBe(b?.slug);
});

test("files that begin with a dot, and those in such folders, are ignored", () => {
  const seeds = { "a.md": note("A"), ".a.md": "", ".git/b.md": "", "c/.d/e.md": "", "c/.f.txt": "" };
  expect(slugsIn(seeds)).toEqual(["a"]);
});

test("files of other kinds are ignored", () => {
  const seeds = { "a.md": note("A"), "a.png": "", README: "", "a.md~": "", "other.toml": "" };
  expect(slugsIn(seeds)).toEqual(["a"]);
});

test("a folder whose name looks like a seed's is a folder", () => {
  expect(slugsIn({ "notes.md/a.md": note("A") })).toEqual(["a"]);
});

test("the ending of a seed's name may be in capitals", () => {
  expect(
    slugsIn({
      "A.TXT": "High water\n\nThe tide comes in at noon.",
      "B.MD": note("B"),
      "C.Html": "<h1>C</h1><p>x",
    }),
  ).toHaveLength(3);
});

test("an id follows from the path, and its seed may change in every other way", () => {
  const [before] = articlesIn({ "notes/a.md": note("A", "date: 2024-01-01") });
  const [after] = articlesIn({ "notes/a.md": note("B", "date: 2025-01-01\nslug: c"), "b.md": note("A") });
  expect(after?.slug).toBe("c");
  expect(after?.id).toBe(before?.id);
});

test("an id in front matter outlives a new name", () => {
  const [before] = articlesIn({ "a.md": note("A") });
  const [after] = articlesIn({ "b.md": note("A", `id: ${before?.id}`) });
  expect(after?.id).toBe(before?.id);
});

test("topics of front matter stand beside those of the words, in the publication's order", () => {
  const [article] = articlesIn({ "a.md": note("Tides and tide", "topics: tides") });
  expect(article?.topics).toEqual(["tides"]);
  expect(articlesIn({ "a.md": note("Water", "topics: [tides]") })[0]?.topics).toEqual(["tides"]);
  expect(articlesIn({ "a.md": note("Water") })[0]?.topics).toEqual([]);
});

test("links to the article itself lead to its own page", () => {
  const [article] = articlesIn({ "a.md": "# High water\n\n[below](#low)\n\n<h2 id=low>Low</h2>" });
  expect(article?.contentHtml).toContain(`<a href="${BASE}/articles/high-water#low">`);
});

test("a withdrawn article keeps its id and slug, and nothing of its text", () => {
  const [article] = articlesIn({ "a.md": note("High water", "withdrawn: true\nsummary: SECRET") });
  expect(article).toMatchObject({ slug: "high-water", withdrawn: true, contentHtml: "", summary: "" });
});

test("a seed may be withdrawn by its front matter alone", () => {
  const [article] = articlesIn({ "a.md": "---\ntitle: High water\nwithdrawn: true\n---\n" });
  expect(article).toMatchObject({ slug: "high-water", withdrawn: true });
});

test("an article of the future is built with its date, ahead of all others", () => {
  const [first] = articlesIn({
    "a.md": note("A", "date: 2024-01-01"),
    "b.md": note("B", "date: 2150-01-01"),
  });
  expect(first).toMatchObject({ slug: "b", published: "2150-01-01T00:00:00Z" });
});

test("two articles of one title have slugs of their own, and ids decide where dates do not", () => {
  const [one, two] = [
    { "a.md": note("A"), "b.md": note("A") },
    { "b.md": note("A"), "a.md": note("A") },
  ].map(slugsIn);
  expect(one).toEqual(two);
  expect(new Set(one).size).toBe(2);
});
