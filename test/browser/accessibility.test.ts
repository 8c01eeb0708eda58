import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { browsing } from "./browsing.ts";
import { EACH_KIND } from "./kinds.ts";

const { blank, open } = browsing(inject("varied"));

/** What axe is asked: everything by day, and by night what depends on colours. */
const ASKED = {
  light: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  dark: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
} as const;
const SCHEMES = ["light", "dark"] as const;
/** A telephone of 2008, which is also a desk's screen at 400 % (WCAG 1.4.10), and a desk's. */
const WIDTHS = [320, 1280];

/** What axe has to say against a page, with all that can be opened on it open. */
async function violationsOn(page: Page, scheme: keyof typeof ASKED): Promise<readonly string[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  const { violations, passes } = await page.evaluate(({ type, values }) => {
    const { axe } = globalThis as unknown as { readonly axe: typeof import("axe-core") };
    return axe.run({ runOnly: { type, values: [...values] } });
  }, ASKED[scheme]);
  expect(passes.map(({ id }) => id)).toContain("color-contrast");
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`),
  );
}

test("the judge of these tests sees what is wrong", async () => {
  const { page } = await blank();
  await page.setContent("<!doctype html><title>x</title><img src=x><p style='color:#999'>pale</p>");
  await page.evaluate(axe.source);
  const said = (await page.evaluate("axe.run()")) as {
    readonly violations: readonly { readonly id: string }[];
  };
  const rules = said.violations.map(({ id }) => id);
  for (const rule of ["image-alt", "color-contrast", "html-has-lang"]) expect(rules).toContain(rule);
});

test.each(EACH_KIND)(
  "%s can be used by everybody, on small screens and large, by day and by night",
  async (_, path) => {
    const { page } = await open(path);
    await page.evaluate(axe.source);
    for (const width of WIDTHS)
      for (const colorScheme of SCHEMES) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        expect([width, colorScheme, await violationsOn(page, colorScheme)]).toEqual([width, colorScheme, []]);
      }
  },
);

test.each(EACH_KIND)("%s is never wider than the screen", async (_, path) => {
  const { page } = await open(path, { viewport: { width: 320, height: 640 } });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 640 });
    const [wanted, given] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth];
    });
    expect([width, wanted]).toEqual([width, given]);
  }
});
