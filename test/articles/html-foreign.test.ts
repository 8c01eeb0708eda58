import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dangersIn } from "./judge.ts";
import { complaintsOf, draftOf, outcomeOf, withFacts } from "./read.ts";
import { VECTORS } from "./vectors.ts";

const TIDE =
  "The tide comes in at noon, as it has done for longer than anyone in the village can say, and goes out again in the evening.";
const TEXT = `<p>${TIDE}</p><p>Nobody has ever been late for it, although several people have been early, and one of them had to swim.</p>`;
const ld = (json: unknown) =>
  `<script type="application/ld+json">${typeof json === "string" ? json : JSON.stringify(json)}</script>`;
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
const page = (head: string, body = `<article><h1>High water</h1>${TEXT}</article>`) =>
  `<!doctype html>\n<html lang="en"><head><title>High water</title>\n${head}\n<script src="a.js"></script></head><body>${body}</body></html>`;
const read = (head: string, body?: string) => draftOf("a.html", page(head, body));
const article = (more: object) => ({ "@type": "NewsArticle", headline: "High water", ...more });

describe("JSON-LD", () => {
  test.each([
    [article({ author: "Ada Lovelace" }), { authors: [{ name: "Ada Lovelace" }] }],
    [
      article({ author: [{ name: "Ada Lovelace", url: "https://a.example/ada" }, "Grace Hopper"] }),
      { authors: [{ name: "Ada Lovelace", url: "https://a.example/ada" }, { name: "Grace Hopper" }] },
    ],
    [article({ publisher: { name: "The Pier" } }), { source: { name: "The Pier" } }],
    [article({ image: "https://a.example/a.png" }), { image: { url: "https://a.example/a.png" } }],
    [
      article({
        image: [
          { url: "https://a.example/a.png", width: 10 },
          { url: "https://a.example/b.png", width: 99 },
        ],
      }),
      { image: { url: "https://a.example/b.png" } },
    ],
    [
      article({ mainEntityOfPage: { "@type": "WebPage", "@id": "https://a.example/1" } }),
      { source: { name: "a.example", url: "https://a.example/1" } },
    ],
    [
      article({ datePublished: "2024-06-19T12:00:00+02:00", dateModified: "2024-06-20" }),
      { published: "2024-06-19T10:00:00Z", updated: "2024-06-20T00:00:00Z" },
    ],
    [
      article({ datePublished: "2024-06-19", dateModified: "2024-06-18" }),
      { published: "2024-06-19T00:00:00Z" },
    ],
    [article({ description: "Low &amp;amp; <b>high</b>" }), { summary: "Low & high" }],
    [
      { "@graph": [{ "@type": "WebSite" }, article({ author: "Ada Lovelace" })] },
      { authors: [{ name: "Ada Lovelace" }] },
    ],
    [[[article({ author: "Ada Lovelace" })]], { authors: [{ name: "Ada Lovelace" }] }],
    [
      `<!--${JSON.stringify(article({ author: "Ada Lovelace" }))}-->`,
      { authors: [{ name: "Ada Lovelace" }] },
    ],
    [
      `//<![CDATA[\n${JSON.stringify(article({ author: "Ada Lovelace" }))}\n//]]>`,
      { authors: [{ name: "Ada Lovelace" }] },
    ],
    [
      '{"@type":"Article","headline":"High\nwater","author":"Ada Lovelace",}',
      { authors: [{ name: "Ada Lovelace" }] },
    ],
  ])("is read in every shape that sites give it: %j", (json, expected) => {
    expect(read(ld(json))).toMatchObject(expected);
  });

  test("outranks what is meant for sharing, and is outranked by front matter", () => {
    const head = ld(article({ datePublished: "2024-06-19" })) + meta("article:published_time", "2020-01-01");
    expect(read(head).published).toBe("2024-06-19T00:00:00Z");
    expect(draftOf("a.html", withFacts("date: 2023-01-01", page(head))).published).toBe(
      "2023-01-01T00:00:00Z",
    );
  });

  test("that is broken is left out with a warning on its line", () => {
    const outcome = outcomeOf("a.html", page(ld('{"@type": "Article", "headline')));
    expect(outcome).toMatchObject({ ok: true, warnings: [{ line: 3, expected: "JSON-LD" }, {}] });
  });

  test("that holds what nobody expects is no crash", () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom("author", "image", "publisher", "headline", "datePublished", "@graph", "url"),
        (value, key) => {
          expect(outcomeOf("a.html", page(ld(article({ [key]: value })))).ok).toBe(true);
        },
      ),
    );
  });
});

describe("a page that others made", () => {
  test("states impossible dates without stopping a build: the next that is possible holds", () => {
    const head = `${meta("article:published_time", "2024-02-30")}<meta name="date" content="2024-02-29">`;
    const outcome = outcomeOf("a.html", page(head));
    expect(outcome).toMatchObject({ ok: true, value: { draft: { published: "2024-02-29T00:00:00Z" } } });
    expect(outcome).toMatchObject({ warnings: [{ line: 3, found: '"2024-02-30": it is left out' }] });
  });

  test("is at fault where our own names for metadata are used wrongly", () => {
    const outcome = outcomeOf("a.html", page('<meta name="broadsheet:slug" content="A B">'));
    expect(complaintsOf(outcome)).toEqual([expect.stringMatching(/^3: slug/)]);
  });

  test("is published undated, with a warning, where it names no day", () => {
    expect(outcomeOf("a.html", page(""))).toMatchObject({
      ok: true,
      warnings: [{ expected: "a day of publication" }],
    });
  });

  test.each([
    ["High water | The Pier", "High water"],
    ["High water - The Pier", "High water"],
    ["The Pier: High water", "High water"],
    ["High water – and low", "High water – and low"],
  ])("has the outlet taken off its title: %s", (stated, title) => {
    const head = meta("og:title", stated) + meta("og:site_name", "The Pier");
    expect(read(head, `<article>${TEXT}</article>`).title).toBe(title);
  });

  test("has no author whose name is a sentence", () => {
    const note = '<p class="author-note">The author is a fisherman and has no interests to declare.</p>';
    expect(read("", `<article><h1>High water</h1>${TEXT}${note}</article>`).authors).toEqual([]);
  });

  test("may call its language one that cannot be written in the article's script", () => {
    const text =
      "<p>潮は正午に満ちてくる。村の誰もが覚えているよりずっと昔からそうであり、夕方にはまた引いていく。</p>";
    expect(read("", `<article>${text}${text}</article>`).language).toBe("ja");
  });

  test("keeps a relative picture only where it is known whose page it is", () => {
    const head = meta("og:image", "/a.png");
    expect(read(head)).not.toHaveProperty("image");
    expect(read(`${head}<link rel="canonical" href="https://a.example/1">`).image).toEqual({
      url: "https://a.example/a.png",
    });
  });

  test.each(VECTORS)("lets nothing hostile through: %s", (hostile) => {
    const { contentHtml } = read("", `<div class="x"><article>${TEXT}\n${hostile}</article></div>`);
    expect(dangersIn(contentHtml)).toEqual([]);
    expect(contentHtml).toContain(TIDE);
  });
});

describe("time", () => {
  test.each([
    ["paragraphs", page("", `<article>${`<p class="x">${TIDE}</p>`.repeat(35_000)}</article>`)],
    ["line breaks", page("", `<div>${`${TIDE}<br><br>`.repeat(35_000)}</div>`)],
    ["boxes side by side", page("", `<div>${`<div><span>${TIDE}</span></div>`.repeat(30_000)}</div>`)],
    ["links", page("", `<article>${TEXT}${'<a href="/a">High water</a> '.repeat(150_000)}</article>`)],
    ["a script", page(`<script>${"var a = 1;".repeat(500_000)}</script>`)],
  ])("a page of 5 MB is read in seconds: %s", (_, seed) => {
    const start = performance.now();
    expect(outcomeOf("a.html", seed).ok).toBe(true);
    expect(performance.now() - start).toBeLessThan(30_000);
  });

  test("a page nested thousands deep is read or complained of, and is no crash", () => {
    for (const depth of [500, 5000])
      expect(() => outcomeOf("a.html", page("", `${"<div>".repeat(depth)}${TEXT}`))).not.toThrow();
  });
});

describe("a page written by hand", () => {
  const word = fc.constantFrom(
    "tide",
    "Share",
    "comments",
    "read more",
    "Advertisement",
    "noon",
    "water.",
    "related",
    "By Ada",
  );
  const words = fc.array(word, { minLength: 1, maxLength: 30 }).map((some) => some.join(" "));
  const element = fc.tuple(fc.constantFrom("p", "h2", "blockquote", "pre", "div", "section"), words);

  test("loses nothing of its article's text", () => {
    fc.assert(
      fc.property(fc.array(element, { minLength: 1, maxLength: 12 }), (parts) => {
        const body = parts.map(([tag, text]) => `<${tag}>${text}</${tag}>`).join("\n");
        const seed = `<title>High water</title><nav>x</nav><article>${body}</article><footer>x</footer>`;
        const shown = draftOf("a.html", seed).contentHtml.replace(/<[^>]*>/g, "\n");
        expect(shown.match(/\S+/g)).toEqual(parts.flatMap(([, text]) => text.split(" ")));
      }),
    );
  });
});
