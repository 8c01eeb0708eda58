/** RFC 9110 §15.5.5 and §15.5.11: what is not there, and what is no longer. */
import { expect, test, vi } from "vitest";
import { pages } from "../../src/pages/index.tsx";
import { app, article, ask, FILES, ORIGIN } from "../sample.ts";

const gone = article({ slug: "gone", withdrawn: true, title: "Gone for good", contentHtml: "" });
const asked = app({ articles: [article(), gone] });

/** The addresses of every feed there is. */
const FEEDS = ["", "/topics/tides", "/topics/winds"].flatMap((path) =>
  FILES.map((file) => `${ORIGIN}${path}/${file}`),
);

test.each([
  "/nothing",
  "/topics",
  "/topics/unknown",
  "/topics/unknown/rss.xml",
  "/topics/tides/other.xml",
  "/topics/tides/tides/rss.xml",
  "/topics//rss.xml/x",
  "/articles",
  "/articles/unknown",
  "/articles/high-water/more",
  "/rss.xml/more",
  "/rss.xmlx",
  "/xrss.xml",
  "/constructor",
  "/topics/__proto__/rss.xml",
  "/wp-login.php",
  "/.env",
  "/%00",
  "/%E0%A4%A",
  "/%25",
  "/%F0%9F%98%80",
])("%s is answered by 404 and names the feeds there are", async (path) => {
  const answer = await ask(asked, path);
  expect(answer.status).toBe(404);
  const text = await answer.text();
  for (const feed of FEEDS) expect(text).toContain(`href="${feed}"`);
});

test("a withdrawn article answers 410 and names the feeds there are", async () => {
  const answer = await ask(asked, "/articles/gone");
  expect(answer.status).toBe(410);
  const text = await answer.text();
  for (const feed of FEEDS) expect(text).toContain(`href="${feed}"`);
  expect(text).not.toContain("Gone for good");
});

test("a withdrawn article answers 410 to a condition that would match anything, and to HEAD", async () => {
  expect((await ask(asked, "/articles/gone", { headers: { "if-none-match": "*" } })).status).toBe(410);
  expect((await ask(asked, "/articles/gone", { method: "HEAD" })).status).toBe(410);
});

test("an article that is withdrawn before it is due was never there", async () => {
  const never = article({ slug: "never", withdrawn: true, published: "2027-01-01T00:00:00Z" });
  expect((await ask(app({ articles: [never] }), "/articles/never")).status).toBe(404);
});

test("what is absent may be there soon: caches keep the answer for a minute at most", async () => {
  for (const path of ["/nothing", "/articles/gone"]) {
    const [, seconds] =
      /^public, max-age=(\d+)$/.exec((await ask(asked, path)).headers.get("cache-control") ?? "") ?? [];
    expect(Number(seconds), path).toBeLessThanOrEqual(60);
  }
});

test("an address is not echoed as markup", async () => {
  const text = await (await ask(asked, "/%3Cscript%3Ealert(1)%3C/script%3E?<script>")).text();
  expect(text).not.toContain("<script>");
});

const broken = () => {
  throw new Error("the secret of /home/ada/broadsheet");
};

test.each([
  ["a channel's page", "/"],
  ["an article's page", "/articles/high-water"],
  ["the page of what is absent", "/nothing"],
])("a fault in %s is answered by 500, told to us and not to the reader", async (_, path) => {
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  const faulty = app({ pages: { ...pages, channel: broken, article: broken, absent: broken } });
  const answer = await ask(faulty, path);
  expect(answer.status).toBe(500);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.text()).toBe("Something went wrong here. Please try again.\n");
  expect(told).toHaveBeenCalledOnce();
  told.mockRestore();
});

test("a fault in a page leaves the feeds as they are", async () => {
  const faulty = app({ pages: { ...pages, channel: broken, article: broken, absent: broken } });
  for (const file of FILES) expect((await ask(faulty, `/${file}`)).status).toBe(200);
});
