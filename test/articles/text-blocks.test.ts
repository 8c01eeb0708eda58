import { expect, test } from "vitest";
import { draftOf } from "./read.ts";

const SOLID =
  "The path around the bay takes six hours, and there is no café on the way, so that whoever walks it should bring bread and water.";

/** The body of a page of text that has these lines between two long paragraphs. */
const between = (lines: string, language = "en"): string =>
  draftOf(
    "a.txt",
    `---\nlanguage: ${language}\n---\nAround the bay on foot\n\n${SOLID}\n\n${lines}\n\n${SOLID} That is all.\n`,
  )
    .contentHtml.split("\n")
    .slice(1, -1)
    .join("\n");

test("hyphens below a colon are a list, though its items are sentences", () => {
  expect(
    between("What to bring:\n\n  - A map on paper, because nothing else works.\n  - Two litres of water."),
  ).toBe(
    "<p>What to bring:</p>\n<ul>\n<li>A map on paper, because nothing else works.</li>\n<li>Two litres of water.</li>\n</ul>",
  );
});

test("three calm sentences behind hyphens are a list", () => {
  expect(between("- The gate is shut.\n- The bridge is down.\n- The ferry is late.")).toMatch(
    /^<ul>\n(<li>.*<\/li>\n){3}/,
  );
});

test.each([
  ["es", "- ¿Viene el barco?\n- Hoy no viene.\n- Pues me quedo."],
  ["es", "El patrón contestó:\n- No lo sé.\n- Nadie lo sabe - dijo Marta."],
  ["pt", "— Hoje não há barco.\n— Amanhã também não.\n— Então fico."],
  ["pl", "– Dziś nie ma promu.\n– Jutro też nie.\n– To zostaję."],
  ["ru", "— Сегодня парома нет.\n— И завтра нет.\n— Тогда я останусь."],
  ["ko", "- 배는 언제 옵니까?"],
])("what is said behind dashes stays said: %s", (language, lines) => {
  expect(between(lines, language)).not.toContain("<li>");
});

test("short lines in a run are no headings: ingredients, verses, rows of a log", () => {
  for (const lines of [
    "200 g of flour\n3 eggs\n1 pinch of salt\n2 spoons of oil",
    "The sea is wide,\nthe sea is deep\nand I am not\nthe one asleep",
    "07:02 pump one started\n07:03 valve open\n07:09 pump one stopped",
  ])
    expect(between(lines).match(/<p>/g)).toHaveLength(lines.split("\n").length);
});

test("a line apart above such a run is its heading, and so is the last above a paragraph", () => {
  expect(between("What goes in\n\n200 g of flour\n3 eggs\n1 pinch of salt\n\nHow it is made")).toBe(
    "<h2>What goes in</h2>\n<p>200 g of flour</p>\n<p>3 eggs</p>\n<p>1 pinch of salt</p>\n<h2>How it is made</h2>",
  );
});

test.each([
  ["en", "The sea is wide,"],
  ["zh", "看見海鷗受傷時，應："],
  ["ar", "البحر واسع،"],
])("a line that ends like a part of a sentence is no heading: %s", (language, line) => {
  expect(between(line, language)).toBe(`<p>${line}</p>`);
});

test("a list goes on counting behind a paragraph", () => {
  const lines = `1. Cross the bridge.\n\n${SOLID}\n\n2. Turn left.\n3. Turn left again.`;
  expect(between(lines).replaceAll(/<p>.*<\/p>/g, "…")).toBe(
    '<ol>\n<li>Cross the bridge.</li>\n</ol>\n…\n<ol start="2">\n<li>Turn left.</li>\n<li>Turn left again.</li>\n</ol>',
  );
});

test("what Markdown and HTML count from is kept", () => {
  expect(draftOf("a.md", "# x\n\n4. Four\n5. Five\n").contentHtml).toContain('<ol start="4">');
});
