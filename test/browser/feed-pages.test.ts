import { request } from "node:http";
import { buffer } from "node:stream/consumers";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { browsing } from "./browsing.ts";

const origin = inject("varied");
const { open, unwatched } = browsing(origin);

const FEEDS = ["", "/topics/tides", "/languages/ar"].flatMap((channel) =>
  ["rss.xml", "atom.xml", "feed.json"].map((file) => `${channel}/${file}`),
);

/** What a client gets that says nothing of itself. */
const answerAt = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    request(origin + path, { agent: false, headers }, (answer) => resolve(buffer(answer)))
      .on("error", reject)
      .end();
  });

/** What a page's script gets. */
async function fetchedBy(page: Page, path: string): Promise<Buffer> {
  const bytes = await page.evaluate(
    async (address) => [...new Uint8Array(await (await fetch(address)).arrayBuffer())],
    path,
  );
  return Buffer.from(bytes);
}

test.each(FEEDS)(
  "%s opened in a browser is a page that says what it is, and how to subscribe",
  async (path) => {
    const { page, complaints } = await open(path);
    const notice = path.startsWith("/languages/ar") ? "هذه خلاصة" : "This is a feed";
    expect(await page.locator("main .notice:visible").textContent()).toContain(notice);
    expect(await page.locator("#subscribe code:visible").allInnerTexts()).toContain(origin + path);
    expect(await page.locator(".list article:visible").count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  },
);

test.each(FEEDS)("%s is no page for a program, whatever else it says of itself", async (path) => {
  const feed = await answerAt(path);
  expect(feed.toString()).toMatch(path.endsWith("json") ? /^\{/ : /^<\?xml /);
  for (const destination of ["empty", "image", "iframe", "Document", ""])
    expect((await answerAt(path, { "sec-fetch-dest": destination })).equals(feed)).toBe(true);
  expect((await answerAt(path, { "sec-fetch-dest": "document" })).toString()).toMatch(/^<!doctype html>/);
});

test.each(FEEDS)("a browser that has %s as a page still fetches it as a feed for scripts", async (path) => {
  const page = await unwatched();
  await page.goto(path);
  expect((await fetchedBy(page, path)).equals(await answerAt(path))).toBe(true);
  await page.goto("/");
  await page.goto(path);
  expect(await page.locator("main .notice").count()).toBe(1);
});
