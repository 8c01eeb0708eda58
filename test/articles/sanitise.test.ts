import { describe, expect, test } from "vitest";
import { dangersIn } from "./judge.ts";
import { draftOf } from "./read.ts";
import { VECTORS } from "./vectors.ts";

/** The body of a seed between two sentences that must stay. */
const inPage = (hostile: string) =>
  draftOf("a.html", `<title>High water</title><article><p>Before.</p>\n${hostile}</article>`).contentHtml;
/** What XML cannot carry, and what stands for addresses. */
const UNCARRIED = ["\u0001", "\u000B", "\uFDD0", "\uFDD1", "\uFFFE"];
const inMarkdown = (hostile: string) =>
  draftOf("a.md", `# High water\n\nBefore.\n\n${hostile}\n`).contentHtml;

describe("the judge of these tests", () => {
  test.each([
    "<script>alert(1)</script>",
    "<p onclick=alert(1)>",
    "<a href='java\tscript:alert(1)'>",
    "<img srcset='a.png 1x,javascript:alert(1) 2x'>",
    "<svg>",
    "<iframe>",
  ])("sees the danger of %s", (hostile) => {
    expect(dangersIn(hostile)).not.toEqual([]);
  });
});

test.each(VECTORS)("nothing hostile leaves a page: %s", (hostile) => {
  const html = inPage(hostile);
  expect(dangersIn(html)).toEqual([]);
  expect(html).toContain("<p>Before.</p>");
});

test.each(VECTORS)("nothing hostile leaves Markdown: %s", (hostile) => {
  const html = inMarkdown(hostile);
  expect(dangersIn(html)).toEqual([]);
  expect(html).toContain("<p>Before.</p>");
});

test.each([
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](javascript&colon;alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](<java\tscript:alert(1)>)",
  "[x](vbscript:msgbox(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "![x](javascript:alert(1))",
  "![x](data:image/svg+xml;base64,PHN2Zz4=)",
  "<javascript:alert(1)>",
  "[x]\n\n[x]: javascript:alert(1)",
  '[x](https://a.example "x\\" onmouseover=\\"alert(1)")',
  '![x" onerror="alert(1)](https://a.example/a.png)',
  "```html\n</code></pre><script>alert(1)</script>\n```",
  "`</code><script>alert(1)</script>`",
])("a hostile link of Markdown leads nowhere: %s", (hostile) => {
  expect(dangersIn(inMarkdown(hostile))).toEqual([]);
});

test("a body that is hostile through and through is no article", () => {
  expect(() => inPageAlone("<script>alert(1)</script><style>p{}</style><svg></svg>")).toThrow("no text");
});

test("no attribute holds the look of a tag, for readers that search markup by hand", () => {
  const html = inPage(
    '<p title="<script>alert(1)</script>">x</p><img src="a.png" alt="</noscript><img onerror=x>">',
  );
  expect(html).not.toMatch(/<script|<img onerror|<\/noscript/);
  expect(html).toContain("<p title=");
});

test("what is stripped takes its text with it", () => {
  for (const tag of ["script", "style", "svg", "math", "form", "textarea", "template", "noscript", "object"])
    expect(inPage(`<${tag}>SECRET</${tag}>`)).not.toContain("SECRET");
});

test("code in a text seed is text", () => {
  const { contentHtml } = draftOf(
    "a.txt",
    `High water\n\nThe tide <script>alert(1)</script> comes &amp; goes ]]> at noon, "as" ever.`,
  );
  expect(dangersIn(contentHtml)).toEqual([]);
  expect(contentHtml).toContain("&lt;script&gt;alert(1)&lt;/script&gt; comes &amp;amp; goes ]]&gt; at noon");
});

test("code in a code block is shown as it was written", () => {
  expect(inMarkdown("```html\n<script>alert(1)</script>\n```")).toContain(
    `<pre><code class="language-html">&#x3C;script>alert(1)&#x3C;/script>`,
  );
});

test("characters that no feed can carry, and those that stand for addresses, leave the body and every fact", () => {
  const marks = "\u0001\u000B\u0085\uFDD0\uFDD1\uFFFE";
  const references = "&#x1;&#xFDD0;&#xFDD1;&#xFFFE;";
  for (const html of [
    inPage(`${marks}${references}<p title="${references}">x</p>`),
    inMarkdown(`${marks}${references}`),
  ])
    expect(UNCARRIED.filter((character) => html.includes(character))).toEqual([]);
});

test("no fact of a text seed holds a character that no feed can carry", () => {
  const seed =
    "High\u0001 water | The\u0001 Pier\uFDD0\n\nBy Ada\u0001 Lovelace\n\nThe tide comes\u0001 in at noon.";
  const said: string[] = [];
  JSON.stringify(draftOf("a.txt", seed), (_, value) => {
    if (typeof value === "string") said.push(value);
    return value;
  });
  expect(said.filter((text) => UNCARRIED.some((character) => text.includes(character)))).toEqual([]);
});

test("a character that no feed can carry changes nothing of how a text seed is read", () => {
  const clean = "High water | The Pier\n\nBy Ada Lovelace\n\nThe tide comes in at noon.";
  const dirty = clean.replaceAll("\n\n", "\u0001\n\n\uFDD0");
  expect(draftOf("a.txt", `${dirty}\u0001`)).toEqual(draftOf("a.txt", clean));
});

const inPageAlone = (hostile: string) =>
  draftOf("a.html", `<title>x</title><article>${hostile}</article>`).contentHtml;
