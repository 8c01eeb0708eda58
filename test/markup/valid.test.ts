/** Every kind of page, by the rules of an outside judge of HTML (html-validate, its recommended preset). */
import { HtmlValidate } from "html-validate";
import { expect, test } from "vitest";
import { built } from "../built.ts";
import { readXml, texts } from "../feeds/xml.ts";
import { MANY } from "../pages/many.ts";
import { app, article, ask, publication, textAt } from "../sample.ts";
import { EMPTY_PUBLICATION, HOSTILE, HOSTILE_PUBLICATION } from "../validity/publications.ts";

/** Rules of taste alone, and those about what authors write: the HTML means the same either way. */
const OFF = {
  "doctype-style": "off", // `<!doctype html>` in lower case, as the standard's own examples have it.
  "void-style": "off", // hono/jsx writes `<meta/>`.
  "attribute-empty-style": "off", // hono/jsx writes `hidden=""`.
  "attribute-boolean-style": "off", // And `controls=""`.
  "long-title": "off", // A title is as long as its author made it.
  "wcag/h63": "off", // Headers of authors' tables without a scope are their row's or column's (HTML §4.9.12.2).
} as const;

const judge = new HtmlValidate({ extends: ["html-validate:recommended"], root: true, rules: OFF });

async function faultsIn(html: string): Promise<readonly string[]> {
  const { results } = await judge.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  );
}

type Asked = ReturnType<typeof app>;

async function faultsAt(asked: Asked, path: string, headers: Readonly<Record<string, string>> = {}) {
  const answer = await ask(asked, path, { headers });
  expect(answer.headers.get("content-type"), path).toBe("text/html; charset=utf-8");
  return (await faultsIn(await answer.text())).map((fault) => `${path}: ${fault}`);
}

const pagesOf = async (asked: Asked): Promise<readonly string[]> => [
  ...texts(readXml(await textAt(asked, "/sitemap.xml")), "url/loc"),
  "/?page=2",
  "/topics/winds/languages/de",
  "/subscribe",
  "/search",
  "/search?q=water",
  "/search?q=wather",
  `/search?q=${encodeURIComponent("</script>\"'&<b>")}`,
  "/nothing",
  "/articles/gone",
];

test("the judge finds what is wrong", async () => {
  const html = await textAt(app(), "/");
  expect(await faultsIn(html)).toEqual([]);
  expect(await faultsIn(html.replace("</main>", "<p><div></div></p><img></main>"))).not.toEqual([]);
});

test.each([
  ["the bundled publication", { ...built, clock: Date.now }],
  ["120 articles in six languages", MANY],
  ["a publication of which nothing is published", EMPTY_PUBLICATION],
  ["a hostile publication", HOSTILE_PUBLICATION],
  [
    "a publication with pictures of its own",
    { publication: publication({ icon: "/i.png", logo: "/l.png" }) },
  ],
  ["one in Arabic", { publication: publication({ language: "ar" }) }],
])("no page of %s breaks a rule", async (_, published) => {
  const asked = app(published);
  const found = [];
  for (const path of await pagesOf(asked))
    if ((await ask(asked, path)).headers.get("content-type")?.startsWith("text/html"))
      found.push(...(await faultsAt(asked, path)));
  expect(found).toEqual([]);
});

test("no page in place of a feed breaks a rule", async () => {
  for (const path of [
    "/rss.xml",
    "/topics/tides/atom.xml",
    "/languages/ar/feed.json",
    "/search/rss.xml?q=water",
  ])
    expect(await faultsAt(app(MANY), path, { "sec-fetch-dest": "document" })).toEqual([]);
});

test("no page of an article breaks a rule by what the article has or lacks", async () => {
  const image = { url: "https://pictures.example/ä b.jpg" };
  const some = [
    article({ image }),
    article({ title: HOSTILE, summary: HOSTILE, note: HOSTILE, image: { ...image, alt: HOSTILE } }),
    article({ authors: [{ name: HOSTILE }], source: { name: HOSTILE, url: "https://x.example/?a=1&b=2" } }),
    article({ contentHtml: "", summary: "", topics: [] }),
    article({ language: "zh-Hant-u-nu-hanidec", agencies: ["dpa"] }),
  ];
  for (const one of some)
    expect(await faultsAt(app({ articles: [one] }), "/articles/high-water")).toEqual([]);
});
