import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { browsing } from "./browsing.ts";
import { EACH_KIND } from "./kinds.ts";

const { open } = browsing(inject("varied"));

/** What has the focus, and how that is shown. */
const focusedOn = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const { width, height, top, bottom } = element.getBoundingClientRect();
    return {
      html: element.outerHTML.slice(0, 120),
      isBody: element === document.body,
      isOutlined: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
      outlineColor,
      isOnScreen: width > 1 && height > 1 && bottom > 0 && top < innerHeight,
    };
  });

test.each(EACH_KIND)("on %s the first Tab shows a link that leads past the masthead", async (_, path) => {
  const { page } = await open(path);
  const skip = page.locator(".skip");
  const isShown = () => skip.evaluate((link) => link.getBoundingClientRect().top >= 0);
  expect(await isShown()).toBe(false);
  await page.keyboard.press("Tab");
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
  expect(await isShown()).toBe(true);
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
  await page.keyboard.press("Tab");
  const isPast = () =>
    page.evaluate(() => document.querySelector(".masthead")?.contains(document.activeElement));
  expect(await isPast()).toBe(false);
});

/** The most stops by the Tab key that a page of the fixtures has. */
const STOPS = 400;

test.each(EACH_KIND)("on %s whatever has the focus is seen to have it", async (_, path) => {
  const { page } = await open(path);
  let stops = 0;
  for (; stops < STOPS; stops++) {
    await page.keyboard.press("Tab");
    const { isBody, isOutlined, isOnScreen, html } = await focusedOn(page);
    if (isBody) break;
    expect([html, isOutlined, isOnScreen]).toEqual([html, true, true]);
  }
  expect(stops).toBeGreaterThan(5);
  expect(stops).toBeLessThan(STOPS);
});
