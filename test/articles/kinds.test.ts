import { expect, test } from "vitest";
import { kindOf } from "../../src/articles/kind.ts";
import { complaintsOf, draftOf, outcomeOf, withFacts } from "./read.ts";

test.each([
  ["a.txt", "txt"],
  ["notes/a.MD", "md"],
  ["a.markdown", "md"],
  ["a.html", "html"],
  ["a.HTM", "html"],
  ["a.docx", undefined],
  ["a.pdf", undefined],
  ["a.md.bak", undefined],
  ["md", undefined],
])("the ending of a name tells the kind of seed: %s", (name, kind) => {
  expect(kindOf(name)).toBe(kind);
});

test("other endings of Markdown and HTML are read as what they are", () => {
  expect(draftOf("a.markdown", "# High water\n\n*Noon*.").contentHtml).toBe("<p><em>Noon</em>.</p>");
  expect(draftOf("a.htm", "<title>High water</title><p><em>Noon</em>.").contentHtml).toBe(
    "<p><em>Noon</em>.</p>",
  );
});

test("a text that names no day is warned of, unless it is withdrawn", () => {
  const seed = "High water\n\nThe tide comes in at noon, as it did on the day before, and nobody minds.\n";
  const undated = [{ line: 1, expected: "a day of publication" }];
  expect(outcomeOf("a.txt", seed)).toMatchObject({ ok: true, warnings: undated });
  for (const facts of ["date: 2024-06-19", "withdrawn: true"])
    expect(outcomeOf("a.txt", withFacts(facts, seed))).toMatchObject({ ok: true, warnings: [] });
});

test("a text without a sentence is told so, and what would read it", () => {
  const lines = "High water\n\nMonday\n\nTuesday\n\nWednesday";
  const complaints = complaintsOf(outcomeOf("a.txt", lines));
  expect(complaints).toEqual([
    "1: an article below its title; no line that reads as a sentence; a seed called .md is taken as it stands",
  ]);
  expect(complaintsOf(outcomeOf("a.txt", "High water"))).toEqual([
    "1: an article below its title; no more text",
  ]);
});
