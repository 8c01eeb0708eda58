import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { browsing } from "./browsing.ts";

const { open } = browsing(inject("varied"));

/** Types into the form of the masthead, as a person does. */
async function search(page: Page, words: string): Promise<void> {
  await page.getByRole("searchbox").click();
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search\?q=/);
}

const found = (page: Page): Promise<readonly string[]> =>
  page
    .locator(".list article h2 a")
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));

test.each([
  ["pilot", "/articles/by-hand"],
  ["Fähren", "/articles/sturm-haelt-die-faehren-im-hafen"],
  ["faehr fahren", undefined],
  ["fahren sturm", "/articles/sturm-haelt-die-faehren-im-hafen"],
  ["الميناء", "/articles/in-ar"],
  ["潮位", "/articles/in-ja"],
  ['<of> & "worth"', "/articles/measures"],
])("who types %s into the masthead finds what has these words", async (words, path) => {
  const { page, complaints } = await open("/topics/weather");
  await search(page, words);
  expect(await found(page)).toEqual(path ? [path] : []);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain(words);
  expect(complaints).toEqual([]);
});

test("where nothing is found, that is said, and the word that was meant is a link to what has it", async () => {
  const { page } = await open("/");
  await search(page, "pilat");
  expect(await found(page)).toEqual([]);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Nothing was found for “pilat”.");
  await page.getByRole("link", { name: "Perhaps you mean pilot?" }).click();
  await page.waitForURL("**/search?q=pilot");
  expect(await found(page)).toEqual(["/articles/by-hand"]);
});

test("older pages of a search show every article that was found once", async () => {
  const { page } = await open("/search?q=harbour+master");
  const shown = [...(await found(page))];
  for (const older = page.getByRole("link", { name: "Older articles" }); (await older.count()) > 0; ) {
    const before = page.url();
    await older.click();
    await page.waitForURL((url) => url.href !== before);
    shown.push(...(await found(page)));
  }
  expect(shown).toHaveLength(120);
  expect(new Set(shown).size).toBe(120);
});

test("the feeds of a search hold the articles that its page shows", async () => {
  const { page } = await open("/search?q=entry+03");
  const shown = await found(page);
  expect(shown).toHaveLength(10);
  const addresses = await page.locator(".addresses code").allInnerTexts();
  expect(addresses).toHaveLength(3);
  for (const address of addresses) {
    const document = await (await fetch(address)).text();
    const held = [...document.matchAll(/\/articles\/[a-z0-9-]+/g)].map(([path]) => path);
    expect(new Set(held)).toEqual(new Set(shown));
  }
});
