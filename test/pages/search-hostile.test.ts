/** Queries that nobody types: each is answered, as a text. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { app, article, ask, ORIGIN, textAt } from "../sample.ts";
import { pageAt } from "./page.ts";

const asked = app({ articles: [article({ title: "</script> & tides" })] });

const HOSTILE = [
  "</title><script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  "javascript:alert(1)",
  "]]></title>",
  "$&{{7*7}}{query}{count}",
  "constructor __proto__ toString",
  "a".repeat(5000),
  "( ) [ ] { } \\ ^ $ . | ? * +",
  "%",
  "%%%s%n",
];

test.each(HOSTILE)("the query %j is shown as it is, opens no element, and has feeds", async (query) => {
  const path = `?q=${encodeURIComponent(query)}`;
  const page = await pageAt(asked, `/search${path}`);
  expect(page.status).toBe(200);
  expect(page.text("h1")).toContain(query.slice(0, 100));
  expect(page.all("h1 *, title *, img, [onfocus], [onerror]")).toEqual([]);
  expect(page.all("script")).toHaveLength(1);
  for (const file of ["rss.xml", "atom.xml", "feed.json"])
    expect((await ask(asked, `/search/${file}${path}`)).status).toBe(200);
});

test.each([
  "%",
  "%E0%A4%A",
  "%ZZ",
  "%00",
  "%0D%0Ax-injected:%201",
  "%ED%A0%80",
  "%FF%FE",
  "&q=x&q=y",
  "=",
  "[]=1",
])("the broken query ?q=%s is answered, and says nothing in headers but what is meant", async (query) => {
  for (const path of ["/search", "/search/rss.xml", "/search/feed", "/search/", "/search/rss"]) {
    const answer = await asked.fetch(new Request(`${ORIGIN}${path}?q=${query}`, { redirect: "manual" }));
    expect(answer.status, path).toBeLessThan(500);
    expect(answer.headers.has("x-injected")).toBe(false);
  }
});

test("whatever is searched for, no answer is a fault, and none holds markup of the query", async () => {
  const query = fc.oneof(
    fc.string({ unit: "binary", maxLength: 130 }),
    fc.string({ unit: "grapheme", maxLength: 130 }),
    fc
      .array(fc.constantFrom("<b>", "</b>", "&amp;", '"', "tides", "\u0000", "%", "\ud800", "😀"), {
        maxLength: 20,
      })
      .map((parts) => parts.join("")),
  );
  await fc.assert(
    fc.asyncProperty(
      query,
      fc.constantFrom("", "/rss.xml", "/atom.xml", "/feed.json", "/feed"),
      async (text, file) => {
        const address = new URL(`/search${file}`, ORIGIN);
        address.searchParams.set("q", text);
        const answer = await ask(asked, address.href);
        expect(answer.status).toBeLessThan(500);
        if (file === "") expect(await answer.text()).not.toMatch(/<\/?b>/);
      },
    ),
    { numRuns: 300 },
  );
});

test("a thousand searches leave the others as they were", async () => {
  const before = await textAt(asked, "/search?q=tides");
  for (let i = 0; i < 1000; i += 1) await ask(asked, `/search?q=other${i}`);
  expect(await textAt(asked, "/search?q=tides")).toBe(before);
});
