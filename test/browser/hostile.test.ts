import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { VECTORS } from "../articles/vectors.ts";
import { browsing } from "./browsing.ts";

const origin = inject("hostile");
const { blank } = browsing(origin);

/** Without the policy, which would keep most of it from running: nothing hostile may be there to run. */
const DEFENCELESS = { bypassCSP: true };
/** Addresses that a page may lead to or take from. */
const HARMLESS = /^(?:https?:|mailto:|feed:https?:)/;

/** Some vectors are pictures once they are sanitised, which are not there. */
const PICTURE = /^404: \S+\/articles\/(?:x|1|a\.png)$/;

/** What of a page could run code or fetch it, but for its own script: elements, handlers, addresses. */
const dangersOn = (page: Page, harmless: string): Promise<readonly string[]> =>
  page.evaluate((pattern) => {
    const isHarmless = new RegExp(pattern);
    const running = /^(?:on.*|style|srcdoc|formaction|ping)$/;
    const leading = /^(?:href|src|action|poster|cite|background|data)$/;
    const isDanger = ({ name, value }: Attr) =>
      running.test(name) || (leading.test(name) && !isHarmless.test(new URL(value, document.baseURI).href));
    const attributes = [...document.querySelectorAll("*")]
      .flatMap((element) => [...element.attributes])
      .filter(isDanger)
      .map(({ name, value, ownerElement }) => `${ownerElement?.tagName} ${name}=${value}`);
    const strange =
      "iframe, frame, object, embed, base, meta[http-equiv], portal, math, foreignObject, template";
    const elements = [...document.querySelectorAll(strange)].map(({ tagName }) => tagName);
    const scripts = [...document.scripts]
      .filter(({ type }) => type !== "application/ld+json")
      .map(({ textContent }) => textContent)
      .filter((text) => !text.startsWith("if (navigator.clipboard)"));
    return [...attributes, ...elements, ...scripts];
  }, harmless);

/** Whatever vectors do is done by then, pictures that fail included. */
async function visited(page: Page, path: string): Promise<readonly string[]> {
  await page.goto(path, { waitUntil: "load" });
  return (await dangersOn(page, HARMLESS.source)).map((danger) => `${path}: ${danger}`);
}

/** Addresses of all pages, and of the page in place of each feed. */
async function addresses(): Promise<readonly string[]> {
  const sitemap = await (await fetch(`${origin}/sitemap.xml`)).text();
  const pages = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = ""]) => new URL(url));
  const paths = pages.map(({ pathname }) => pathname);
  const channels = paths.filter((path) => !path.startsWith("/articles/"));
  const older = Array.from({ length: 4 }, (_, i) => `/?page=${i + 2}`);
  const searches = VECTORS.map((vector) => `/search?q=${encodeURIComponent(vector)}`);
  const feeds = channels.map((path) => `${path.replace(/\/$/, "")}/atom.xml`);
  const absent = VECTORS.map((vector) => `/${encodeURIComponent(vector)}`);
  return [...paths, ...older, ...searches, ...feeds, "/rss.xml", "/feed.json", "/subscribe", ...absent];
}

const all = await addresses();

test("the judge of these tests sees code that runs, and what could run", async () => {
  const { page, complaints } = await blank(DEFENCELESS);
  await page.goto("/");
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      "beforeend",
      "<img src=x:x onerror='alert(1)'><a href='javascript:alert(2)'>x</a><svg><a href='java\nscript:1'></a></svg>",
    );
  });
  await expect.poll(() => complaints.join("\n")).toContain("dialog: 1");
  const dangers = await dangersOn(page, HARMLESS.source);
  expect(dangers).toContain("IMG onerror=alert(1)");
  expect(dangers).toContain("A href=javascript:alert(2)");
  expect(dangers).toContain("a href=java\nscript:1");
});

test("there are pages of every hostile article, author and source", () => {
  expect(all.filter((path) => path.startsWith("/articles/"))).toHaveLength(3 * VECTORS.length);
  // Of names that differ by marks alone there is one address.
  for (const kind of ["/authors/", "/sources/"])
    expect(all.filter((path) => path.startsWith(kind)).length).toBeGreaterThan(60);
});

/** Opened one after the other, so many at once. */
const TABS = 4;

test("nothing hostile runs on any page, though nothing else would keep it from that", async () => {
  const tabs = Array.from({ length: TABS }, async (_, tab) => {
    const { page, complaints } = await blank(DEFENCELESS);
    const dangers: string[] = [];
    for (const path of all.filter((_, i) => i % TABS === tab)) dangers.push(...(await visited(page, path)));
    return [...dangers, ...complaints.filter((complaint) => !PICTURE.test(complaint))];
  });
  expect((await Promise.all(tabs)).flat()).toEqual([]);
}, 240_000);

test.each(["/rss.xml", "/atom.xml"])(
  "nothing hostile runs in %s where a browser shows it as XML",
  async (path) => {
    const { page, complaints } = await blank(DEFENCELESS);
    const body = await (await fetch(origin + path)).text();
    await page.route(origin + path, (route) => route.fulfill({ contentType: "application/xml", body }));
    await page.goto(path);
    expect(await page.evaluate(() => document.querySelectorAll("item, entry").length)).toBeGreaterThan(30);
    const inHtml = "http://www.w3.org/1999/xhtml";
    expect(await page.evaluate((space) => document.getElementsByTagNameNS(space, "*").length, inHtml)).toBe(
      0,
    );
    expect(complaints).toEqual([]);
  },
);
