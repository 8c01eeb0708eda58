import { expect, inject, test } from "vitest";
import { browsing } from "./browsing.ts";
import { EACH_KIND } from "./kinds.ts";

const { blank, open } = browsing(inject("varied"));
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

test("the judge of these tests hears what a page does against its policy", async () => {
  const { page, complaints } = await open("/");
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      "beforeend",
      "<p style='color:red'>x</p><iframe src='https://evil.example/'>",
    );
  });
  await expect.poll(() => complaints.join("\n")).toContain("policy: frame-src");
  expect(complaints.join("\n")).toContain("policy: style-src-attr");
});

test("the judge of these tests hears errors, and requests that leave the publication", async () => {
  const { page, complaints } = await blank();
  await page.setContent("<img src='https://elsewhere.example/x.png'><script>nothingOfThisName()</script>");
  await expect.poll(() => complaints.join("\n")).toContain("elsewhere: https://elsewhere.example/x.png");
  expect(complaints.join("\n")).toContain("script: nothingOfThisName is not defined");
});

test.each(EACH_KIND)(
  "on %s a browser has nothing to complain of, whatever is opened and pressed",
  async (_, path) => {
    const { page, complaints } = await open(path, CLIPBOARD);
    for (const details of await page.locator("details:not([open]) > summary").all()) await details.click();
    for (const button of await page.locator("[data-copy]").all()) {
      await button.click();
      await expect.poll(() => button.getAttribute("class")).toBe("done");
    }
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForLoadState("networkidle");
    expect(complaints).toEqual([]);
  },
);
