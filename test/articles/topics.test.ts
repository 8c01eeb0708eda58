import { expect, test } from "vitest";
import type { Topic } from "../../src/articles/publication.ts";
import { topicChooser } from "../../src/articles/topics.ts";

type Words = Topic["words"];

/** Whether a text said once in a title belongs to a topic that has these words. */
const isChosen = (words: Words | readonly string[], title: string, language = "en") => {
  const topic = {
    id: "it",
    title: {},
    description: {},
    words: Array.isArray(words) ? { "*": words } : words,
  };
  return topicChooser([topic as Topic])({ title, text: "", language }).length > 0;
};

test.each([
  ["tide", "The tide comes", true],
  ["tide", "Tide", true],
  ["tide", "TIDE!", true],
  ["tide", "(tide)", true],
  ["tide", "the tide’s end", true],
  ["tide", "tides", false],
  ["tide", "riptide", false],
  ["tide", "tide2", false],
  ["tide", "ti-de", false],
  ["tide", "漢tide", false],
  ["tide", "。tide", true],
  ["tide", "tide漢", false],
  ["tide", "\u{1D49C}tide", false],
  ["tide", "ti\u0307de", false],
  ["tide", "tide\u0307", false],
  ["ti*", "T\u0130ME", false],
  ["ti*", "\u0130 time", true],
  ["high tide", "At high tide", true],
  ["high tide", "High Tide", true],
  ["high tide", "high\u00a0tide", true],
  ["high tide", "high\ntide", true],
  ["high tide", "high tides", false],
  ["Last-Modified", "a Last-Modified date", true],
  ["C++", "C++ and C", true],
  ["C++", "C and so on", false],
  [".org", "what .org is", true],
  ["a.b", "axb", false],
])("a word matches whole words only: %s in %j: %s", (word, title, chosen) => {
  expect(isChosen([word], title)).toBe(chosen);
});

test.each([
  ["WHO", "WHO warns", true],
  ["WHO", "who warns", false],
  ["WHO", "Who warns", false],
  ["Atom", "Atom feeds", true],
  ["Atom", "ATOM FEEDS", true],
  ["Atom", "an atom", false],
  ["JSON Feed", "JSON FEED", true],
  ["JSON Feed", "json feed", false],
  ["iPhone", "IPHONE", true],
  ["iPhone", "iphone", false],
  ["straße", "STRASSE", true],
  ["istanbul", "İSTANBUL", true, "tr"],
  ["ılık", "ILIK", true, "tr"],
  ["istanbul", "ISTANBUL", true],
  ["ilk", "ILK", false, "tr"],
  ["Last Call", "Last call", false],
  ["όνομα", "Όνομα", true, "el"],
  ["όνομα", "ΟΝΟΜΑ", true, "el"],
  ["президент", "Президент", true, "ru"],
])(
  "lower case matches any, capitals only themselves: %s in %j: %s",
  (word, title, chosen, language = "en") => {
    expect(isChosen([word], title, language)).toBe(chosen);
  },
);

test.each([
  ["président", "Président", true],
  ["président", "president", false],
  ["peña", "la pena", false],
  ["schon", "schön", false],
  ["lectu\u0301ra", "lect\u00fara", true],
  ["lect\u00fara", "lectu\u0301ra", true],
])("diacritics are as written, however they are encoded: %s in %j: %s", (word, title, chosen) => {
  expect(isChosen([word], title)).toBe(chosen);
});

test.each([
  ["Präsident*", "Präsidentin", true],
  ["Präsident*", "Präsident", true],
  ["Präsident*", "PRÄSIDENTIN", true],
  ["Präsident*", "Vizepräsident", false],
  ["Präsident*", "präsidieren", false],
  ["subscri*", "Subscribing", true],
  ["high tide*", "high tides", true],
])("a star stands for any ending: %s in %j: %s", (word, title, chosen) => {
  expect(isChosen([word], title)).toBe(chosen);
});

test.each([
  ["选举", "中国地方选举开始", true, "zh"],
  ["選挙", "今日の選挙の結果", true, "ja"],
  ["テレビ", "新しいテレビを見る", true, "ja"],
  ["เลือกตั้ง", "การเลือกตั้งครั้งใหม่", true, "th"],
  ["选举", "中国地方政府", false, "zh"],
  ["대통령*", "대통령이 말했다", true, "ko"],
  ["대통령", "대통령이 말했다", false, "ko"],
  ["رئيس", "قال رئيس البلاد", true, "ar"],
  ["चुनाव", "चुनाव आज", true, "hi"],
  ["चुना", "चुनाव आज", false, "hi"],
])("in scripts without spaces a word is found anywhere: %s in %j: %s", (word, title, chosen, language) => {
  expect(isChosen([word], title, language)).toBe(chosen);
});

test("words are those of the article's language, of its base language and of all", () => {
  const words = { "*": ["RSS"], de: ["Flut"], "de-AT": ["Hochwasser"] };
  expect(isChosen(words, "Flut", "de")).toBe(true);
  expect(isChosen(words, "Flut", "de-AT")).toBe(true);
  expect(isChosen(words, "Hochwasser", "de-AT")).toBe(true);
  expect(isChosen(words, "Hochwasser", "de")).toBe(false);
  expect(isChosen(words, "Flut", "en")).toBe(false);
  expect(isChosen(words, "RSS", "fr")).toBe(true);
});

const WATER: readonly Topic[] = [
  { id: "winds", title: {}, description: {}, words: { "*": ["gale", "storm"] } },
  { id: "tides", title: {}, description: {}, words: { "*": ["tide*", "ebb"] } },
  { id: "none", title: {}, description: {}, words: {} },
];
const chosenBy = (title: string, text: string) => topicChooser(WATER)({ title, text, language: "en" });

test("one mention in the title is enough, one in the text is not, two are", () => {
  expect(chosenBy("The tide", "")).toEqual(["tides"]);
  expect(chosenBy("Water", "The tide comes.")).toEqual([]);
  expect(chosenBy("Water", "The tide comes. The tide goes.")).toEqual(["tides"]);
});

test("two different words of a topic are two mentions", () => {
  expect(chosenBy("Water", "At ebb and at high tide")).toEqual(["tides"]);
});

test("topics stand in their own order, and a topic without words is never chosen", () => {
  expect(chosenBy("Tides and gales, tide and gale", "")).toEqual(["winds", "tides"]);
  expect(chosenBy("none", "none none")).toEqual([]);
});

test("a long text without the words ends in no time", () => {
  const began = performance.now();
  expect(chosenBy("Water", "tid ".repeat(250_000))).toEqual([]);
  expect(performance.now() - began).toBeLessThan(2000);
});
