import fc from "fast-check";
import { expect, test } from "vitest";
import { summaryOf } from "../../src/articles/summary.ts";
import { draftOf } from "./read.ts";

const SENTENCES = {
  en: "The tide came in before noon, and nobody on the pier was surprised by it, least of all the gulls.",
  de: "Das Wasser kam vor Mittag, und niemand auf dem Steg war davon überrascht, am wenigsten die Möwen.",
  es: "¿Subió el agua antes del mediodía? ¡Sí! Nadie en el muelle se sorprendió, y las gaviotas menos aún.",
  fr: "L’eau est montée avant midi : personne, sur la jetée, n’en fut surpris, et les mouettes moins encore !",
  ru: "Вода пришла до полудня, и никто на пирсе этому не удивился, и меньше всех удивились чайки на берегу.",
  el: "Το νερό ήρθε πριν από το μεσημέρι και κανείς στην προβλήτα δεν ξαφνιάστηκε, ούτε καν οι γλάροι εδώ.",
  ar: "وصل الماء قبل الظهر، ولم يتفاجأ أحد على الرصيف، ولا حتى النوارس التي كانت تنتظر هناك منذ الصباح الباكر.",
  hi: "पानी दोपहर से पहले आया और घाट पर किसी को आश्चर्य नहीं हुआ, और सबसे कम आश्चर्य वहाँ बैठे पक्षियों को हुआ।",
  ja: "潮は正午前に満ちて、桟橋の上の誰もそれに驚かなかったし、かもめたちはなおさら驚かなかったのである。それだけだ。",
  zh: "潮水在正午之前涨了上来，码头上没有一个人对此感到惊讶，海鸥们就更不用说了，它们一早就在那里等着。",
};

test.each(Object.entries(SENTENCES))("a summary is cut at a sentence's end: %s", (language, sentence) => {
  const summary = summaryOf(Array(9).fill(sentence).join(" "), language);
  const whole = Math.floor(300 / (sentence.length + 1));
  expect(summary.length).toBeLessThanOrEqual(300);
  expect(summary).toBe(
    Array(Math.max(whole, Math.floor(301 / (sentence.length + 1))))
      .fill(sentence)
      .join(" "),
  );
});

test("sentences of Chinese and Japanese end without a space behind them", () => {
  for (const language of ["ja", "zh"] as const) {
    const summary = summaryOf(SENTENCES[language].repeat(9), language);
    expect(SENTENCES[language].repeat(9).startsWith(summary)).toBe(true);
    expect(summary).toMatch(/。$/);
    expect(summary.length).toBeGreaterThan(150);
  }
});

test("a short text is its own summary, on one line", () => {
  expect(summaryOf("  The tide\n\ncomes  in. ", "en")).toBe("The tide comes in.");
  expect(summaryOf("", "en")).toBe("");
  expect(summaryOf("x".repeat(300), "en")).toBe("x".repeat(300));
});

test("a long sentence is cut at a word, with an ellipsis", () => {
  const summary = summaryOf(`${"tide ".repeat(100)}.`, "en");
  expect(summary).toMatch(/^(tide )+tide…$/);
  expect(summary.length).toBeGreaterThan(280);
  expect(summary.length).toBeLessThanOrEqual(301);
});

test("a long sentence of Thai is cut at a word", () => {
  const words = "น้ำขึ้นก่อนเที่ยงและไม่มีใครแปลกใจ".repeat(20);
  const summary = summaryOf(words, "th");
  const segments = [...new Intl.Segmenter("th", { granularity: "word" }).segment(words)];
  expect(segments.map(({ index }) => index)).toContain(summary.length - 1);
});

test("a long word that has no end is cut between characters", () => {
  const flags = `a${"👩‍👩‍👧".repeat(90)}`;
  expect(summaryOf(flags, "en").isWellFormed()).toBe(true);
  expect(summaryOf(`a${"😀".repeat(200)}`, "en").isWellFormed()).toBe(true);
});

test.each([
  ["de", "am 19.", "Juni 2024 um 11 Uhr, und niemand auf dem Steg war davon überrascht"],
  ["de", "mit Dr.", "Weber und Frau Klein auf dem Steg, die davon nicht überrascht waren"],
  ["de", "an z. B.", "Montagen auf dem Steg, was niemanden je überrascht hat, wie es scheint"],
  ["en", "with Dr.", "Weber and Mr. Klein on the pier, who were not surprised by it at all"],
  ["en", "in the U.S.", "Senate, which was not surprised by it at all, as nobody ever was"],
  ["es", "con el Sr.", "Pérez en el muelle, que no se sorprendió en absoluto de que subiera"],
  ["fr", "avec M.", "Petit sur la jetée, qui n’en fut pas surpris le moins du monde, dit-il"],
])("an abbreviation or an ordinal is no sentence's end (%s): %s", (language, before, after) => {
  const beginning = `${"x".repeat(200)} ${before}`;
  expect(summaryOf(`${beginning} ${after} ${"und so weiter ".repeat(30)}.`, language)).not.toBe(beginning);
});

test("any text at all has a summary that is its beginning and ends with a whole word", () => {
  fc.assert(
    fc.property(
      fc.lorem({ maxCount: 120, mode: "sentences" }),
      fc.constantFrom("en", "de", "th"),
      (text, language) => {
        const summary = summaryOf(text, language);
        const kept = summary.replace(/…$/, "");
        expect(text.startsWith(kept)).toBe(true);
        expect(text.slice(kept.length)).toMatch(/^(?:$|[\s.,])/);
        expect(summary.length).toBeLessThanOrEqual(301);
      },
    ),
  );
});

test.each(["in Rom.", "in 2024.", "bei der SPD.", "am Hof."])(
  "a short word may be a sentence's end: %s",
  (end) => {
    const beginning = `${"x".repeat(200)} ${end}`;
    expect(summaryOf(`${beginning} Das Wasser ${"kam und ging ".repeat(30)}.`, "de")).toBe(beginning);
  },
);

const TIDE = "The tide comes in before noon.";

test.each([
  ["code", "```sh\ncat tide.txt\n```"],
  ["a table", "| a | b |\n| - | - |\n| 1 | 2 |"],
  ["a heading", "## When it comes"],
  ["a list", "1. Low\n2. High"],
  ["a picture", "![The pier](a.png)"],
  [
    "a picture with what it shows",
    "<figure><img src=a.png><figcaption>The pier. Photo: Ada</figcaption></figure>",
  ],
])("a summary of markup is of its paragraphs, without %s", (_, other) => {
  expect(draftOf("a.md", `# Tides\n\n${other}\n\n${TIDE}\n\n${other}\n`).summary).toBe(TIDE);
});

test("a summary of markup has neither notes nor their marks", () => {
  const text = "# Tides\n\nThe tide[^a] comes in *before* noon.\n\n[^a]: The higher one.\n";
  expect(draftOf("a.md", text).summary).toBe(TIDE);
  const notes = '<section class="footnotes"><p id="n1">The higher one.</p></section>';
  const page = `<title>x</title><main>The tide<sup><a href="#n1">1</a></sup> comes in before noon.${notes}`;
  expect(draftOf("a.html", page).summary).toBe(TIDE);
});

test("a summary of what has no paragraph is of what there is", () => {
  expect(draftOf("a.md", "# Tides\n\n- low\n- high\n").summary).toBe("low high");
});

test("a summary of markup keeps what is raised or lowered in a formula", () => {
  expect(draftOf("a.html", "<title>x</title><p>H<sub>2</sub>O on 3 m<sup>2</sup>.").summary).toBe(
    "H2O on 3 m2.",
  );
});
