import { expect, inject, test } from "vitest";
import { browsing } from "./browsing.ts";
import { EACH_KIND } from "./kinds.ts";

const { open } = browsing(inject("varied"));

test.each(EACH_KIND)("%s on paper is its text, without what paper cannot do", async (_, path) => {
  const { page } = await open(path);
  const furniture = page.locator("nav, search, aside, button, .readers, .skip");
  const isSeen = () => furniture.evaluateAll((found) => found.some((element) => element.checkVisibility()));
  expect(await isSeen()).toBe(true);
  await page.emulateMedia({ media: "print" });
  expect(await isSeen()).toBe(false);
  const texts = await page.getByRole("main").allInnerTexts();
  expect(texts.join("").trim()).not.toBe("");
});

test("an article on paper has its title, who wrote it, and all of its text, in black on white at night too", async () => {
  const { page } = await open("/articles/measures", { colorScheme: "dark" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const selector of ["h1", ".byline", ".body", ".body table", ".body pre", "footer"])
    expect([selector, await page.locator(selector).first().isVisible()]).toEqual([selector, true]);
  const colours = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.documentElement);
    return [color, backgroundColor];
  });
  expect(colours).toEqual(["rgb(27, 26, 24)", "rgb(255, 255, 255)"]);
});

test("an article becomes a PDF", async () => {
  const { page } = await open("/articles/measures");
  const pdf = await page.pdf({ format: "A4" });
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pdf.length).toBeGreaterThan(5000);
});
