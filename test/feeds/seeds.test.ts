import { exports } from "cloudflare:workers";
import { expect, test } from "vitest";
import { FILES, ORIGIN } from "../sample.ts";
import { read } from "./read.ts";
import { all, readXml } from "./xml.ts";

const textAt = async (path: string) => (await exports.default.fetch(ORIGIN + path)).text();

/** The path of every channel, as the directory names them. */
async function channels(): Promise<readonly string[]> {
  const opml = readXml(await textAt("/feeds.opml"));
  return [...all(opml, "body/outline"), ...all(opml, "body/outline/outline")].flatMap(
    ({ attributes: { xmlUrl } }) => (xmlUrl ? [new URL(xmlUrl).pathname.replace("/atom.xml", "")] : []),
  );
}

const documents = async (channel: string) =>
  Promise.all(FILES.map(async (file) => read(file, await textAt(`${channel}/${file}`))));

test("the bundled seeds have a channel for everything and one for each topic, none of them empty", async () => {
  const paths = await channels();
  expect(paths[0]).toBe("");
  expect(paths.length).toBeGreaterThan(3);
  for (const path of paths)
    for (const { entries } of await documents(path)) expect(entries.length).toBeGreaterThan(0);
});

test("every document of the bundled seeds is well-formed to a strict parser", async () => {
  for (const path of await channels()) {
    expect(readXml(await textAt(`${path}/rss.xml`)).name).toBe("rss");
    expect(readXml(await textAt(`${path}/atom.xml`)).name).toBe("feed");
    expect(JSON.parse(await textAt(`${path}/feed.json`)).version).toBe("https://jsonfeed.org/version/1.1");
  }
});

test("a reader finds the same titles, ids, dates, addresses and bodies in all three formats", async () => {
  for (const path of await channels()) {
    const [rss, atom, json] = await documents(path);
    expect(rss?.entries).toEqual(json?.entries);
    expect(atom?.entries).toEqual(json?.entries);
    expect(rss?.title).toBe(json?.title);
    expect(atom?.title).toBe(json?.title);
  }
});

test("every document names itself, its page and its language", async () => {
  for (const path of await channels())
    for (const [i, document] of (await documents(path)).entries())
      expect(document).toMatchObject({
        self: `${ORIGIN}${path}/${FILES[i]}`,
        page: `${ORIGIN}${path || "/"}`,
        language: /^\/languages\/(.*)$/.exec(path)?.[1] ?? "en",
      });
});

test("every article of the bundled seeds has a page at the address that its entries name", async () => {
  const [rss] = await documents("");
  for (const { url, title } of rss?.entries ?? []) {
    const page = await exports.default.fetch(url ?? "");
    expect(page.status, url).toBe(200);
    expect(await page.text()).toContain(`<html lang=`);
    expect(title).toBeTruthy();
  }
});

test("the owner's article is in all three formats as a careful editor reads it", async () => {
  for (const { entries } of await documents("/topics/politics")) {
    const entry = entries.find(({ title }) => title?.startsWith("Kim Jong-un"));
    expect(entry).toMatchObject({
      title: "Kim Jong-un unterzeichnet strategische Vereinbarung mit Wladimir Putin",
      published: Date.parse("2024-06-19T00:00:00Z") / 1000,
    });
    expect(entry?.bodyHtml?.match(/<p>/g)).toHaveLength(4);
    expect(entry?.bodyHtml).toMatch(/^<p>Der russische Präsident.*Zusammenarbeit bestritten\.<\/p>$/s);
  }
});

test("a reader of the bundled seeds gets full articles, never a summary in their place", async () => {
  for (const { entries } of await documents(""))
    for (const { bodyHtml = "", summary = "" } of entries)
      expect(bodyHtml.length).toBeGreaterThan(summary.length);
});
