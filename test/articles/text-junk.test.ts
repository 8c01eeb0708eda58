import { expect, test } from "vitest";
import { draftOf } from "./read.ts";

const SOLID = {
  en: "The mill by the river grinds again from Monday, the owners said on Friday after a whole winter of repairs to the wheel.",
  nl: "De molen aan de rivier maalt vanaf maandag weer, zeiden de eigenaars vrijdag na een hele winter van reparaties aan het rad.",
  ru: "Мельница у реки снова мелет с понедельника, сообщили в пятницу её владельцы после целой зимы ремонта большого колеса.",
  zh: "河边的磨坊星期一重新开始磨面，主人们在整整一个冬天修理水轮之后于星期五宣布了这个消息，村民都感到十分高兴，纷纷前来。",
} as const;
const TITLES = {
  en: "The mill turns",
  nl: "De molen draait",
  ru: "Мельница крутится",
  zh: "磨坊重开",
} as const;

/** The body of a page with a line above its title, one within the text, and one below it. */
const bodyOf = (language: keyof typeof SOLID, { top = "", within = "", below = "" }) =>
  draftOf(
    "a.txt",
    `---\nlanguage: ${language}\n---\n${top}\n\n${TITLES[language]}\n\n12.02.2026\n\n${SOLID[language]}\n\n${within}\n\n${SOLID[language]}\n\n${below}\n`,
  );

const plain = (language: keyof typeof SOLID) => Array(2).fill(`<p>${SOLID[language]}</p>`).join("\n");

test.each([
  ["nl", "Direct naar artikelinhoud"],
  ["nl", "Meteen naar de inhoud"],
  ["nl", "Naar de content"],
  ["ru", "К основному содержанию"],
  ["zh", "跳转到内容"],
  ["zh", "跳轉到主要內容"],
  ["en", "Skip navigation"],
] as const)("a link that jumps over navigation is no title and no text: %s, %s", (language, top) => {
  expect(bodyOf(language, { top }).title).toBe(TITLES[language]);
  expect(bodyOf(language, { within: top }).contentHtml).toBe(plain(language));
});

test("what lies between two lines about one promotion is a box, paragraphs too", () => {
  const box =
    "Sign up to River News\n\nOur morning email explains what happens along the river, telling you what is new and why it matters to everybody.";
  const within = `skip past newsletter promotion\n\n${box}\n\nafter newsletter promotion`;
  expect(bodyOf("en", { within }).contentHtml).toBe(plain("en"));
});

test.each([
  "Get the best stories of the valley: sign up to our daily newsletter here.",
  "Do you grind your own flour? Let us know in the comments below.",
  "The Mill Letter is a reader-supported publication. To receive new posts, consider becoming a subscriber.",
])("what a page asks of its readers is no text: %s", (plea) => {
  expect(bodyOf("en", { within: plea }).contentHtml).toBe(plain("en"));
  expect(bodyOf("en", { below: plea }).contentHtml).toBe(plain("en"));
});

test.each([
  "Who will pay for it? The owners say that they will.",
  "The baker reads the newsletter of the mill. He says it is the best of them all.",
])("a question or a newsletter that the text speaks of stays: %s", (sentence) => {
  expect(bodyOf("en", { within: sentence }).contentHtml).toContain(sentence);
});

test.each([
  ["en", "Copyright notice"],
  ["nl", "Copyright notice"],
  ["ru", "Copyright notice"],
  ["en", "Follow us on Instagram"],
  ["nl", "Follow us on Instagram"],
  ["ru", "Follow us on Instagram"],
] as const)(
  "a button that the page has after every paragraph parts nothing and ends nothing: %s, %s",
  (language, button) => {
    const page = [TITLES[language], "12.02.2026", ...Array(5).fill(SOLID[language])].join(`\n${button}\n`);
    const { contentHtml } = draftOf("a.txt", `---\nlanguage: ${language}\n---\n${page}\n`);
    expect(contentHtml).toBe(Array(5).fill(`<p>${SOLID[language]}</p>`).join("\n"));
  },
);

test("a button to go back is not the headline of a neighbour", () => {
  const body =
    "नदी के किनारे की चक्की सोमवार से फिर चलने लगी है, मालिकों ने शुक्रवार को पूरी सर्दी भर चली मरम्मत के बाद यह बात कही।";
  const { related, contentHtml } = draftOf(
    "a.txt",
    `चक्की फिर चली\n\n12.02.2026\n\n${body}\n\nपीछे जाएं\n\n${body}\n`,
  );
  expect(related).toEqual([]);
  expect(contentHtml).not.toContain("जाएं");
});

test("what a page says again and again tells its language once", () => {
  const notice = "No compatible source was found for this media";
  const page = `${TITLES.nl}\n\n12.02.2026\n\n${`${notice}\n\n`.repeat(12)}${SOLID.nl}\n\n${notice}\n\n${SOLID.nl}\n`;
  expect(draftOf("a.txt", page).language).toBe("nl");
});
