/** RFC 9110 §13.1.2 and §8.8.3, with the headers that real readers send. */
import { expect, test } from "vitest";
import { app, ask, FILES } from "../sample.ts";

const asked = app();
const tagOf = async (path: string) => (await ask(asked, path)).headers.get("etag") ?? "";

/** The status of two asks: an address that is asked for the first time, and one that is known already. */
const statuses = async (path: string, headers: Record<string, string>) => {
  await ask(asked, path);
  const other = `${path}?first=${crypto.randomUUID()}`;
  return [(await ask(asked, path, { headers })).status, (await ask(asked, other, { headers })).status];
};

test("an entity tag is weak and hashes the document; a feed's says before that what the feed held, and when", async () => {
  for (const path of ["/", "/articles/high-water", "/feeds.opml"])
    expect(await tagOf(path), path).toMatch(/^W\/"[\w-]{11}"$/);
  for (const file of FILES) expect(await tagOf(`/${file}`)).toMatch(/^W\/"[\da-z]+\.[\da-z]+\.[\w-]{11}"$/);
});

test("each document has a tag of its own", async () => {
  const paths = ["/rss.xml", "/atom.xml", "/feed.json", "/topics/tides/rss.xml", "/", "/feeds.opml"];
  expect(new Set(await Promise.all(paths.map(tagOf))).size).toBe(paths.length);
});

test.each([
  ["the tag as it was sent", (tag: string) => tag],
  ["the tag with a lower-case weakness mark", (tag: string) => tag.replace("W/", "w/")],
  ["the tag made strong", (tag: string) => tag.replace("W/", "")],
  ["the tag without quotation marks", (tag: string) => tag.replaceAll('"', "")],
  ["the bare tag", (tag: string) => tag.replace("W/", "").replaceAll('"', "")],
  ["the tag with Apache's -gzip in it", (tag: string) => tag.replace(/"$/, '-gzip"')],
  ["the tag with -br in it", (tag: string) => tag.replace(/"$/, '-br"')],
  ["the strong tag with -gzip in it", (tag: string) => tag.replace("W/", "").replace(/"$/, '-gzip"')],
  ["the tag with -gzip after it, as old Apaches wrote", (tag: string) => `${tag}-gzip`],
  ["the tag with -zstd in it", (tag: string) => tag.replace(/"$/, '-zstd"')],
  ["a list that begins with it", (tag: string) => `${tag}, "other"`],
  ["a list that ends with it", (tag: string) => `"other", W/"another", ${tag}`],
  ["a list without spaces", (tag: string) => `"other",${tag},"another"`],
  ["a list with empty elements and tabs", (tag: string) => `,, "other",\t${tag} ,`],
  ["a list with a comma inside another tag", (tag: string) => `"a,b", ${tag}`],
  ["the star", () => "*"],
  ["the star between spaces", () => " * "],
])("%s is answered by 304", async (_, sent) => {
  for (const path of ["/rss.xml", "/atom.xml", "/feed.json", "/", "/articles/high-water", "/feeds.opml"])
    expect(await statuses(path, { "if-none-match": sent(await tagOf(path)) }), path).toEqual([304, 304]);
});

test.each([
  ["another tag", () => 'W/"AAAAAAAAAAAAAAAAAAAAAA"'],
  ["an empty tag", () => '""'],
  ["an empty header", () => ""],
  ["the star as a tag", () => '"*"'],
  ["the beginning of the tag", (tag: string) => `${tag.slice(0, -3)}"`],
  ["a tag that ends like it", (tag: string) => tag.replace('"', '"x')],
  ["the tag in other capitals", (tag: string) => tag.replace(/"(.*)"/, (_, inner) => `"${swapped(inner)}"`)],
  ["the tag inside another, behind a comma", (tag: string) => tag.replace(/"(.*)"/, '"x,$1"')],
  ["rubbish", () => "\\\\,;=~"],
])("%s is answered by 200", async (_, sent) => {
  expect(await statuses("/atom.xml", { "if-none-match": sent(await tagOf("/atom.xml")) })).toEqual([
    200, 200,
  ]);
});

const swapped = (text: string) =>
  text.replace(/[a-z]/gi, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  );

test("the tag of one format is not the tag of another", async () => {
  const headers = { "if-none-match": await tagOf("/rss.xml") };
  expect(await statuses("/atom.xml", headers)).toEqual([200, 200]);
});

test("the tag decides, whatever date stands beside it", async () => {
  const now = new Date().toUTCString();
  const own = await tagOf("/rss.xml");
  const old = "Sat, 01 Jan 2000 00:00:00 GMT";
  expect(await statuses("/rss.xml", { "if-none-match": own, "if-modified-since": old })).toEqual([304, 304]);
  for (const tag of ['"x"', ""])
    expect(await statuses("/rss.xml", { "if-none-match": tag, "if-modified-since": now })).toEqual([
      200, 200,
    ]);
});

test("a condition changes nothing where the answer is no 200: not a 404, not a redirect, not a 405", async () => {
  const headers = { "if-none-match": "*", "if-modified-since": new Date().toUTCString() };
  expect((await ask(asked, "/nothing", { headers })).status).toBe(404);
  expect((await ask(asked, "/rss", { headers })).status).toBe(308);
  expect((await ask(asked, "/feed", { headers })).status).toBe(307);
  expect((await ask(asked, "/rss.xml", { headers, method: "POST" })).status).toBe(405);
});
