import { expect, inject, test } from "vitest";
import { browsing } from "./browsing.ts";

const origin = inject("varied");
const { blank } = browsing(origin);

test.each([
  ["an address that has nothing", "/nothing/here", 404, "Not found"],
  ["an article that was withdrawn", "/articles/not-so", 410, "Withdrawn"],
  ["a topic that is no more", "/topics/whaling", 410, "Withdrawn"],
  ["a page behind the last", "/?page=4", 404, "Not found"],
])("%s is told as such, with ways on from there", async (_, path, status, heading) => {
  const { page, complaints } = await blank();
  const answer = await page.goto(path);
  expect(answer?.status()).toBe(status);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(heading);
  const feeds = page.getByRole("main").getByRole("link", { name: "RSS: Tides" });
  expect(await feeds.getAttribute("href")).toBe(`${origin}/topics/tides/rss.xml`);
  await page.getByRole("main").getByRole("link", { name: "Tides", exact: true }).click();
  await page.waitForURL("**/topics/tides");
  expect(complaints).toEqual([]);
});
