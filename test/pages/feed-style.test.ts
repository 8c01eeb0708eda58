/** How a feed looks that a browser shows as XML. */
import { parseHTML } from "linkedom/worker";
import { expect, test } from "vitest";
import { feedCss } from "../../src/pages/feed-style.ts";
import { WORDS } from "../../src/pages/words.ts";
import { app, ask, publication, textAt } from "../sample.ts";

interface Rule {
  readonly selectorText?: string;
  readonly style?: { readonly getPropertyValue: (name: string) => string };
}

const rulesOf = (css: string): readonly Rule[] => {
  const { document } = parseHTML(`<style>${css}</style>`) as unknown as {
    readonly document: {
      readonly querySelector: (name: string) => { readonly sheet: { readonly cssRules: readonly Rule[] } };
    };
  };
  return [...document.querySelector("style").sheet.cssRules];
};

const wordsIn = (css: string) =>
  rulesOf(css)
    .find(({ selectorText }) => selectorText?.includes("::before"))
    ?.style?.getPropertyValue("content");

test("feeds name a style, which says in the publication's language that they are feeds", async () => {
  const asked = app({ publication: publication({ language: "fr" }) });
  const answer = await ask(asked, "/feed.css");
  expect(answer.headers.get("content-type")).toBe("text/css; charset=utf-8");
  expect(wordsIn(await answer.text())).toBe(`"${WORDS.fr?.isFeed}"`);
  for (const file of ["rss.xml", "atom.xml"])
    expect(await textAt(asked, `/${file}`)).toContain(
      '<?xml-stylesheet type="text/css" href="https://news.example/feed.css"',
    );
});

test.each(Object.keys(WORDS))("the words in %s end no string in the style", (language) => {
  const css = feedCss({ publication: publication({ language }), base: "https://news.example" });
  const english = feedCss({ publication: publication(), base: "https://news.example" });
  expect(rulesOf(css)).toHaveLength(rulesOf(english).length);
  const spoken = wordsIn(css)?.replace(/\\([0-9a-f]+) /g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
  expect(spoken).toBe(`"${WORDS[language]?.isFeed}"`);
});
