import { expect, test } from "vitest";
import { complaintsOf, draftOf, outcomeOf, withFacts } from "./read.ts";

const page = (head: string, body = "<article><p>The tide comes in at noon.</p></article>") =>
  `<!doctype html>\n<html lang="en">\n<head>\n${head}\n</head>\n<body>${body}</body></html>`;
const TITLE = "<title>High water</title>";
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
const property = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
const read = (head: string, body?: string) => draftOf("a.html", page(head, body));

test.each([
  [property("og:title", "Low &amp; high"), { title: "Low & high" }],
  [property("article:published_time", "2024-06-19T10:35:00Z"), { published: "2024-06-19T10:35:00Z" }],
  [meta("date", "2024-06-19"), { published: "2024-06-19T00:00:00Z" }],
  [meta("DC.date", "2024-06-19"), { published: "2024-06-19T00:00:00Z" }],
  [
    meta("date", "2024-06-19") + property("article:modified_time", "2024-06-20"),
    { published: "2024-06-19T00:00:00Z", updated: "2024-06-20T00:00:00Z" },
  ],
  [meta("author", "Ada") + meta("author", "Grace"), { authors: [{ name: "Ada" }, { name: "Grace" }] }],
  [meta("description", "In short."), { summary: "In short." }],
  [meta("description", "First.") + property("og:description", "Second."), { summary: "First." }],
  [property("og:image", "https://a.example/a.png"), { image: { url: "https://a.example/a.png" } }],
  [property("og:image", "/a.png"), { image: { url: "\u{FDD0}/a.png" } }],
  [property("og:site_name", "The Pier"), { source: { name: "The Pier" } }],
  [
    `<link rel="canonical" href="https://www.pier.example/1">`,
    { source: { name: "pier.example", url: "https://www.pier.example/1" } },
  ],
  [meta("broadsheet:topics", "tides, winds"), { topics: ["tides", "winds"] }],
  [meta("broadsheet:slug", "high-water"), { slug: "high-water" }],
  [meta("broadsheet:id", "tag:a.example,2024:1"), { id: "tag:a.example,2024:1" }],
  [meta("broadsheet:withdrawn", "true"), { withdrawn: true }],
])("metadata are heard: %s", (head, expected) => {
  expect(read(TITLE + head)).toMatchObject(expected);
});

test("a page's image begins at its canonical address", () => {
  const canonical = '<link rel="canonical" href="https://www.pier.example/2024/tide">';
  const image = (address: string) => read(TITLE + canonical + property("og:image", address)).image;
  expect(image("a.png")).toEqual({ url: "https://www.pier.example/2024/a.png" });
  expect(image("/a.png")).toEqual({ url: "https://www.pier.example/a.png" });
});

test("the title is that for sharing, else the first heading, else the page's", () => {
  const heading = "<article><h1>From the <em>heading</em></h1><p>Text.</p></article>";
  expect(read(property("og:title", "For sharing") + TITLE, heading).title).toBe("For sharing");
  expect(read(TITLE, heading).title).toBe("From the heading");
  expect(read(TITLE).title).toBe("High water");
});

test("the article's own title is no part of its body", () => {
  expect(read("", "<article><h1>High water</h1><p>Text.</p></article>").contentHtml).toBe("<p>Text.</p>");
});

test("a title over several lines is one line, and no part of the body", () => {
  const draft = read("", "<article><h1>High\n   water</h1><p>Text.</p></article>");
  expect(draft).toMatchObject({ title: "High water", contentHtml: "<p>Text.</p>" });
  const shared = property("og:title", "High water");
  expect(read(shared, "<article><h1>High\n   water</h1><p>Text.</p></article>").contentHtml).toBe(
    "<p>Text.</p>",
  );
});

test.each([
  ["<nav>x</nav><article><p>Text.</p></article><p>x</p>"],
  ["<header>x</header><main><p>Text.</p></main><footer>x</footer>"],
  ["<nav>x</nav><p>Text.</p><aside>x</aside><footer>x</footer>"],
  ["<article><nav>x</nav><header>x</header><p>Text.</p><footer>x</footer><form>x</form></article>"],
])("the article is told from the page around it: %s", (body) => {
  expect(read(TITLE, body).contentHtml).toBe("<p>Text.</p>");
});

test("the page's language is the article's", () => {
  expect(draftOf("a.html", page(TITLE).replace('"en"', '"pt-BR"')).language).toBe("pt-BR");
});

test("a page that states no language is read for it", () => {
  const body =
    "<p>Der Mond hebt das Wasser zweimal am Tag, und das Meer kommt langsam an den Strand zurück.</p>";
  expect(draftOf("a.html", `${TITLE}${body}`).language).toBe("de");
});

test("faults of metadata are told on their own lines", () => {
  const head = [
    TITLE,
    meta("date", "2024-02-30"),
    meta("broadsheet:topics", "rain"),
    meta("broadsheet:slug", "A B"),
  ].join("\n");
  const told = complaintsOf(outcomeOf("a.html", page(head))).map((complaint) => complaint.slice(0, 8));
  expect(told).toEqual([
    expect.stringMatching(/^5: date/),
    expect.stringMatching(/^6: topic/),
    expect.stringMatching(/^7: slug/),
  ]);
});

test("the lines of metadata count those of front matter before them", () => {
  const seed = `---\nsummary: x\n---\n${page(`${TITLE}\n${meta("date", "soon")}`)}`;
  expect(complaintsOf(outcomeOf("a.html", seed))).toEqual([expect.stringMatching(/^8: date/)]);
});

test("faults of front matter and of metadata are told at once", () => {
  const seed = `---\nslug: A B\n---\n${page(`${TITLE}${meta("date", "soon")}`)}`;
  expect(complaintsOf(outcomeOf("a.html", seed))).toHaveLength(2);
});

test("pages without a title, or without a text, are at fault", () => {
  expect(complaintsOf(outcomeOf("a.html", page("")))).toEqual([expect.stringContaining("a title")]);
  expect(complaintsOf(outcomeOf("a.html", page(TITLE, "<article></article>")))).toEqual([
    expect.stringContaining("no text"),
  ]);
});

test("metadata that say nothing are none", () => {
  const draft = read(`${TITLE}${meta("author", " ")}${meta("date", "")}${property("og:image", "")}`);
  expect(draft).toMatchObject({ authors: [] });
  for (const key of ["published", "image"]) expect(draft).not.toHaveProperty(key);
});

test("a page nested thousands deep is read or complained of, and is no crash", () => {
  expect(() => outcomeOf("a.html", page(TITLE, `${"<div>".repeat(5000)}Text.`))).not.toThrow();
});

test("a canonical address that is none, and a language tag that is none, say nothing", () => {
  const head = `${TITLE}<link rel="canonical" href="/1"><link rel="canonical" href="https://pier.example/1">`;
  const draft = draftOf("a.html", page(head).replace('"en"', '"en_US"'));
  expect(draft).toMatchObject({
    language: "en",
    source: { name: "pier.example", url: "https://pier.example/1" },
  });
});

test("an address in front matter keeps the name that the page has for its source", () => {
  const seed = withFacts(
    "source_url: https://pier.example/1",
    page(TITLE + property("og:site_name", "The Pier")),
  );
  expect(draftOf("a.html", seed).source).toEqual({ name: "The Pier", url: "https://pier.example/1" });
});
