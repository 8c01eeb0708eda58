/** RFC 9110 §13.1.3 and §5.6.7, with the headers that real readers send. */
import { expect, test } from "vitest";
import { app, article, ask, publication, topic } from "../sample.ts";

const CHANGE = "2026-03-02T09:30:00Z";
const asked = app({ articles: [article({ updated: CHANGE })] });

const statusOf = async (since: string, path = "/rss.xml") =>
  (await ask(asked, path, { headers: { "if-modified-since": since } })).status;

const httpDate = (date: number) => new Date(date).toUTCString();

test("Last-Modified is the newest change among the entries, as an HTTP date", async () => {
  for (const path of ["/rss.xml", "/atom.xml", "/feed.json", "/topics/tides/rss.xml", "/articles/high-water"])
    expect((await ask(asked, path)).headers.get("last-modified"), path).toBe("Mon, 02 Mar 2026 09:30:00 GMT");
});

test("Last-Modified of a channel without entries is the publication's beginning, never 1970", async () => {
  const { headers } = await ask(asked, "/topics/winds/rss.xml");
  expect(headers.get("last-modified")).toBe("Wed, 01 Jan 2020 00:00:00 GMT");
});

test.each([
  ["the date as it was sent", "Mon, 02 Mar 2026 09:30:00 GMT"],
  ["the date in RFC 850's form", "Monday, 02-Mar-26 09:30:00 GMT"],
  ["the date in asctime's form", "Mon Mar  2 09:30:00 2026"],
  ["a later date that the client made up", "Mon, 02 Mar 2026 09:30:01 GMT"],
  ["the time of the request", httpDate(Date.now())],
  ["a date in the future", "Fri, 01 Jan 2038 00:00:00 GMT"],
])("%s is answered by 304", async (_, since) => {
  expect(await statusOf(since)).toBe(304);
  expect(await statusOf(since, "/rss.xml?unknown")).toBe(304);
});

test.each([
  ["a second before the change", "Mon, 02 Mar 2026 09:29:59 GMT"],
  ["the year 2000", "Sat, 01 Jan 2000 00:00:00 GMT"],
  ["1970", "Thu, 01 Jan 1970 00:00:00 GMT"],
  ["RFC 850's form of the last century", "Sunday, 06-Nov-94 08:49:37 GMT"],
  ["asctime's form of the last century", "Sun Nov  6 08:49:37 1994"],
])("%s is answered by 200", async (_, since) => {
  expect(await statusOf(since)).toBe(200);
  expect(await statusOf(since, "/rss.xml?unknown")).toBe(200);
});

test.each([
  ["no date", "yesterday"],
  ["nothing", ""],
  ["a number", "0"],
  ["a day that does not exist", "Mon, 32 Mar 2026 09:30:00 GMT"],
  ["a year alone", "2038"],
  ["a date of ISO 8601", "2038-01-01T00:00:00Z"],
  ["a date in American order", "01/02/2038"],
  ["a tag", 'W/"2038"'],
])("%s, which is no HTTP date, is ignored and answered by 200", async (_, since) => {
  expect(await statusOf(since)).toBe(200);
});

test("an article that appears makes the date of those who only send dates too old", async () => {
  const published = "2026-06-02T00:00:00Z";
  let now = Date.parse("2026-06-01T00:00:00Z");
  const scheduled = app({ articles: [article(), article({ slug: "ebb", published })], clock: () => now });
  const since = (await ask(scheduled, "/rss.xml")).headers.get("last-modified") ?? "";
  const again = () => ask(scheduled, "/rss.xml", { headers: { "if-modified-since": since } });
  expect((await again()).status).toBe(304);
  now = Date.parse(published);
  expect((await again()).status).toBe(200);
});

test("a directory that lists another topic is sent anew to those who only send dates", async () => {
  const before = await ask(asked, "/feeds.opml");
  const since = before.headers.get("last-modified") ?? "";
  const more = app({ publication: publication({ topics: [topic("tides"), topic("winds"), topic("rain")] }) });
  const headers = { "if-modified-since": since };
  expect((await ask(more, "/feeds.opml", { headers })).status).toBe(200);
});

const DEPLOYED = "2026-05-30T10:20:30.456Z";
const again = (deployed: string, more: Parameters<typeof article>[0] = {}) =>
  app({ articles: [article({ updated: CHANGE, ...more })], deployed: Date.parse(deployed) });

test("what was deployed after its newest change was last modified then: no article has a date of its own that tells", async () => {
  for (const path of ["/rss.xml", "/atom.xml", "/feed.json", "/articles/high-water"]) {
    const { headers } = await ask(again(DEPLOYED), path);
    expect(headers.get("last-modified"), path).toBe("Sat, 30 May 2026 10:20:30 GMT");
    const since = { headers: { "if-modified-since": headers.get("last-modified") ?? "" } };
    expect((await ask(again(DEPLOYED), path, since)).status, path).toBe(304);
    expect((await ask(again("2026-05-31T00:00:00Z"), path, since)).status, path).toBe(200);
  }
});

test("what changed after it was deployed, as a scheduled article does, was last modified at its change", async () => {
  const { headers } = await ask(again("2026-03-01T00:00:00Z"), "/rss.xml");
  expect(headers.get("last-modified")).toBe("Mon, 02 Mar 2026 09:30:00 GMT");
});

test("a deployment changes no document, and no tag", async () => {
  for (const path of ["/rss.xml", "/atom.xml", "/feed.json"]) {
    const [one, other] = [await ask(asked, path), await ask(again(DEPLOYED), path)];
    expect(other.headers.get("etag")).toBe(one.headers.get("etag"));
    expect(await other.text()).toBe(await one.text());
  }
});

test.each([
  ["http://localhost:8787", "https://own.example"],
  ["https://own.example", "http://localhost:8787"],
])("what is deployed and what is tried at a desk keep their dates, asked first at %s", async (...origins) => {
  const own = publication({ url: "https://own.example" });
  const [dates, asked] = [[] as unknown[], app({ publication: own, deployed: Date.parse(DEPLOYED) })];
  for (const origin of [...origins, ...origins])
    for (const path of ["/rss.xml", "/rss.xml?x"])
      dates.push([origin, (await ask(asked, origin + path)).headers.get("last-modified")]);
  const told = (origin: string) => [
    origin,
    origin.startsWith("https:") ? new Date(DEPLOYED).toUTCString() : "Sun, 01 Mar 2026 08:00:00 GMT",
  ];
  expect(dates).toEqual([...origins, ...origins].flatMap((origin) => [told(origin), told(origin)]));
});

test("a delta has the date of the document that it leads to, wherever it was asked for first", async () => {
  const own = publication({ url: "https://own.example" });
  const before = await ask(app({ publication: own }), "https://own.example/rss.xml");
  const headers = { "a-im": "feed", "if-none-match": before.headers.get("etag") ?? "" };
  const newer = article({ slug: "ebb", published: "2026-03-02T08:00:00Z" });
  const asked = app({ publication: own, articles: [newer, article()], deployed: Date.parse(DEPLOYED) });
  for (const [origin, date] of [
    ["http://localhost:8787", "Mon, 02 Mar 2026 08:00:00 GMT"],
    ["https://own.example", new Date(DEPLOYED).toUTCString()],
  ]) {
    const delta = await ask(asked, `${origin}/rss.xml`, { headers });
    expect([delta.status, delta.headers.get("last-modified")]).toEqual([226, date]);
  }
});

test("a server on loopback has not been deployed", async () => {
  const { headers } = await again(DEPLOYED).request("http://127.0.0.1:8787/rss.xml");
  expect(headers.get("last-modified")).toBe("Mon, 02 Mar 2026 09:30:00 GMT");
});
