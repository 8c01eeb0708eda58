/** The pages of a channel behind its first. */
import { expect, test } from "vitest";
import { app, article, ask, ORIGIN, publication, textAt } from "../sample.ts";
import { pageAt } from "./page.ts";

const at = (day: number, more = {}) =>
  article({ slug: `day-${day}`, published: `2026-03-0${day}T08:00:00Z`, title: `Day ${day}`, ...more });
const five = [1, 2, 3, 4, 5].map((day) => at(day, { topics: day === 3 ? [] : ["tides"] }));
const own = publication({ entries: 2 });
const asked = app({ articles: five, publication: own });

test.each([
  ["/", ["Day 5", "Day 4"]],
  ["/?page=2", ["Day 3", "Day 2"]],
  ["/?page=3", ["Day 1"]],
  ["/topics/tides?page=2", ["Day 2", "Day 1"]],
  ["/?page=2&utm_source=x", ["Day 3", "Day 2"]],
  ["/?utm_source=x", ["Day 5", "Day 4"]],
])("%s shows %j, whatever was asked before", async (path, titles) => {
  expect((await pageAt(asked, path)).texts(".list article h2")).toEqual(titles);
});

test.each([
  ["/?page=1", "/"],
  ["/topics/tides?page=1", "/topics/tides"],
  ["/topics/tides/?page=2", "/topics/tides?page=2"],
  ["/languages/en/topics/tides?page=2", "/topics/tides/languages/en?page=2"],
])("%s leads to %s", async (path, to) => {
  const answer = await ask(asked, path);
  expect([answer.status, answer.headers.get("location")]).toEqual([308, ORIGIN + to]);
  expect((await ask(asked, to)).status).toBe(200);
});

test.each(["4", "0", "-1", "01", "+2", "2.0", "1e0", "two", "", "9999999999999", "2%00", "%D9%A2"])(
  "there is no page %j",
  async (page) => {
    for (const path of ["/", "/topics/tides"])
      expect((await ask(asked, `${path}?page=${page}`)).status, path).toBe(404);
  },
);

test("each page says which it is, leads to its neighbours, and is known by its own address", async () => {
  const seen = await Promise.all(
    ["/", "/?page=2", "/?page=3"].map(async (path) => {
      const page = await pageAt(asked, path);
      const [told] = page.texts(".paging span");
      const [prev, next] = ["prev", "next"].map((rel) => page.hrefs(`a[rel="${rel}"]`)[0]);
      return [page.hrefs('link[rel="canonical"]')[0], told, prev, next];
    }),
  );
  expect(seen).toEqual([
    ["/", "Page 1 of 3", undefined, "/?page=2"],
    ["/?page=2", "Page 2 of 3", "/", "/?page=3"],
    ["/?page=3", "Page 3 of 3", "/?page=2", undefined],
  ]);
});

test("where all articles are on one page, nothing is said of pages", async () => {
  const page = await pageAt(app({ articles: five.slice(0, 2), publication: own }), "/");
  expect(page.all(".paging")).toEqual([]);
});

test("a page says in its language which it is", async () => {
  const german = app({ articles: five.map((one) => ({ ...one, language: "de" })), publication: own });
  const page = await pageAt(german, "/languages/de?page=2");
  expect(page.texts(".paging > *")).toEqual(["Neuere Artikel", "Seite 2 von 3", "Ältere Artikel"]);
});

test("a page beyond the first changes its tag and its date when something is published", async () => {
  const clock = { now: Date.parse("2026-03-06T07:59:59Z") };
  const waiting = app({ articles: [...five, at(6)], publication: own, clock: () => clock.now });
  const before = await ask(waiting, "/?page=2");
  const headers = { "if-none-match": before.headers.get("etag") ?? "" };
  expect((await ask(waiting, "/?page=2", { headers })).status).toBe(304);
  clock.now += 1000;
  const after = await ask(waiting, "/?page=2", { headers });
  expect(after.status).toBe(200);
  expect(after.headers.get("last-modified")).toBe("Fri, 06 Mar 2026 08:00:00 GMT");
  expect(await after.text()).toContain("Day 4");
});

test("no page is taken for another, in whatever order and by whatever method they are asked for", async () => {
  const paths = ["/", "/?page=2", "/?page=3", "/topics/tides", "/topics/tides?page=2", "/?page=2&page=3"];
  const fresh = await Promise.all(
    paths.map((path) => textAt(app({ articles: five, publication: own }), path)),
  );
  for (const order of [paths, paths.toReversed(), [...paths, ...paths]]) {
    const one = app({ articles: five, publication: own });
    for (const path of order) {
      const { headers } = await ask(one, path, { method: "HEAD" });
      const answer = await ask(one, path);
      expect(answer.headers.get("etag")).toBe(headers.get("etag"));
      expect(await answer.text()).toBe(fresh[paths.indexOf(path)]);
    }
  }
});

test("a topic that is called as a page of another is none of it", async () => {
  const answer = await ask(asked, "/topics/tides%3Fpage=2");
  expect(answer.status).toBe(404);
});
