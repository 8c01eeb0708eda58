/** The fixed words of pages, and in which language they are. */
import { expect, test } from "vitest";
import { filled, WORDS } from "../../src/pages/words.ts";
import { app, article, publication, topic } from "../sample.ts";
import { pageAt } from "./page.ts";

/** The texts of a table by their keys, those of tables in it too. */
const textsOf = (words: object, before = ""): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[before + key, value] as const] : textsOf(value, `${before + key}.`),
  );

const english = textsOf(WORDS.en ?? {});
const marksIn = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

test("there are words in 17 languages", () => {
  expect(Object.keys(WORDS).toSorted()).toEqual([
    "ar",
    "de",
    "en",
    "es",
    "fr",
    "he",
    "hi",
    "it",
    "ja",
    "ko",
    "nl",
    "pl",
    "pt",
    "ru",
    "tr",
    "uk",
    "zh",
  ]);
});

test.each(Object.entries(WORDS))(
  "%s has the words that English has, and what they are filled with",
  (_, words) => {
    const own = new Map(textsOf(words));
    expect([...own.keys()].toSorted()).toEqual(english.map(([key]) => key).toSorted());
    for (const [key, text] of english) {
      expect(own.get(key)?.trim(), key).not.toBe("");
      expect(own.get(key), key).toBe(own.get(key)?.trim().normalize("NFC"));
      expect(marksIn(own.get(key) ?? ""), key).toEqual(marksIn(text));
    }
  },
);

test("a mark is filled once, whatever is put in its place", () => {
  expect(filled("{a} of {b} and {c}", { a: "{b}", b: "$&" })).toBe("{b} of $& and {c}");
});

/** The words of a page about an article in a language, where the publication has another, and how they are marked. */
async function spoken(language: string, own: string) {
  const asked = app({ articles: [article({ language })], publication: publication({ language: own }) });
  const page = await pageAt(asked, "/articles/high-water");
  const masthead = page.one(".masthead");
  return {
    skip: page.text(".skip"),
    page: page.one("html").getAttribute("lang"),
    marks: [masthead.getAttribute("lang"), masthead.getAttribute("dir")],
    box: [page.one("#subscribe").getAttribute("lang"), page.text("#subscribe h2")],
  };
}

test.each([
  ["de", "en", "Zum Inhalt", null, null],
  ["de-AT", "en", "Zum Inhalt", null, null],
  ["sv", "de", "Zum Inhalt", "de", "ltr"],
  ["sv", "fi", "Skip to the content", "en", "ltr"],
  ["fa", "en", "Skip to the content", "en", "ltr"],
  ["sv", "ar", "انتقل إلى المحتوى", "ar", "rtl"],
  ["zh", "en", "跳至正文", null, null],
  ["zh-CN", "en", "跳至正文", null, null],
  ["zh-TW", "en", "Skip to the content", "en", "ltr"],
  ["zh-HK", "de", "Zum Inhalt", "de", "ltr"],
  ["zh-Hant", "zh-TW", "Skip to the content", "en", "ltr"],
  ["sv", "zh-Hant", "Skip to the content", "en", "ltr"],
])(
  "a page in %s of a publication in %s says “%s”, and marks it as %s, %s",
  async (language, own, skip, lang, dir) => {
    const told = await spoken(language, own);
    expect([told.page, told.skip, ...told.marks]).toEqual([language, skip, lang, dir]);
    expect(told.box[0]).toBe(lang);
  },
);

test("topics and languages are called as the page's language calls them, or are marked with another", async () => {
  const topics = [
    topic("tides", { title: { en: "Tides", ar: "المد والجزر" } }),
    topic("winds", { title: { en: "Winds" } }),
  ];
  const asked = app({
    articles: [article({ language: "ar", topics: ["tides", "winds"] })],
    publication: publication({ title: "The Sample", topics }),
  });
  const page = await pageAt(asked, "/languages/ar");
  const marksOf = (element: { getAttribute: (name: string) => string | null }) =>
    ["lang", "dir"].map((name) => element.getAttribute(name));
  expect([page.text("h1"), ...marksOf(page.one("h1 span"))]).toEqual(["العربية", null, null]);
  const named = page.all(".masthead nav li span").map((name) => [name.textContent, ...marksOf(name)]);
  expect(named).toEqual([
    ["المد والجزر", null, null],
    ["Winds", "en", "ltr"],
  ]);
  expect(page.one(".name a").getAttribute("lang")).toBe("en");
  expect(page.text(".head .kind")).toBe("لغة");
});

test("the page of what is absent is in the publication's language", async () => {
  const page = await pageAt(app({ publication: publication({ language: "ar" }) }), "/nothing");
  expect(page.one("html").getAttribute("dir")).toBe("rtl");
  expect(page.text("h1")).toBe("غير موجود");
});

test.each(["und", "tlh", "de-x-mtfrom-en", "de-u-co-phonebk", "zh-Hant-u-nu-hanidec", "sr-Latn-RS"])(
  "an article in %s has pages",
  async (language) => {
    const asked = app({
      articles: [article({ language, agencies: ["dpa"], updated: "2026-03-02T08:00:00Z" })],
    });
    for (const path of ["/", "/articles/high-water", "/search?q=water"])
      expect((await pageAt(asked, path)).text("h2 a, article h1")).toBe("High water");
  },
);
