/** What breaks real readers (field.md), row by row. */
import { expect, test } from "vitest";
import { app, article, FILES, ORIGIN, publication, textAt, topic, undated } from "../sample.ts";
import { read } from "./read.ts";
import { all, readXml, texts } from "./xml.ts";

const slugsAt = async (asked: ReturnType<typeof app>, path: string) =>
  JSON.parse(await textAt(asked, path)).items.map(({ url }: { readonly url: string }) =>
    url.split("/").at(-1),
  );

test("the first byte of a document is its first mark: no byte order mark, no white space", async () => {
  for (const file of FILES) expect(await textAt(app(), `/${file}`)).toMatch(/^(?:<\?xml version="1\.0"|\{")/);
});

test("entries stand newest first by publication, a change does not move them up, undated ones come last", async () => {
  const articles = [
    undated({ slug: "undated" }),
    article({ slug: "old", published: "2026-01-01T00:00:00Z", updated: "2026-05-01T00:00:00Z" }),
    article({ slug: "new", published: "2026-04-01T00:00:00Z" }),
    article({ slug: "middle", published: "2026-03-01T00:00:00Z" }),
  ];
  const expected = ["new", "middle", "old", "undated"];
  for (const given of [articles, articles.toReversed()])
    for (const file of FILES) {
      const { entries } = read(file, await textAt(app({ articles: given }), `/${file}`));
      expect(entries.map(({ url }) => url?.split("/").at(-1))).toEqual(expected);
    }
});

test("articles of the same moment stand in one order, whatever the order they were given in", async () => {
  const articles = ["a", "b", "c", "d"].map((slug) => article({ slug }));
  expect(await slugsAt(app({ articles }), "/feed.json")).toEqual(
    await slugsAt(app({ articles: articles.toReversed() }), "/feed.json"),
  );
});

test("a document holds no more entries than the publication says, and those are the newest", async () => {
  const articles = [1, 2, 3, 4].map((day) =>
    article({ slug: `day-${day}`, published: `2026-03-0${day}T00:00:00Z`, topics: day < 4 ? ["tides"] : [] }),
  );
  const asked = app({ articles, publication: publication({ entries: 2 }) });
  expect(await slugsAt(asked, "/feed.json")).toEqual(["day-4", "day-3"]);
  expect(await slugsAt(asked, "/topics/tides/feed.json")).toEqual(["day-3", "day-2"]);
});

test("an article dated in the future is in no document", async () => {
  const articles = [article(), article({ slug: "later", title: "Later", published: "2026-06-01T12:00:01Z" })];
  for (const file of FILES)
    for (const path of [`/${file}`, `/topics/tides/${file}`])
      expect(await textAt(app({ articles }), path)).not.toContain("Later");
});

test("a withdrawn article is in no document", async () => {
  const articles = [article(), article({ slug: "gone", title: "Gone", withdrawn: true })];
  for (const file of FILES)
    for (const path of [`/${file}`, `/topics/tides/${file}`])
      expect(await textAt(app({ articles }), path)).not.toContain("Gone");
});

test("a topic holds its own articles only: its id is compared whole", async () => {
  const topics = [topic("tide"), topic("tides")];
  const articles = [article({ slug: "a", topics: ["tides"] }), article({ slug: "b", topics: ["tide"] })];
  const asked = app({ articles, publication: publication({ topics }) });
  expect(await slugsAt(asked, "/topics/tide/feed.json")).toEqual(["b"]);
  expect(await slugsAt(asked, "/topics/tides/feed.json")).toEqual(["a"]);
});

test("ids stay the same when the publication moves to another address", async () => {
  const [one, other] = ["https://one.example", "http://other.example:8080"].map((url) =>
    app({ publication: publication({ url }) }),
  );
  if (!one || !other) throw new Error("expected two apps");
  for (const file of FILES) {
    const [here, there] = [await textAt(one, `/${file}`), await textAt(other, `/${file}`)];
    expect(read(file, here).entries[0]?.id).toBe(read(file, there).entries[0]?.id);
  }
  const feedIds = async (asked: typeof one, path: string) => texts(readXml(await textAt(asked, path)), "id");
  expect(await feedIds(one, "/topics/tides/atom.xml")).toEqual(
    await feedIds(other, "/topics/tides/atom.xml"),
  );
});

test("every channel has an Atom id of its own, a urn:uuid", async () => {
  const ids = await Promise.all(
    ["", "/topics/tides", "/topics/winds"].map(
      async (path) => texts(readXml(await textAt(app(), `${path}/atom.xml`)), "id")[0],
    ),
  );
  expect(new Set(ids).size).toBe(3);
  for (const id of ids)
    expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-/);
});

test("the same topic of two publications is two channels, each with an id of its own", async () => {
  const other = publication({ id: "urn:uuid:11111111-2222-4333-8444-555555555555" });
  const ids = [app(), app({ publication: other })].map(async (asked) =>
    texts(readXml(await textAt(asked, "/topics/tides/atom.xml")), "id"),
  );
  const [one, two] = await Promise.all(ids);
  expect(one).not.toEqual(two);
});

test("every address in a document is absolute", async () => {
  const asked = app({ articles: [article({ source: { name: "DW", url: "https://dw.example/1" } })] });
  const feed = readXml(await textAt(asked, "/topics/tides/atom.xml"));
  const links = [...all(feed, "link"), ...all(feed, "entry/link")].map(({ attributes }) => attributes.href);
  expect(links.length).toBeGreaterThan(3);
  for (const href of links) expect(href).toMatch(/^https:\/\//);
  const rss = readXml(await textAt(asked, "/topics/tides/rss.xml"));
  expect(texts(rss, "channel/link")).toEqual([`${ORIGIN}/topics/tides`]);
  expect(texts(rss, "channel/item/link")).toEqual([`${ORIGIN}/articles/high-water`]);
});

test("RSS tells its dates in the one form that all readers know", async () => {
  const rss = readXml(await textAt(app(), "/rss.xml"));
  for (const date of [...texts(rss, "channel/lastBuildDate"), ...texts(rss, "channel/item/pubDate")])
    expect(date).toBe("Sun, 01 Mar 2026 08:00:00 GMT");
});

test("RSS asks readers to come back no sooner than the cache lifetime", async () => {
  const cache = { ...publication().cache, maxAge: 901 };
  const rss = readXml(await textAt(app({ publication: publication({ cache }) }), "/rss.xml"));
  expect(texts(rss, "channel/ttl")).toEqual(["16"]);
});

test("an article whose dates are from before 1970 keeps them", async () => {
  const asked = app({ articles: [article({ published: "1969-07-20T20:17:40Z" })] });
  for (const file of FILES)
    expect(read(file, await textAt(asked, `/${file}`)).entries[0]?.published).toBe(
      Date.parse("1969-07-20T20:17:40Z") / 1000,
    );
});
