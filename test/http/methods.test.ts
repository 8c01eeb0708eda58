/** RFC 9110 §9.3 and §15.5.6; Fetch §3.3. */
import { expect, test } from "vitest";
import { app, ask, FILES } from "../sample.ts";

const PATHS = [
  ...FILES.map((file) => `/${file}`),
  "/topics/tides/atom.xml",
  "/feeds.opml",
  "/",
  "/articles/high-water",
];

test.each(PATHS)("HEAD of %s answers like GET, without a body", async (path) => {
  const asked = app();
  const [get, head] = [await ask(asked, path), await ask(asked, path, { method: "HEAD" })];
  expect(head.status).toBe(200);
  expect([...head.headers]).toEqual([...get.headers]);
  expect(await head.text()).toBe("");
  expect((await get.text()).length).toBeGreaterThan(0);
});

test("HEAD of what is not there answers like GET, without a body", async () => {
  for (const path of ["/nothing", "/rss", "/feed"]) {
    const [get, head] = [await ask(app(), path), await ask(app(), path, { method: "HEAD" })];
    expect(head.status).toBe(get.status);
    expect([...head.headers]).toEqual([...get.headers]);
    expect(await head.text()).toBe("");
  }
});

test.each([
  ["/rss.xml", "application/rss+xml; charset=utf-8"],
  ["/atom.xml", "application/atom+xml; charset=utf-8"],
  ["/feed.json", "application/feed+json; charset=utf-8"],
  ["/topics/tides/rss.xml", "application/rss+xml; charset=utf-8"],
  ["/feeds.opml", "text/x-opml; charset=utf-8"],
  ["/", "text/html; charset=utf-8"],
  ["/topics/tides", "text/html; charset=utf-8"],
  ["/articles/high-water", "text/html; charset=utf-8"],
  ["/nothing", "text/html; charset=utf-8"],
])("%s is of the type %s, and nobody is to guess another", async (path, type) => {
  const { headers } = await ask(app(), path);
  expect(headers.get("content-type")).toBe(type);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test("OPTIONS tells a browser reader of another origin that it may ask, with conditions", async () => {
  for (const path of ["/rss.xml", "/", "/nothing", "/feed"]) {
    const answer = await ask(app(), path, {
      method: "OPTIONS",
      headers: {
        origin: "https://reader.example",
        "access-control-request-method": "GET",
        "access-control-request-headers": "if-none-match",
      },
    });
    expect(answer.status).toBe(204);
    expect(answer.body).toBeNull();
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("access-control-allow-methods")).toBe("GET, HEAD, OPTIONS");
    expect(answer.headers.get("access-control-allow-headers")?.toLowerCase()).toMatch(/if-none-match/);
    expect(answer.headers.get("access-control-allow-headers")?.toLowerCase()).toMatch(/if-modified-since/);
    expect(answer.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
  }
});

test("a browser reader may read every answer, and its validators", async () => {
  for (const path of [...PATHS, "/nothing", "/rss", "/feed"]) {
    const { headers } = await ask(app(), path, { headers: { origin: "https://reader.example" } });
    expect(headers.get("access-control-allow-origin"), path).toBe("*");
    expect(headers.get("access-control-expose-headers"), path).toBe("ETag, IM, Last-Modified, Link");
  }
});

test.each(["POST", "PUT", "DELETE", "PATCH"])(
  "%s is answered by 405 with what is allowed, at known and unknown addresses",
  async (method) => {
    const asked = app();
    for (const path of [...PATHS, "/nothing", "/rss", "/feed", "/articles/gone"]) {
      await ask(asked, path);
      const answer = await ask(asked, path, { method });
      expect(answer.status, path).toBe(405);
      expect(answer.headers.get("allow"), path).toBe("GET, HEAD, OPTIONS");
      expect(await answer.text(), path).toContain("GET");
    }
  },
);

test("a body that a POST carries is not read as a feed's address or echoed", async () => {
  const answer = await ask(app(), "/rss.xml", { method: "POST", body: "<script>alert(1)</script>" });
  expect(await answer.text()).not.toContain("script");
});
