import { expect, test } from "vitest";
import { draftOf, statedBy, withFacts } from "./read.ts";

test.each([
  ["title: High water", { title: "High water" }],
  ["title: 1984", { title: "1984" }],
  ["title: 'Two\n  lines'", { title: "Two lines" }],
  ["date: 2024-06-19", { published: "2024-06-19T00:00:00Z" }],
  [
    "date: 2024-06-19\nupdated: 2024-06-20",
    { published: "2024-06-19T00:00:00Z", updated: "2024-06-20T00:00:00Z" },
  ],
  ["updated: 2024-06-20", { published: "2024-06-20T00:00:00Z" }],
  ["language: pt-BR", { language: "pt-BR" }],
  ["language: zh-hant-tw", { language: "zh-Hant-TW" }],
  ["author: Ada", { authors: [{ name: "Ada" }] }],
  ["author: [Ada, Grace]", { authors: [{ name: "Ada" }, { name: "Grace" }] }],
  [
    "author: { name: Ada, url: 'https://ada.example/', email: ada@ada.example }",
    { authors: [{ name: "Ada", url: "https://ada.example/", email: "ada@ada.example" }] },
  ],
  ["author: Ada\nauthors: [{ name: Grace }]", { authors: [{ name: "Ada" }, { name: "Grace" }] }],
  ["source: The Pier", { source: { name: "The Pier" } }],
  [
    "source: The Pier\nsource_url: https://pier.example/1",
    { source: { name: "The Pier", url: "https://pier.example/1" } },
  ],
  [
    "source: { name: The Pier, url: 'https://pier.example/' }",
    { source: { name: "The Pier", url: "https://pier.example/" } },
  ],
  [
    "source_url: https://www.pier.example/1",
    { source: { name: "pier.example", url: "https://www.pier.example/1" } },
  ],
  ["topics: tides", { topics: ["tides"] }],
  ["topics: [winds, tides]", { topics: ["winds", "tides"] }],
  ["topics:\n  - winds\n  - tides", { topics: ["winds", "tides"] }],
  ["summary: In short.", { summary: "In short." }],
  ["image: https://pier.example/a.png", { image: { url: "https://pier.example/a.png" } }],
  [
    "image: { url: 'https://pier.example/a.png', alt: A pier }",
    { image: { url: "https://pier.example/a.png", alt: "A pier" } },
  ],
  ["slug: high-water-2", { slug: "high-water-2" }],
  ["id: tag:pier.example,2024:1", { id: "tag:pier.example,2024:1" }],
  [
    "image: { url: a.png, width: 1200, height: 630, type: image/png, length: 81234 }",
    { image: { url: "\u{FDD0}/articles/a.png", width: 1200, height: 630, type: "image/png", length: 81234 } },
  ],
  [
    "audio: { url: 'https://pier.example/a.mp3', length: 12345 }",
    { audio: { url: "https://pier.example/a.mp3", type: "audio/mpeg", length: 12345 } },
  ],
  [
    "audio: { url: a.m4a, type: audio/mp4, length: 9, duration: 90, title: The sea }",
    {
      audio: { url: "\u{FDD0}/articles/a.m4a", type: "audio/mp4", length: 9, duration: 90, title: "The sea" },
    },
  ],
  ["withdrawn: true", { withdrawn: true }],
  [
    "date: 2024-06-19\nwithdrawn: 2024-06-21",
    { published: "2024-06-19T00:00:00Z", updated: "2024-06-21T00:00:00Z", withdrawn: true },
  ],
  [
    "date: 2024-06-19\nwithdrawn: 2024-06-21T10:35:00+02:00",
    { published: "2024-06-19T00:00:00Z", updated: "2024-06-21T08:35:00Z", withdrawn: true },
  ],
])("front matter is heard: %s", (facts, expected) => {
  expect(statedBy(facts)).toMatchObject(expected);
});

test("a seed that is not withdrawn says nothing of it", () => {
  expect(statedBy("withdrawn: false")).not.toHaveProperty("withdrawn");
});

test("a seed without front matter has no date, no source and no claims", () => {
  const draft = draftOf("tide.md", "# The heading\n\nThe tide comes in at noon.");
  for (const key of ["published", "updated", "source", "id", "slug", "topics", "image"])
    expect(draft).not.toHaveProperty(key);
});

test("an image's relative address begins where those in the body do", () => {
  const source = "source_url: https://pier.example/2024/tide.html";
  for (const image of ["pictures/a.png", "/a.png", "../a.png", "//a.example/a.png"]) {
    for (const facts of ["", source]) {
      const draft = draftOf("a.md", withFacts(`title: x\nimage: ${image}\n${facts}`, `![x](${image})`));
      expect(draft.contentHtml).toContain(`src="${draft.image?.url}"`);
    }
  }
  expect(statedBy("image: pictures/a.png").image).toEqual({ url: "\u{FDD0}/articles/pictures/a.png" });
  expect(statedBy(`image: { url: a.png, alt: A pier }\n${source}`).image).toEqual({
    url: "https://pier.example/2024/a.png",
    alt: "A pier",
  });
});

test("front matter outranks the heading", () => {
  expect(statedBy("title: Stated").title).toBe("Stated");
});

test("front matter outranks a page's metadata", () => {
  const page = `<html lang="en"><meta property="og:title" content="Theirs"><meta name="author" content="Grace"><body><p>Text.`;
  expect(draftOf("a.html", withFacts("title: Ours", page))).toMatchObject({
    title: "Ours",
    authors: [{ name: "Grace" }],
  });
});

test("front matter outranks what a text seed says", () => {
  const seed = withFacts("title: Ours\nsource: Us", "Theirs | Them\n\nThe tide comes in at noon.");
  expect(draftOf("a.txt", seed)).toMatchObject({ title: "Ours", source: { name: "Us" } });
});

test("front matter may end with spaces behind its lines of dashes, and with any line ends", () => {
  expect(draftOf("a.md", "--- \r\ntitle: High water\r\n---\t\r\nText.\r\n").title).toBe("High water");
});

test("front matter may be TOML between lines of +++", () => {
  const keys = 'title = "High water"\ndate = 2024-06-19\ntopics = ["tides"]\n\n[source]\nname = "The Pier"';
  expect(draftOf("a.md", `+++\n${keys}\n+++\nThe tide comes in at noon.\n`)).toMatchObject({
    title: "High water",
    published: "2024-06-19T00:00:00Z",
    topics: ["tides"],
    source: { name: "The Pier" },
    contentHtml: "<p>The tide comes in at noon.</p>",
  });
  const text = "The tide\n\nThe tide comes in at noon, as it did on the day before, and nobody minds.\n";
  expect(draftOf("a.txt", `+++\n${keys}\n+++\n${text}`).title).toBe("High water");
});

test.each(["a.txt", "a.md", "a.html"])("blank lines may stand before front matter: %s", (name) => {
  const text = "The tide\n\nThe tide comes in at noon, as it did on the day before, and nobody minds.\n";
  expect(draftOf(name, `\n \n${withFacts("title: High water", text)}`).title).toBe("High water");
});

test("a key with nothing behind it states nothing", () => {
  const draft = statedBy("title:\ndate:\nupdated: ~\nlanguage:\nauthor: null\nsummary:\nwithdrawn:");
  expect(draft).toMatchObject({ title: "The heading", authors: [], summary: "The tide comes in at noon." });
  for (const key of ["published", "withdrawn"]) expect(draft).not.toHaveProperty(key);
});

test.each(["+++", "----"])("a rule above text that has no key is text: %s", (rule) => {
  const draft = draftOf("a.txt", `${rule}\nHigh water\n${rule}\n\nThe tide comes in at noon.\nNobody minds.`);
  expect(draft.contentHtml).toContain("The tide comes in at noon.");
});

test("a text that begins with a line of dashes but holds no key is text", () => {
  const draft = draftOf("a.txt", "---\nHigh water\n---\n\nThe tide comes in at noon.\nNobody minds.");
  expect(draft.contentHtml).toContain("The tide comes in at noon.");
});

test("a text that begins with a line of dashes stays text where a word with a colon comes far below", () => {
  const seed = "---\nHigh water\n\nThe tide comes in at noon.\nNobody minds.\n\nUpdated: 20 June 2024\n";
  expect(draftOf("a.txt", seed).contentHtml).toContain("The tide comes in at noon.");
});

test("lines of dashes further down are the body's own", () => {
  const { contentHtml } = draftOf("a.md", withFacts("title: High water", "One.\n\n---\n\nTwo."));
  expect(contentHtml).toMatch(/<p>One\.<\/p>\s*<hr>\s*<p>Two\.<\/p>/);
});

test("white space around a fact is dropped, and characters that no feed can carry", () => {
  expect(statedBy('title: "  High\\u0000 \\u0007water\\uFDD0 "').title).toBe("High water");
});

test("an address of the source keeps the outlet that the text names", () => {
  const seed = "High water | The Pier | 19 June 2024\n\nThe tide comes in at noon, as it did yesterday.";
  expect(draftOf("a.txt", withFacts("source_url: https://www.pier.example/1", seed)).source).toEqual({
    name: "The Pier",
    url: "https://www.pier.example/1",
  });
});
