import { expect, inject, test } from "vitest";
import { browsing } from "./browsing.ts";

const origin = inject("varied");
const { unwatched } = browsing(origin);

const MOST = 30_000;

test("the front page with 50 articles comes in one request, and weighs less than 30 KB with its sign", async () => {
  const page = await unwatched();
  const network = await page.context().newCDPSession(page);
  const sizes = new Map<string, number>();
  const paths = new Map<string, string>();
  const codings: (string | null)[] = [];
  network.on("Network.responseReceived", ({ requestId, response, type }) => {
    paths.set(requestId, new URL(response.url).pathname);
    if (type === "Document") codings.push(new Headers(response.headers).get("content-encoding"));
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
    sizes.set(requestId, encodedDataLength),
  );
  await network.send("Network.enable");
  await page.goto("/", { waitUntil: "networkidle" });
  expect(await page.locator(".list article").count()).toBe(50);
  expect(codings).toEqual(["br"]);
  expect([...paths.values()].filter((path) => path !== "/favicon.svg")).toEqual(["/"]);
  const sign = await fetch(`${origin}/favicon.svg`, { headers: { "accept-encoding": "identity" } });
  const all = [...sizes.values()].reduce((sum, size) => sum + size, (await sign.arrayBuffer()).byteLength);
  expect(sizes.size).toBeGreaterThan(0);
  expect(all).toBeGreaterThan(2000);
  expect(all).toBeLessThan(MOST);
});
