/** RFC 3229 with the "feed" instance manipulation: who gets 226, and what it carries. */
import { expect, test } from "vitest";
import { withoutSiblings } from "../links.ts";
import { app, ask, FILES, publication } from "../sample.ts";
import { again, asked, at, before, fresh, old, tagOf } from "./delta.ts";
import { entriesIn } from "./follower.ts";

test.each(FILES)("%s: who asks for what is new gets 226 and only that", async (file) => {
  const answer = await again(`/${file}`);
  expect(answer.status).toBe(226);
  expect([...entriesIn(file, await answer.text()).keys()]).toEqual([fresh.id]);
});

test.each(FILES)("%s: around what is new the document is the whole one", async (file) => {
  const [delta, whole] = [
    await (await again(`/${file}`)).text(),
    await (await ask(asked, `/${file}`)).text(),
  ];
  const without = (text: string) =>
    [...entriesIn(file, text).values()]
      .reduce((rest, entry) => rest.replace(entry, ""), text)
      .replace(/[\n,]+/g, "\n");
  expect(without(delta)).toBe(without(whole));
});

test("a 226 says what it is, and carries the tag, the date and the links of the whole", async () => {
  for (const file of FILES) {
    const [{ headers }, whole] = [await again(`/${file}`), await ask(asked, `/${file}`)];
    expect(headers.get("im")).toBe("feed");
    for (const name of ["etag", "last-modified", "content-type", "x-content-type-options"])
      expect(headers.get(name), name).toBe(whole.headers.get(name));
    expect(headers.get("link")).toBe(withoutSiblings(whole.headers.get("link")));
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-expose-headers")).toContain("IM");
  }
});

test("no shared cache may keep a 226, and a reader's own tells it from the whole", async () => {
  const { headers } = await again("/rss.xml");
  expect(headers.get("cache-control")).toMatch(/^private, max-age=\d+$/);
  expect(headers.get("cloudflare-cdn-cache-control")).toBe("no-store");
  expect(headers.get("vary")).toBe("A-IM, If-None-Match, Accept-Encoding, Sec-Fetch-Dest");
});

test("whoever has taken up what is new is told next time that nothing is", async () => {
  for (const file of FILES) expect((await again(`/${file}`, { held: asked })).status).toBe(304);
});

test.each([
  ["alone", "feed"],
  ["in capitals", "FEED"],
  ["in a list", "vcdiff, feed, gzip"],
  ["in a list without spaces", "gzip,feed"],
  ["behind an empty element", ", feed"],
  ["with a weight", "feed;q=0.5"],
  ["with a small weight", "feed; q=0.001"],
  ["with a weight between others", "gzip;q=1.0, feed ; q=1, diffe;q=0"],
])("feed %s is asked for by A-IM: %s", async (_, wanted) => {
  expect((await again("/atom.xml", { wanted })).status).toBe(226);
});

test.each([
  ["nothing", ""],
  ["other manipulations", "vcdiff, diffe, gzip"],
  ["feed refused", "feed;q=0"],
  ["feed refused at length", "gzip, feed; q=0.000"],
  ["a word that begins so", "feeds"],
  ["a word that ends so", "newsfeed"],
  ["feed with a parameter that nobody knows", "feed;range=1"],
  ["the word as a weight", "gzip;q=feed"],
  ["rubbish", ";;,=\\"],
])("%s in A-IM (%s) is answered by the whole", async (_, wanted) => {
  expect((await again("/atom.xml", { wanted })).status).toBe(200);
});

test.each([
  ["as it was sent", (tag: string) => tag],
  ["made strong", (tag: string) => tag.replace("W/", "")],
  ["without quotation marks", (tag: string) => tag.replaceAll('"', "")],
  ["bare", (tag: string) => tag.replace("W/", "").replaceAll('"', "")],
  ["with -gzip in it", (tag: string) => tag.replace(/"$/, '-gzip"')],
  ["with -br in it", (tag: string) => tag.replace(/"$/, '-br"')],
  ["with empty elements around it", (tag: string) => `, ${tag},`],
])("a tag %s is one that the publisher gave", async (_, tag) => {
  for (const file of FILES) expect((await again(`/${file}`, { tag })).status).toBe(226);
});

test.each([
  ["two tags", (tag: string) => `${tag}, "other"`],
  ["the tag twice", (tag: string) => `${tag}, ${tag}`],
  ["a tag of another", () => 'W/"5f3c-62a1b"'],
  ["no tag", () => ""],
  ["an empty tag", () => '""'],
  ["a tag whose digest is another", (tag: string) => tag.replace(/.{4}"$/, 'AAAA"')],
  ["a tag whose sum is another", (tag: string) => tag.replace(/\.\w/, ".0")],
  ["a tag of the beginning of time", (tag: string) => tag.replace(/"[^.]*/, '"0')],
  ["a tag of the far future", (tag: string) => tag.replace(/"[^.]*/, '"zzzzzzzz')],
  ["a tag of a moment that is too long", (tag: string) => tag.replace(/"/, `"${"9".repeat(400)}`)],
  ["a tag without its end", (tag: string) => tag.replace(/\.[^.]*"$/, '"')],
  ["a tag in capitals", (tag: string) => tag.toUpperCase()],
  ["a tag of 100,000 characters", () => `"${"a.".repeat(50_000)}"`],
])("%s is answered by the whole", async (_, tag) => {
  for (const file of FILES) {
    const answer = await again(`/${file}`, { tag });
    expect([answer.status, answer.headers.has("im")]).toEqual([200, false]);
    expect(entriesIn(file, await answer.text()).size).toBe(6);
  }
});

test("the star is answered by 304, as there is a document", async () => {
  expect((await again("/rss.xml", { tag: () => "*" })).status).toBe(304);
});

test("HEAD is told of the whole, whatever it asks for", async () => {
  const headers = { "a-im": "feed", "if-none-match": await tagOf("/rss.xml") };
  const answer = await ask(asked, "/rss.xml", { method: "HEAD", headers });
  expect([answer.status, answer.headers.has("im")]).toEqual([200, false]);
});

test("who does not ask for what is new never gets a part", async () => {
  const headers = { "if-none-match": await tagOf("/rss.xml") };
  expect((await ask(asked, "/rss.xml", { headers })).status).toBe(200);
});

test("who sends only a date gets the whole: it does not tell which articles the reader has", async () => {
  const { headers } = await ask(old, "/rss.xml");
  const sent = { "a-im": "feed", "if-modified-since": headers.get("last-modified") ?? "" };
  expect((await ask(asked, "/rss.xml", { headers: sent })).status).toBe(200);
});

test("a tag of one format is of no use for another", async () => {
  const headers = { "a-im": "feed", "if-none-match": await tagOf("/atom.xml") };
  expect((await ask(asked, "/rss.xml", { headers })).status).toBe(200);
});

test("channels have deltas of their own; archives and pages have none", async () => {
  expect((await again("/topics/tides/languages/en/atom.xml")).status).toBe(226);
  const few = { publication: publication({ entries: 3 }) };
  const [then, now] = [app({ articles: before, ...few }), app({ articles: [at(0), ...before], ...few })];
  for (const path of ["/archive/1/atom.xml", "/", "/feeds.opml"])
    expect([200, 304]).toContain((await again(path, { held: then, of: now })).status);
});
