import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { draftOf } from "./read.ts";

const NAME = "000_82d2947d75b919a4.txt";
const bytes = readFileSync(`seeds/${NAME}`);
const draft = draftOf(NAME, bytes);

/** What this article is, in whatever encoding it lies on a disk. */
const variants: readonly (readonly [string, Uint8Array])[] = [
  ["as it is", bytes],
  ["with a byte order mark", Buffer.from(`\uFEFF${bytes}`)],
  ["with line ends of Windows", Buffer.from(`${bytes}`.replaceAll("\n", "\r\n"))],
  ["with lone carriage returns", Buffer.from(`${bytes}`.replaceAll("\n", "\r"))],
  ["decomposed", Buffer.from(`${bytes}`.normalize("NFD"))],
  ["in UTF-16", Buffer.from(`\uFEFF${bytes}`, "utf16le")],
];

test("the owner's seed is read as a careful editor reads it", () => {
  expect(draft).toMatchObject({
    title: "Kim Jong-un unterzeichnet strategische Vereinbarung mit Wladimir Putin",
    language: "de",
    published: "2024-06-19T00:00:00Z",
    updated: "2024-06-19T10:35:00Z",
    source: { name: "DW" },
    agencies: ["efe", "dpa", "afp"],
    initials: "lgc",
    authors: [],
  });
});

test("its body is exactly its four paragraphs", () => {
  const paragraphs = [...draft.contentHtml.matchAll(/<p>(.*?)<\/p>/gs)].map(([, text = ""]) => text);
  expect(paragraphs).toHaveLength(4);
  expect(paragraphs[0]).toMatch(/^Der russische Präsident Wladimir Putin hat/);
  expect(paragraphs[1]).toMatch(/^Putin selbst hatte zuvor.*„einschließlich Büsten“\.$/);
  expect(paragraphs[2]).toMatch(/^Putin dankte seinem Gastgeber Kim.*” sagte Kim\.$/);
  expect(paragraphs[3]).toMatch(
    /^Nach Angaben von .*Beide Länder haben eine solche Zusammenarbeit bestritten\.$/,
  );
  expect(draft.contentHtml.replace(/<p>.*?<\/p>/gs, "").trim()).toBe("");
});

test("every word of those paragraphs is there as it was written", () => {
  const written = `${bytes}`.split("\n").filter((line) => line.length > 400);
  expect(draft.contentHtml).toBe(written.map((line) => `<p>${line}</p>`).join("\n"));
});

test("its note of an update is a note, and no part of the body", () => {
  expect(draft.note).toMatch(/hinzuzufügen, dass die Vereinbarung gegenseitige Unterstützung im Falle einer/);
  expect(draft.contentHtml).not.toContain("Aktualisiert");
});

test("its neighbouring headlines are related, and no part of the body", () => {
  expect(draft.related).toEqual([
    "Die israelische Armee tötete die Person, die für die Waffenentwicklung der Hamas verantwortlich war",
    "Die mächtige guatemaltekische Familie arbeitet mit Amarilo in Einkaufszentren in Chía und Medellín zusammen",
  ]);
});

test("its summary is whole sentences of its first paragraph", () => {
  expect(draft.summary.length).toBeLessThanOrEqual(600);
  expect(draft.summary).toMatch(/^Der russische Präsident/);
});

test.each(variants)("it reads the same %s", (_, variant) => {
  expect(draftOf(NAME, variant)).toEqual(draft);
});

test("it reads the same under any name and in any time zone", () => {
  expect(draftOf("notes/b.txt", bytes, { timeZone: "Asia/Tokyo", language: "ja" })).toEqual(draft);
});
