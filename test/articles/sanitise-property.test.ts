import fc from "fast-check";
import { expect, test } from "vitest";
import { dangersIn } from "./judge.ts";
import { outcomeOf } from "./read.ts";
import { VECTORS } from "./vectors.ts";

const NAMES = [
  "p",
  "a",
  "img",
  "svg",
  "math",
  "style",
  "script",
  "noscript",
  "table",
  "td",
  "template",
  "mtext",
];
const MORE = [
  "mglyph",
  "title",
  "textarea",
  "select",
  "form",
  "iframe",
  "pre",
  "code",
  "h1",
  "article",
  "body",
  "xmp",
];
const ATTRIBUTES = [
  "onerror=alert(1)",
  'onclick="alert(1)"',
  "href=javascript:alert(1)",
  "href='java&#9;script:alert(1)'",
  "src=data:text/html,x",
  "srcset='a 1x,javascript:alert(1) 2x'",
  "poster=vbscript:x",
  "style=x",
  'title="--><img src onerror=alert(1)>"',
  "id=x",
  "xlink:href=javascript:alert(1)",
];
const PIECES = [
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "```\n",
  "`",
  "\n\n",
  "> ",
  "- [ ] ",
  "| a | b |\n|--|--|\n",
];
const LINKS = [
  "[x](javascript:alert(1))",
  "![x](data:,x)",
  "[^1]",
  "\n\n[^1]: x",
  "<",
  ">",
  '"',
  "'",
  "&lt;script&gt;",
];

const name = fc.constantFrom(...NAMES, ...MORE);
const opening = fc
  .tuple(name, fc.subarray(ATTRIBUTES), fc.constantFrom(" ", "/", "\n", "\t"))
  .map(([tag, attributes, between]) => `<${[tag, ...attributes].join(between)}>`);
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...VECTORS, ...PIECES, ...LINKS),
      opening,
      name.map((tag) => `</${tag}>`),
      fc.string({ unit: "binary", maxLength: 6 }).map((any) => any.replaceAll("\0", "")),
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((pieces) => pieces.join(""));

/** The body that a hostile seed becomes; nothing where it is no article. */
const bodyOf = (file: string, text: string): string => {
  const read = outcomeOf(file, text);
  return read.ok ? read.value.draft.contentHtml : "";
};

test.each([
  ["page", "a.html", (text: string) => `<title>High water</title><p>Before.</p>${text}`],
  ["Markdown", "a.md", (text: string) => `# High water\n\nBefore.\n\n${text}`],
  ["text", "a.txt", (text: string) => `High water\n\nBefore.\n\n${text}`],
])("no composition of hostile pieces survives in a %s", (_, file, seed) => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(dangersIn(bodyOf(file, seed(text)))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test("markup that was made is the same when it is parsed and made again", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const once = bodyOf("a.html", `<title>High water</title><article>${text}</article>`);
      const again = bodyOf("a.html", `<title>High water</title><article>${once}</article>`);
      expect(dangersIn(again)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
