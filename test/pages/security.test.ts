/** What a browser is told that it may do with a page (CSP Level 3). */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { app, article, ask, FILES } from "../sample.ts";
import { pageIn } from "./page.ts";

const asked = app({ articles: [article(), article({ slug: "gone", withdrawn: true })] });
const PAGES = [
  "/",
  "/topics/tides",
  "/languages/en",
  "/articles/high-water",
  "/subscribe",
  "/search",
  "/search?q=water",
  "/search?q=nothing",
  "/nothing",
  "/articles/gone",
] as const;
const DOCUMENTS = ["/rss.xml", "/feed.json", "/search/atom.xml?q=water"];

/** The directives of a policy, by their names. */
const policyOf = ({ headers }: Response): ReadonlyMap<string, readonly string[]> =>
  new Map(
    (headers.get("content-security-policy") ?? "").split(";").map((directive) => {
      const [name = "", ...values] = directive.trim().split(/\s+/);
      return [name, values];
    }),
  );

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const answers = async () => [
  ...(await Promise.all(PAGES.map(async (path) => [path, await ask(asked, path)] as const))),
  ...(await Promise.all(
    DOCUMENTS.map(
      async (path) => [path, await ask(asked, path, { headers: { "sec-fetch-dest": "document" } })] as const,
    ),
  )),
];

test("every page lets a browser do nothing but what its policy names", async () => {
  for (const [path, answer] of await answers()) {
    const policy = policyOf(answer);
    expect(policy.get("default-src"), path).toEqual(["'none'"]);
    expect(policy.get("frame-ancestors"), path).toEqual(["'none'"]);
    expect(policy.get("base-uri"), path).toEqual(["'none'"]);
    expect(policy.get("form-action"), path).toEqual(["'self'"]);
    expect([...policy.values()].flat().filter((value) => /unsafe|\*|data:/.test(value))).toEqual([]);
    expect(answer.headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(answer.headers.get("permissions-policy")).toContain("browsing-topics=()");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  }
});

test("the policy's hashes are those of the very styles and scripts in the page, and of no others", async () => {
  for (const [path, answer] of await answers()) {
    const policy = policyOf(answer);
    const page = pageIn(await answer.text());
    const styles = page.all("style").map(({ textContent }) => hashOf(textContent));
    expect(policy.get("style-src"), path).toEqual(styles);
    const scripts = page.all("script:not([type])").map(({ textContent }) => hashOf(textContent));
    for (const script of scripts) expect(policy.get("script-src"), path).toEqual([script]);
    expect(page.all("script[type]").every((one) => one.getAttribute("type") === "application/ld+json")).toBe(
      true,
    );
  }
});

test("no element of a page brings a style or a script of its own, or has one fetched", async () => {
  for (const [path, answer] of await answers()) {
    const page = pageIn(await answer.text());
    expect(page.all("[style], [onclick], [onload], [src]:not(img), link[rel=stylesheet]"), path).toEqual([]);
  }
});

test("pictures and sound that articles bring may be shown", async () => {
  const policy = policyOf(await ask(asked, "/articles/high-water"));
  for (const directive of ["img-src", "media-src"])
    expect(policy.get(directive)).toEqual(["'self'", "https:", "http:"]);
});

test("a 304 repeats none of it, and a feed needs none", async () => {
  const { headers } = await ask(asked, "/");
  const same = await ask(asked, "/", { headers: { "if-none-match": headers.get("etag") ?? "" } });
  expect([same.status, same.headers.has("content-security-policy")]).toEqual([304, false]);
  for (const file of FILES)
    expect((await ask(asked, `/${file}`)).headers.has("content-security-policy")).toBe(false);
});

test("HEAD of a page says what GET of it says", async () => {
  for (const path of PAGES) {
    const [get, head] = [await ask(asked, path), await ask(asked, path, { method: "HEAD" })];
    expect(head.status).toBe(get.status);
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers));
    expect(await head.text()).toBe("");
  }
});
