import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { browsing } from "./browsing.ts";

const origin = inject("varied");
const { open } = browsing(origin);

/** The pages of all articles in the order of the feeds, archives included. */
async function inFeeds(path: string): Promise<readonly string[]> {
  const urls: string[] = [];
  for (let next: string | undefined = origin + path; next; ) {
    const feed = (await (await fetch(next)).json()) as {
      readonly items: readonly { readonly url: string }[];
      readonly next_url?: string;
    };
    urls.push(...feed.items.map(({ url }) => url));
    next = feed.next_url;
  }
  return urls;
}

const listedOn = (page: Page): Promise<readonly string[]> =>
  page
    .locator(".list article h2 a")
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));

/** Follows links of a name as long as there is one; what each page lists. */
async function walk(page: Page, name: string): Promise<readonly (readonly string[])[]> {
  const lists = [await listedOn(page)];
  for (const link = page.getByRole("link", { name, exact: true }); (await link.count()) > 0; ) {
    const before = page.url();
    await link.click();
    await page.waitForURL((url) => url.href !== before);
    lists.push(await listedOn(page));
  }
  return lists;
}

test.each([
  ["the front page", "/", 3],
  ["a topic", "/topics/tides", 2],
])(
  "from %s, older articles lead to every article once, in the order of its feeds",
  async (_, path, pages) => {
    const { page } = await open(path);
    const back = await walk(page, "Older articles");
    expect(back).toHaveLength(pages);
    expect(back.flat()).toEqual(await inFeeds(`${path.replace(/\/$/, "")}/feed.json`));
    const forth = await walk(page, "Newer articles");
    expect(forth.toReversed()).toEqual(back);
    expect(page.url()).toBe(origin + path);
  },
);

test("each page says which of how many it is", async () => {
  const { page } = await open("/?page=2");
  await page.getByRole("navigation", { name: "Page 2 of 3" }).getByText("Page 2 of 3").waitFor();
});
