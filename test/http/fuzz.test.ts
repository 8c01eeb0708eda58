/** Request headers of every kind and none: `FUZZ=100000 npm test -- fuzz` tries so many requests. */
import * as fc from "fast-check";
import { expect, inject, test } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import { app, article, ask, publication } from "../sample.ts";
import { allowed, type Sent } from "./conditions.ts";
import { requestHeaders } from "./request-headers.ts";

const REQUESTS = inject("fuzz");

const held = Array.from({ length: 12 }, (_, i) =>
  article({ slug: `a-${i}`, published: `2026-03-${String(i + 1).padStart(2, "0")}T08:00:00Z` }),
);
const appOf = (articles: readonly Article[]) => app({ articles, publication: publication({ entries: 8 }) });
const [old, asked] = [appOf(held.slice(0, -1)), appOf(held)];

const DOCUMENTS = [
  "/rss.xml",
  "/atom.xml",
  "/feed.json",
  "/topics/tides/rss.xml",
  "/archive/1/atom.xml",
  "/msn.xml",
  "/feeds.opml",
  "/",
  "/articles/a-3",
];
const OTHERS: Readonly<Record<string, number>> = { "/feed": 307, "/rss": 308, "/nothing": 404 };
const PATHS = [...DOCUMENTS, ...Object.keys(OTHERS)];

const textOf = async (path: string, of = asked) => (await ask(of, path)).text();
const plain = new Map(await Promise.all(DOCUMENTS.map(async (path) => [path, await textOf(path)] as const)));
const given = new Map(
  await Promise.all(DOCUMENTS.map(async (path) => [path, (await ask(asked, path)).headers] as const)),
);
const DATES = [...given.values()].flatMap((headers) => headers.get("last-modified") ?? []);

/** The tags that a client may have of a document: those of two versions; those of another, where there is none. */
const tagsOf = async (path: string) =>
  Promise.all(
    [old, asked].map(
      async (of) => (await ask(of, path in OTHERS ? "/rss.xml" : path)).headers.get("etag") ?? "",
    ),
  );
const requests = await Promise.all(
  PATHS.map(async (path) => fc.tuple(fc.constant(path), requestHeaders(await tagsOf(path), DATES))),
);
const method = fc.constantFrom("GET", "GET", "GET", "HEAD");
const query = fc.constantFrom("", "", "?", "?utm=1");

const seen: Record<number, number> = {};

test(
  `of ${REQUESTS} requests with headers of any kind none is answered by 5xx, and none by a wrong 304`,
  async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(...requests), method, query, judged), {
      numRuns: REQUESTS,
    });
    if (REQUESTS > 10_000) console.log(seen);
    for (const status of [200, 226, 304, 412]) expect(seen[status], JSON.stringify(seen)).toBeGreaterThan(5);
  },
  60_000 + REQUESTS * 10,
);

async function judged([path, headers]: readonly [string, Sent], method: string, query: string) {
  const answer = await ask(asked, path + query, { method, headers: headers as Record<string, string> });
  const { status } = answer;
  seen[status] = (seen[status] ?? 0) + 1;
  expect(path in OTHERS ? [OTHERS[path]] : expected(headers, method, path)).toContain(status);
  if (!(path in OTHERS)) await judgedBody(answer, headers, method, path);
}

/** What the model allows; where it is a 200, a part to those who ask for it. */
function expected(headers: Sent, method: string, path: string): readonly number[] {
  const known = given.get(path);
  const changed = known?.get("last-modified");
  const validators = { etag: known?.get("etag") ?? "", ...(changed && { modified: Date.parse(changed) }) };
  const statuses = [...allowed(headers, validators)];
  const mayBePart = method === "GET" && /feed/i.test(headers["a-im"] ?? "") && headers["if-none-match"];
  return mayBePart && statuses.includes(200) ? [...statuses, 226] : statuses;
}

async function judgedBody(answer: Response, headers: Sent, method: string, path: string) {
  const { status } = answer;
  const coding = answer.headers.get("content-encoding");
  if (coding) expect(headers["accept-encoding"]?.toLowerCase()).toMatch(new RegExp(`${coding}|\\*`));
  const text = coding ? undefined : await answer.text();
  if (status === 304 || status === 412 || method === "HEAD") expect(text ?? "").toBe("");
  else if (status === 200 && text !== undefined) expect(text).toBe(plain.get(path));
  if (status === 226) expect(answer.headers.get("etag")).toBe(given.get(path)?.get("etag"));
}
