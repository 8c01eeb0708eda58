/** Thousands of articles, of which a hundred are bundled: what a reader gets over a socket, beside a bundle of all. */
import { readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { TOPICS } from "../bench/phrases.ts";
import { readXml, texts } from "../feeds/xml.ts";
import { FILES } from "../sample.ts";
import { projectOf } from "./project.ts";
import { type Answer, type Asked, served } from "./serve.ts";

const COUNT = 3000;
const ORIGIN = "https://news.example";
const large = projectOf(COUNT, `url = "${ORIGIN}"\nentries = 50\nbundled = 100`);
const whole = projectOf(COUNT, `url = "${ORIGIN}"\nentries = 50\nbundled = ${COUNT}`);
const shards = served(large.configPath);
const bundle = served(whole.configPath);

const textOf = async (path: string): Promise<string> => (await shards.ask(encodeURI(path))).bytes.toString();
const pathOf = (address: string): string => {
  const { pathname, search } = new URL(address, ORIGIN);
  return decodeURI(pathname) + search;
};

/** Follows addresses from one on until there is none, and gathers what is at each. */
async function walked(
  first: string,
  next: (text: string) => string | undefined,
  found: (text: string) => readonly string[],
) {
  const all: string[] = [];
  for (let path: string | undefined = first; path !== undefined; ) {
    const text: string = await textOf(path);
    all.push(...found(text));
    const address: string | undefined = next(text);
    path = address && pathOf(address);
  }
  return all;
}

const each = (all: readonly string[]) => [all.length, new Set(all).size];

test("the archive is in files beside the bundle, and the other project has none but of documents that are ready", () => {
  expect(readdirSync(large.archive).length).toBeGreaterThan(50);
  expect(readdirSync(whole.archive).length).toBe(FILES.length * (1 + Object.keys(TOPICS).length));
});

test("a walk by RFC 5005's links gets each article once", async () => {
  const next = (text: string) => /rel="prev-archive"[^>]* href="([^"]*)"/.exec(text)?.[1];
  const found = (text: string) => texts(readXml(text), "entry/id");
  expect(each(await walked("/atom.xml", next, found))).toEqual([COUNT, COUNT]);
});

test("a walk by JSON Feed's next_url gets each article of everything once, and each of a channel", async () => {
  const next = (text: string) => JSON.parse(text).next_url;
  const found = (text: string) => JSON.parse(text).items.map(({ id }: { readonly id: string }) => id);
  expect(each(await walked("/feed.json", next, found))).toEqual([COUNT, COUNT]);
  const [ofTopic, unique] = each(await walked("/languages/de/feed.json", next, found));
  expect(ofTopic).toBe(unique);
  expect(ofTopic).toBeGreaterThan(COUNT / 10);
});

test("a walk from page to page gets each article once", async () => {
  const next = (text: string) => /rel="next" href="([^"]*)"/.exec(text)?.[1];
  const found = (text: string) =>
    [...text.matchAll(/<h2><a href="([^"]*\/articles\/[^"]*)"/g)].map(([, address = ""]) => address);
  expect(each(await walked("/", next, found))).toEqual([COUNT, COUNT]);
});

const HEADERS = ["etag", "last-modified", "cache-control", "link", "vary", "content-type", "location", "im"];
const told = ({ status, headers, bytes }: Answer) => ({
  status,
  headers: HEADERS.map((name) => headers[name]),
  text: bytes.toString(),
});

async function same(path: string, asked: Asked = {}) {
  const [one, other] = [await shards.ask(path, asked), await bundle.ask(path, asked)];
  expect([path, told(one)]).toEqual([path, told(other)]);
  return one;
}

const CHANNELS = [
  "",
  "/topics/politics",
  "/topics/health",
  "/languages/de",
  "/languages/en",
  "/sources/tagesblatt",
  "/topics/politics/languages/de",
  "/languages/fr/topics/sport",
  "/topics/none",
];

test("feeds, archives, lists and pages are those of a bundle of all, byte for byte", async () => {
  for (const channel of CHANNELS) {
    for (const file of [...FILES, "msn.xml", "smartnews.xml", "podcast.xml"])
      await same(`${channel}/${file}`);
    for (const name of ["1", "2", "9", "60", "147", "148", "149", "999", "undated-1"])
      await same(`${channel}/archive/${name}/rss.xml`);
    for (const page of ["", "?page=2", "?page=7", "?page=60", "?page=61"])
      await same((channel || "/") + page);
  }
  for (const path of ["/feeds.opml", "/subscribe", "/sitemap.xml", "/news-sitemap.xml", "/nothing"])
    await same(path);
}, 300_000);

test("articles are those of a bundle of all, with their neighbours", async () => {
  const urls = texts(readXml(await textOf("/sitemap.xml")), "url/loc").filter((url) =>
    url.includes("/articles/"),
  );
  expect(urls.length).toBeGreaterThan(1000);
  for (let i = 0; i < urls.length; i += 29) await same(pathOf(urls[i] ?? ""));
}, 300_000);

test("conditions and deltas are those of a bundle of all", async () => {
  for (const channel of CHANNELS.slice(0, -1))
    for (const file of FILES) {
      const path = `${channel}/${file}`;
      const { headers } = await shards.ask(path);
      const condition = { "if-none-match": String(headers.etag) };
      await same(path, { headers: condition });
      await same(path, { headers: { ...condition, "a-im": "feed" } });
      await same(path, { headers: { "if-none-match": 'W/"abc.def.12345678901"', "a-im": "feed" } });
    }
}, 300_000);

test("no file of the archive is served by itself", async () => {
  const [name = ""] = readdirSync(large.archive);
  for (const path of [`/${name}`, `/archive/${name}`, `/generated/archive/${name}`])
    expect((await shards.ask(path)).status).toBe(404);
});

test("a build that changes nothing writes nothing, and one after a damage mends it", () => {
  const [name = ""] = readdirSync(large.archive);
  const file = join(large.archive, name);
  const bytes = readFileSync(file);
  truncateSync(file, 100);
  writeFileSync(join(large.archive, "leftover.jsonl.999999999.tmp"), "x");
  const others = readdirSync(large.archive);
  large.build();
  expect(readFileSync(file).equals(bytes)).toBe(true);
  expect(readdirSync(large.archive)).toEqual(others.filter((one) => one !== "leftover.jsonl.999999999.tmp"));
});
