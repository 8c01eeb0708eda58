/** RFC 9110 §13.1.1, §13.1.4, §13.1.5 and §13.2: conditions that no reader sends, and their order. */
import { expect, test } from "vitest";
import { app, article, ask } from "../sample.ts";

const asked = app({ articles: [article({ updated: "2026-03-02T09:30:00Z" })] });
const { headers: given } = await ask(asked, "/rss.xml");
const etag = given.get("etag") ?? "";
const strong = etag.replace("W/", "");
const BEFORE = "Mon, 02 Mar 2026 09:29:59 GMT";
const CHANGE = "Mon, 02 Mar 2026 09:30:00 GMT";

const ADDRESSES = ["/rss.xml", "/rss.xml?unknown"];

/** The status at an address that is known already and at one that is not, by GET and HEAD. */
async function statusOf(headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  const statuses = new Set<number>();
  for (const path of ADDRESSES)
    for (const method of ["GET", "HEAD"]) statuses.add((await ask(asked, path, { method, headers })).status);
  expect(statuses.size).toBe(1);
  return [...statuses][0];
}

test.each([
  ["If-Match with the tag, which is weak (§13.1.1: strong comparison)", { "if-match": etag }, 412],
  ["If-Match with the tag made strong", { "if-match": strong }, 412],
  ["If-Match with another tag", { "if-match": '"x"' }, 412],
  ["If-Match with nothing", { "if-match": "" }, 412],
  ["If-Match with the star, as there is a document", { "if-match": "*" }, 200],
  ["If-Unmodified-Since the change (§13.1.4)", { "if-unmodified-since": CHANGE }, 200],
  ["If-Unmodified-Since a second before it", { "if-unmodified-since": BEFORE }, 412],
  ["If-Unmodified-Since no date, which is ignored", { "if-unmodified-since": "yesterday" }, 200],
  ["If-Match before If-Unmodified-Since (§13.2.2)", { "if-match": "*", "if-unmodified-since": BEFORE }, 200],
  ["If-Match before If-None-Match", { "if-match": '"x"', "if-none-match": etag }, 412],
  ["If-Match that holds, then If-None-Match", { "if-match": "*", "if-none-match": etag }, 304],
  ["If-Unmodified-Since before If-None-Match", { "if-unmodified-since": BEFORE, "if-none-match": etag }, 412],
  [
    "If-Unmodified-Since and If-Modified-Since, which both hold",
    { "if-unmodified-since": CHANGE, "if-modified-since": CHANGE },
    304,
  ],
  ["Range, which is ignored (§14.2)", { range: "bytes=0-9" }, 200],
  ["Range behind a condition that does not hold", { range: "bytes=0-9", "if-none-match": etag }, 304],
  ["If-Range with a tag (§13.1.5)", { range: "bytes=0-9", "if-range": strong }, 200],
])("%s is answered by its clause", async (_, headers, status) => {
  expect(await statusOf(headers as Readonly<Record<string, string>>)).toBe(status);
});

test("a 412 has no body, and no cache may keep it", async () => {
  const answer = await ask(asked, "/rss.xml", { headers: { "if-match": '"x"' } });
  expect(answer.body).toBeNull();
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
});

test("a document without a date of change ignores conditions about one", async () => {
  for (const name of ["if-modified-since", "if-unmodified-since"])
    expect((await ask(asked, "/feeds.opml", { headers: { [name]: BEFORE } })).status).toBe(200);
});

test("conditions are judged only where the answer would be 200 (§13.2.1)", async () => {
  const headers = { "if-match": '"x"', "if-unmodified-since": BEFORE };
  expect((await ask(asked, "/nothing", { headers })).status).toBe(404);
  expect((await ask(asked, "/rss", { headers })).status).toBe(308);
  expect((await ask(asked, "/rss.xml", { headers, method: "POST" })).status).toBe(405);
});
