import { expect, inject, test } from "vitest";
import { browsing } from "./browsing.ts";
import { EACH_KIND } from "./kinds.ts";

const { open } = browsing(inject("varied"));
const TYPES = ["application/rss+xml", "application/atom+xml", "application/feed+json"];

test.each(EACH_KIND)("a browser finds the feeds of %s", async (_, path) => {
  const { page } = await open(path);
  const links = await page.locator("head link[rel=alternate]").evaluateAll((found) =>
    found.map((link) => ({
      href: (link as HTMLLinkElement).href,
      type: link.getAttribute("type"),
      title: link.getAttribute("title"),
    })),
  );
  expect([...new Set(links.map(({ type }) => type))]).toEqual(TYPES);
  expect(new Set(links.map(({ title }) => title)).size).toBe(links.length);
  for (const { href, type } of links) {
    const answer = await fetch(href);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, `${type}; charset=utf-8`]);
    expect(await answer.text()).not.toBe("");
  }
});

test("the feeds that a channel's page names first are its own", async () => {
  for (const path of [
    "/topics/tides",
    "/languages/ar",
    "/authors/ada-brandt",
    "/topics/tides/languages/de",
  ]) {
    const { page } = await open(path);
    const first = await page.locator("head link[rel=alternate]").first().getAttribute("href");
    expect(first).toBe(`${inject("varied")}${path}/rss.xml`);
  }
});
