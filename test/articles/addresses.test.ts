import { expect, test } from "vitest";
import { BASE, HERE } from "../../src/articles/article.ts";
import { elementsOf } from "./judge.ts";
import { draftOf, withFacts } from "./read.ts";

const SOURCE = "https://pier.example/notes/2024/tide.html?page=1";
const own = (body: string) => draftOf("deep/in/a.md", withFacts("title: High water", body)).contentHtml;
const foreign = (body: string) =>
  draftOf("a.md", withFacts(`title: High water\nsource_url: ${SOURCE}`, body)).contentHtml;

/** The one address that the last element with this attribute has. */
const addressIn = (html: string, name: string) =>
  elementsOf(html).findLast(({ properties }) => properties[name] !== undefined)?.properties[name];

test.each([
  ["/a", `${BASE}/a`],
  ["a", `${BASE}/articles/a`],
  ["../a", `${BASE}/a`],
  ["./a?b=c#d", `${BASE}/articles/a?b=c#d`],
  ["#d", `${HERE}#d`],
  ["?b", `${BASE}/articles/?b`],
  ["//a.example/b", "https://a.example/b"],
  ["https://a.example/ü b", "https://a.example/%C3%BC%20b"],
  ["http://a.example", "http://a.example/"],
  ["mailto:a@a.example", "mailto:a@a.example"],
])("a link of the publication's own article begins at its own address: %s", (href, address) => {
  expect(addressIn(own(`<a href="${href}">x</a>`), "href")).toBe(address);
});

test.each([
  ["/a", "https://pier.example/a"],
  ["a", "https://pier.example/notes/2024/a"],
  ["../a", "https://pier.example/notes/a"],
  ["../../../../a", "https://pier.example/a"],
  ["?b", "https://pier.example/notes/2024/tide.html?b"],
  ["#d", `${SOURCE}#d`],
  ["//a.example/b", "https://a.example/b"],
  ["mailto:a@a.example", "mailto:a@a.example"],
])("a link of an article from elsewhere begins there: %s", (href, address) => {
  expect(addressIn(foreign(`<a href="${href}">x</a>`), "href")).toBe(address);
});

test("a page's canonical address is where its links begin", () => {
  const page = `<title>x</title><link rel=canonical href="${SOURCE}"><p><a href="a">x</a>`;
  expect(addressIn(draftOf("a.html", page).contentHtml, "href")).toBe("https://pier.example/notes/2024/a");
});

test.each([
  ['<img src="a.png">', "src"],
  ['<video poster="a.png"></video>', "poster"],
  ['<audio src="a.png"></audio>', "src"],
  ['<video><source src="a.png"></video>', "src"],
  ['<blockquote cite="a.png"><p>x</p></blockquote>', "cite"],
  ['<p><q cite="a.png">x</q></p>', "cite"],
  ['<p><ins cite="a.png">x</ins></p>', "cite"],
  ['<img alt="x" src="b" longdesc="a.png">', "longDesc"],
])("every address in the markup is absolute: %s", (markup, name) => {
  expect(addressIn(own(markup), name)).toBe(`${BASE}/articles/a.png`);
  expect(addressIn(foreign(markup), name)).toBe("https://pier.example/notes/2024/a.png");
});

test.each([
  ["a.png 1x, b.png 2x", ["a.png 1x", "b.png 2x"]],
  ["a.png 1x,b.png 2x", ["a.png 1x", "b.png 2x"]],
  ["a.png 480w,\n      b.png 800w,", ["a.png 480w", "b.png 800w"]],
  ["a.png, b.png 2x", ["a.png", "b.png 2x"]],
  ["a,b.png 1x, c.png 2x", ["a,b.png 1x", "c.png 2x"]],
  ["a.png?x=1,2 1x, b.png 2x", ["a.png?x=1,2 1x", "b.png 2x"]],
  ["data:image/gif;base64,AAAA 1x, b.png 2x", ["b.png 2x"]],
])("every candidate of a picture is absolute: %j", (srcset, candidates) => {
  const base = "https://pier.example/notes/2024/";
  for (const markup of [`<img src="a" srcset="${srcset}">`, `<picture><source srcset="${srcset}"></picture>`])
    expect(addressIn(foreign(markup), "srcSet")).toBe(candidates.map((one) => base + one).join(", "));
});

test("an address that is none is dropped, and its text stays", () => {
  for (const href of ["https://", "http://[", "//", "javascript:x", "tel:1", "ftp://a.example/b"])
    expect(own(`<p><a href="${href}">text</a></p>`)).toBe("<p><a>text</a></p>");
});

test("no address can pass for the publication's by its inner names", () => {
  expect(addressIn(own('<a href="https://here.invalid/x">x</a>'), "href")).toBe("https://here.invalid/x");
});

test.each([
  ["https:a", `${BASE}/articles/a`],
  ["/\t/a.example/b", "https://a.example/b"],
  ["https://there.invalid/x", "https://there.invalid/x"],
])("an odd link leads where a browser would go: %j", (href, address) => {
  expect(addressIn(own(`<a href="${href}">x</a>`), "href")).toBe(address);
});
