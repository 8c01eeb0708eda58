import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { browsing } from "./browsing.ts";

const origin = inject("varied");
const { blank } = browsing(origin);

/** A feed as a browser shows it that takes it for XML, and knows no header by which to ask for a page. */
async function asXml(path: string, colorScheme: "light" | "dark" = "light") {
  const { page, complaints } = await blank({ colorScheme });
  const body = await (await fetch(origin + path)).text();
  await page.route(origin + path, (route) => route.fulfill({ contentType: "application/xml", body }));
  await page.goto(path);
  return { page, complaints };
}

/** How many elements there are of a selector, and how many of them are seen. */
const seen = (page: Page, selector: string) =>
  page.evaluate((asked) => {
    const found = [...document.querySelectorAll(asked)];
    const blocks = found.filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return getComputedStyle(element).display === "block" && width > 0 && height > 0;
    });
    return { there: found.length, blocks: blocks.length };
  }, selector);

const FORMATS = {
  "/rss.xml": {
    title: "item > title",
    summary: "item > description",
    date: "item > pubDate",
    hidden: "item > link, item > guid, item > encoded, channel > link, channel > image, channel > ttl",
  },
  "/atom.xml": {
    title: "entry > title",
    summary: "entry > summary",
    date: "entry > published",
    hidden: "entry > content, entry > id, entry > author, entry > updated, feed > id, feed > generator",
  },
} as const;

test.each(Object.entries(FORMATS))(
  "%s shown as XML has titles, days and summaries, and no bodies",
  async (path, { hidden, ...shown }) => {
    const { page, complaints } = await asXml(path);
    for (const selector of Object.values(shown)) {
      const { there, blocks } = await seen(page, selector);
      expect([selector, there > 30, blocks]).toEqual([selector, true, there]);
    }
    const { there, blocks } = await seen(page, hidden);
    expect([there > 0, blocks]).toEqual([true, 0]);
    expect(complaints).toEqual([]);
  },
);

test.each(Object.keys(FORMATS))("the first line of %s shown as XML says that it is a feed", async (path) => {
  const { page } = await asXml(path);
  const { content, display } = await page.evaluate(() => {
    const { content, display } = getComputedStyle(document.documentElement, "::before");
    return { content, display };
  });
  expect(content).toContain("This is a feed: an address for feed readers.");
  expect(display).toBe("block");
});

test.each(Object.keys(FORMATS))("%s shown as XML is dark by night", async (path) => {
  const groundOf = async (scheme: "light" | "dark") => {
    const { page } = await asXml(path, scheme);
    return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  };
  expect(await groundOf("light")).toBe("rgb(252, 251, 248)");
  expect(await groundOf("dark")).toBe("rgb(22, 21, 19)");
});
