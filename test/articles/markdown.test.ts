import { describe, expect, test } from "vitest";
import { elementsOf } from "./judge.ts";
import { complaintsOf, draftOf, outcomeOf, withFacts } from "./read.ts";

const bodyOf = (text: string) => draftOf("a.md", `# High water\n\n${text}\n`).contentHtml;

test("the first heading is the title, in plain text, and no part of the body", () => {
  const draft = draftOf("a.md", "# High *water* & `<low>` [water](https://a.example)\n\nThe tide comes in.");
  expect(draft.title).toBe("High water & <low> water");
  expect(draft.contentHtml).toBe("<p>The tide comes in.</p>");
});

test("a heading with a line below it is a title as well", () => {
  expect(draftOf("a.md", "High water\n==========\n\nText.").title).toBe("High water");
});

test("a title keeps its entities as characters", () => {
  expect(draftOf("a.md", "# Fish &amp; chips &lt;now&gt;\n\nText.").title).toBe("Fish & chips <now>");
});

test("a heading further down, or of a lower rank, is none of the title", () => {
  for (const text of ["Text.\n\n# High water", "## High water\n\nText."])
    expect(complaintsOf(outcomeOf("a.md", text))).toEqual([
      "1: a title, in the metadata or as the first heading; none",
    ]);
});

test("a heading that only says the stated title again is not said twice", () => {
  const { contentHtml } = draftOf("a.md", withFacts("title: High water", "# High water\n\nText."));
  expect(contentHtml).toBe("<p>Text.</p>");
});

test("a title alone is no article", () => {
  expect(complaintsOf(outcomeOf("a.md", "# High water\n"))).toEqual([
    `1: an article below "High water"; no text`,
  ]);
});

test("tables keep their heads and the alignment of their columns", () => {
  const html = bodyOf("| Pier | Time |\n| :-- | --: |\n| East | **12** |\n| West \\| | 13 |");
  expect(html).toMatch(/<thead>\s*<tr>\s*<th align="left">Pier<\/th>\s*<th align="right">Time<\/th>/);
  expect(html).toContain('<td align="right"><strong>12</strong></td>');
  expect(html).toContain("West |");
});

test("lists of tasks keep which of them are done, and none can be filled in", () => {
  const boxes = elementsOf(bodyOf("- [x] ebb\n- [ ] flow")).filter(({ tagName }) => tagName === "input");
  expect(boxes.map(({ properties }) => [properties.type, properties.checked, properties.disabled])).toEqual([
    ["checkbox", true, true],
    ["checkbox", undefined, true],
  ]);
});

test.each([
  ["of the publication's own", ""],
  ["from elsewhere", "source_url: https://pier.example/notes/1"],
])("footnotes of an article %s lead to their notes and back again", (_, facts) => {
  const seed = withFacts(`title: High water\n${facts}`, "The tide[^t] and the moon[^t].\n\n[^t]: A note.");
  const { contentHtml } = draftOf("a.md", seed);
  const elements = elementsOf(contentHtml);
  const ids = elements.flatMap(({ properties }) => (properties.id ? [`\u{FDD1}#${properties.id}`] : []));
  const links = elements.flatMap(({ properties }) => (properties.href ? [String(properties.href)] : []));
  expect(links).toHaveLength(4);
  for (const link of links) expect(ids).toContain(link);
});

test("links to headings that authors name lead to them", () => {
  const html = bodyOf('[below](#low)\n\n<h2 id="low">Low water</h2>');
  expect(html).toContain('<a href="\u{FDD1}#low">');
  expect(html).toContain('<h2 id="low">');
});

test("pictures keep their address, their alternative text and their size", () => {
  const html = bodyOf(
    '![A "pier"](https://a.example/a.png)\n\n<img src="https://a.example/b.png" width="9" alt="">',
  );
  expect(html).toContain('<img src="https://a.example/a.png" alt="A &#x22;pier&#x22;">');
  expect(html).toContain('<img src="https://a.example/b.png" width="9" alt="">');
});

test("the language and the direction of a part are kept", () => {
  const html = bodyOf(
    '<p lang="he" dir="rtl">שלום</p>\n\nA <bdi>name</bdi> and a <span lang="fr">mot</span>.',
  );
  expect(html).toContain('<p lang="he" dir="rtl">שלום</p>');
  expect(html).toContain('A <bdi>name</bdi> and a <span lang="fr">mot</span>.');
});

test("markup in Markdown that articles need is kept", () => {
  const figure = `<figure><img src="https://a.example/a.png" alt="x"><figcaption>A <small>pier</small></figcaption></figure>`;
  expect(bodyOf(figure)).toBe(figure);
  const time =
    '<time datetime="2024-06-19">19 June</time>, <mark>marked</mark>, H<sub>2</sub>O, <kbd>Esc</kbd>';
  expect(bodyOf(time)).toBe(`<p>${time}</p>`);
});

test("code keeps its language, its white space and its characters", () => {
  expect(bodyOf("```ts\nif (a < b && c)\n\n  d();\n```")).toBe(
    '<pre><code class="language-ts">if (a &#x3C; b &#x26;&#x26; c)\n\n  d();\n</code></pre>',
  );
});

test("struck out text and bare addresses are as on GitHub", () => {
  expect(bodyOf("~~ebb~~ see https://a.example/x.")).toBe(
    '<p><del>ebb</del> see <a href="https://a.example/x">https://a.example/x</a>.</p>',
  );
});

test("the summary is plain text, without marks of Markdown", () => {
  expect(draftOf("a.md", "# x\n\nThe *tide* comes [in](https://a.example) &amp; goes.").summary).toBe(
    "The tide comes in & goes.",
  );
});

test("a heading that says something else than the stated title stays in the body", () => {
  const draft = draftOf("a.md", withFacts("title: High water", "# Low water\n\nText."));
  expect(draft).toMatchObject({ title: "High water", contentHtml: "<h1>Low water</h1>\n<p>Text.</p>" });
});

test("a few words tell no language", () => {
  expect(draftOf("a.md", "# Flut\n\nDas Meer.", { language: "en" }).language).toBe("en");
});

test("a paragraph that would take minutes to read is a fault on its line", () => {
  const began = performance.now();
  expect(complaintsOf(outcomeOf("a.md", `# x\n\n${"*a_ ".repeat(20_000)}`))).toEqual([
    expect.stringMatching(/^3: a paragraph of at most 10000 marks/),
  ]);
  expect(performance.now() - began).toBeLessThan(2000);
});

test("Markdown nested thousands deep is a fault, not a crash", () => {
  expect(complaintsOf(outcomeOf("a.md", `# x\n\n${">".repeat(5000)} a`))).toEqual([
    "1: markup that is nested less deeply; thousands of levels",
  ]);
});

describe("a short text", () => {
  test.each([
    ["ar", "صباح", "وصلت السفينة."],
    ["he", "בוקר", "הספינה הגיעה."],
    ["ru", "Утро", "Лодки вышли."],
    ["ja", "朝の港", "船が着いた。"],
    ["zh", "晨", "船到了。"],
    ["ko", "아침", "배가 왔다."],
    ["hi", "सुबह", "नाव आ गई।"],
    ["el", "Πρωί", "Το πλοίο έφτασε."],
    ["th", "เช้า", "เรือมาแล้ว"],
  ])("in letters that are not Latin is in a language that has them: %s", (language, title, sentence) => {
    expect(draftOf("a.md", `# ${title}\n\n${sentence}`).language).toBe(language);
    const page = `<title>${title}</title><body><p><a href="https://pier.example/a/long/way">${sentence}</a>`;
    expect(draftOf("a.html", page).language).toBe(language);
  });

  test.each(["uk", "bg", "sr", "ru"])("in the publication's letters is in its language: %s", (language) => {
    expect(draftOf("a.md", "# Море\n\nЛодка.", { language }).language).toBe(language);
  });

  test("of Han alone stays Japanese in a Japanese publication", () => {
    expect(draftOf("a.md", "# 朝\n\n港。", { language: "ja" }).language).toBe("ja");
  });

  test("in Latin letters is in the publication's language", () => {
    expect(draftOf("a.md", "# Morgen\n\nDas Schiff ist da.").language).toBe("en");
    expect(draftOf("a.md", "# Ω\n\nThe ohm, Ω.").language).toBe("en");
  });
});

const NOTED = "Noon[^a].\n\n[^a]: By the clock.\n";

test.each([
  ["fr", "Notes"],
  ["de", "Fußnoten"],
  ["pt-BR", "Notas"],
  ["ru", "Примечания"],
  ["fi", "*"],
])("notes are labelled in the language of the article: %s", (language, label) => {
  const { contentHtml } = draftOf("a.md", withFacts(`language: ${language}\ntitle: x`, NOTED));
  expect(contentHtml).toContain(`id="footnote-label">${label}</h2>`);
  expect(contentHtml).not.toMatch(/Footnotes|Back to/);
});
