import { expect, inject, test } from "vitest";
import { browsing } from "./browsing.ts";

const origin = inject("bundled");
const { open } = browsing(origin);
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };
const TYPES = {
  RSS: "application/rss+xml; charset=utf-8",
  Atom: "application/atom+xml; charset=utf-8",
  "JSON Feed": "application/feed+json; charset=utf-8",
} as const;

/** What a client gets at an address that is no browser. */
async function answerAt(address: string): Promise<readonly [number, string | null]> {
  const answer = await fetch(address);
  await answer.body?.cancel();
  return [answer.status, answer.headers.get("content-type")];
}

test.each(Object.entries(TYPES))(
  "a newcomer finds a topic on the front page, and copies the address of its %s",
  async (format, type) => {
    const { page, complaints } = await open("/", CLIPBOARD);
    await page.getByRole("navigation", { name: "Topics" }).getByRole("link", { name: "HTTP" }).click();
    await page.waitForURL("**/topics/http");
    await page.getByRole("button", { name: `Copy: ${format}`, exact: true }).click();
    await page.getByText(`Copied: ${format}`).waitFor({ state: "attached" });
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(copied).pathname).toMatch(/^\/topics\/http\//);
    expect(await answerAt(copied)).toEqual([200, type]);
    expect(complaints).toEqual([]);
  },
);

test("whoever has a keyboard alone gets there as well", async () => {
  const { page } = await open("/", CLIPBOARD);
  const tabTo = async (selector: string) => {
    const aim = page.locator(selector);
    for (let presses = 0; presses < 200; presses++) {
      await page.keyboard.press("Tab");
      if (await aim.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`no way by the Tab key to ${selector}`);
  };
  await tabTo(".masthead nav a[href$='/topics/http']");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/topics/http");
  await tabTo(".masthead .subscribe a");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/topics/http#subscribe");
  await tabTo("[data-copy$='/topics/http/atom.xml']");
  await page.keyboard.press("Enter");
  await page.getByText("Copied: Atom").waitFor({ state: "attached" });
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${origin}/topics/http/atom.xml`);
});

test("what was copied is said to those who do not see it, and shown to those who do", async () => {
  const { page } = await open("/topics/http", CLIPBOARD);
  const status = page.getByRole("status");
  expect(await status.textContent()).toBe("");
  const button = page.getByRole("button", { name: "Copy: RSS", exact: true });
  await button.click();
  await expect.poll(() => status.textContent()).toBe("Copied: RSS");
  expect(await button.evaluate((shown) => getComputedStyle(shown, "::before").content)).toContain("✓");
});

test("where scripts do not run, no button is shown, and a click selects an address whole", async () => {
  const { page } = await open("/topics/http", { javaScriptEnabled: false });
  expect(await page.locator("[data-copy]").count()).toBe(3);
  expect(await page.locator("[data-copy]:visible").count()).toBe(0);
  const address = page.locator(".addresses code").first();
  expect(await address.textContent()).toBe(`${origin}/topics/http/rss.xml`);
  expect(await address.evaluate((code) => getComputedStyle(code).userSelect)).toBe("all");
});
