/** A file of the archive that cannot be read: its addresses say so, and no others. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { app, article, ask, publication } from "../sample.ts";
import { archived, libraryOf } from "./kept.ts";

const own = publication({ entries: 5 });
const articles = Array.from({ length: 250 }, (_, i) =>
  article({
    slug: `a-${i}`,
    published: new Date(Date.UTC(2025, 0, 1) + i * 86_400_000).toISOString(),
    topics: i % 3 === 0 ? ["winds"] : ["tides"],
    authors: i % 7 === 0 ? [{ name: "Seventh" }] : [],
  }),
);

/** An app whose archive lacks what `damage` does to a file. */
function damaged(
  isIt: (name: string, text: string) => boolean,
  damage: (bytes: Uint8Array) => Uint8Array | undefined,
) {
  const kept = archived(own, articles);
  const read = async (name: string) => {
    const bytes = kept.files.get(name);
    return bytes && isIt(name, new TextDecoder().decode(bytes)) ? damage(bytes) : bytes;
  };
  return app({ articles: [], publication: own, library: libraryOf(own, kept, read) });
}

/** The file of the oldest hundred articles. */
const isOldest = (_: string, text: string) => text.includes('"slug":"a-0"') && text.includes("contentHtml");

const DAMAGES = {
  removed: () => undefined,
  empty: () => new Uint8Array(),
  truncated: (bytes: Uint8Array) => bytes.slice(0, bytes.length >> 1),
  "without its first line": (bytes: Uint8Array) => bytes.slice(bytes.indexOf(10) + 1),
  altered: (bytes: Uint8Array) => bytes.map((byte, i) => (i > bytes.indexOf(10) && byte === 97 ? 98 : byte)),
} as const;

const told = vi.spyOn(console, "error").mockImplementation(() => {});
beforeEach(() => {
  told.mockClear();
});
afterEach(() => {
  expect(told).toHaveBeenCalled();
});

for (const [what, damage] of Object.entries(DAMAGES)) {
  test(`a file that is ${what} is a 503 at its addresses, not to be kept, and is named in the log`, async () => {
    const asked = damaged(isOldest, damage);
    for (const path of ["/articles/a-60", "/archive/30/atom.xml", "/topics/winds/archive/10/rss.xml"]) {
      const answer = await ask(asked, path);
      expect([path, answer.status]).toEqual([path, 503]);
      expect(answer.headers.get("retry-after")).toMatch(/^\d+$/);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.headers.get("etag")).toBeNull();
    }
    expect(String(told.mock.calls[0]?.[0])).toMatch(/[0-9a-f]{32}\.jsonl/);
  });

  test(`feeds and articles that do not need a file that is ${what} are as ever`, async () => {
    const [asked, whole] = [damaged(isOldest, damage), app({ articles, publication: own })];
    await ask(asked, "/articles/a-60");
    for (const path of [
      "/rss.xml",
      "/topics/tides/feed.json",
      "/archive/60/atom.xml",
      "/articles/a-200",
      "/?page=3",
    ])
      expect(await (await ask(asked, path)).text(), path).toBe(await (await ask(whole, path)).text());
  });
}

test("a client that asks for what is new gets the whole where the articles before that cannot be read", async () => {
  const asked = damaged(isOldest, () => undefined);
  const whole = await ask(asked, "/authors/seventh/atom.xml");
  const headers = { "if-none-match": 'W/"abc.def.12345678901"', "a-im": "feed" };
  for (let time = 0; time < 2; time++) {
    const answer = await ask(asked, "/authors/seventh/atom.xml", { headers });
    expect([answer.status, answer.headers.get("etag")]).toEqual([200, whole.headers.get("etag")]);
    expect(await answer.text()).toContain("<entry");
  }
  expect(String(told.mock.calls[0]?.[0])).toMatch(/[0-9a-f]{32}\.jsonl/);
});

test("what could not be read is read again, and then kept", async () => {
  let isBroken = true;
  const asked = damaged(isOldest, (bytes) => (isBroken ? undefined : bytes));
  expect((await ask(asked, "/articles/a-7")).status).toBe(503);
  isBroken = false;
  expect((await ask(asked, "/articles/a-7")).status).toBe(200);
});

test("an address that is none stays a 404, though the list of channels cannot be read", async () => {
  const asked = damaged(
    (_, text) => text.includes('[["topics","tides"'),
    () => undefined,
  );
  expect((await ask(asked, "/nothing")).status).toBe(404);
  expect((await ask(asked, "/rss.xml")).status).toBe(200);
  expect((await ask(asked, "/subscribe")).status).toBe(503);
});

test("everything that was ever published being unreadable, the newest is still there", async () => {
  const asked = damaged(
    () => true,
    () => undefined,
  );
  expect((await ask(asked, "/rss.xml")).status).toBe(200);
  expect((await ask(asked, "/archive/1/rss.xml")).status).toBe(503);
});
