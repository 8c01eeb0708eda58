/** What aggregators ask that readers do not: README, "Aggregators". */
import { expect, test } from "vitest";
import { app, article, ORIGIN, publication, textAt } from "../sample.ts";
import { all, readXml, texts } from "./xml.ts";

const itemsAt = async (asked: ReturnType<typeof app>, path: string) =>
  all(readXml(await textAt(asked, path)), "channel/item");

test("SmartNews is told of a change by a new date of publication, other readers are not", async () => {
  const asked = app({ articles: [article({ updated: "2026-03-05T09:00:00Z" })] });
  const dates = async (path: string) =>
    (await itemsAt(asked, path)).flatMap((item) => texts(item, "pubDate"));
  expect((await dates("/smartnews.xml")).map(Date.parse)).toEqual([Date.parse("2026-03-05T09:00:00Z")]);
  expect((await dates("/rss.xml")).map(Date.parse)).toEqual([Date.parse("2026-03-01T08:00:00Z")]);
});

test("SmartNews is told of what was withdrawn, by its id and a new date, without its title", async () => {
  const gone = article({
    slug: "gone",
    title: "The secret",
    withdrawn: true,
    updated: "2026-03-06T09:00:00Z",
    contentHtml: "",
    summary: "",
  });
  const foreign = {
    ...gone,
    slug: "fort",
    id: "urn:uuid:0d5e8f1b-2c3a-4c6f-9a41-7d3f0c522b1e",
    language: "de",
  };
  const asked = app({ articles: [article(), gone, foreign] });
  const text = await textAt(asked, "/smartnews.xml");
  expect(text).not.toContain("The secret");
  const deleted = all(readXml(text), "channel/item").filter((item) => texts(item, "media:status").length > 0);
  expect(
    deleted.map((item) => [
      ...texts(item, "guid"),
      ...texts(item, "link"),
      ...texts(item, "media:status"),
      ...texts(item, "pubDate").map(Date.parse),
    ]),
  ).toEqual([[gone.id, `${ORIGIN}/articles/gone`, "deleted", Date.parse("2026-03-06T09:00:00Z")]]);
});

test("MSN takes an abstract for plain text, and gets it as such", async () => {
  const asked = app({ articles: [article({ summary: "5 < 6 & so on" })] });
  const [item] = await itemsAt(asked, "/msn.xml");
  expect(item && texts(item, "description")).toEqual(["5 < 6 & so on"]);
});

test("what was first published elsewhere stands in no sitemap, unless only the outlet is known", async () => {
  const recent = { published: "2026-06-01T08:00:00Z" };
  const asked = app({
    publication: publication(),
    articles: [
      article({ ...recent, slug: "own" }),
      article({ ...recent, slug: "theirs", source: { name: "Pegel", url: "https://pegel.example/1" } }),
      article({ ...recent, slug: "outlet", source: { name: "Ebbe", url: "https://ebbe.example/" } }),
    ],
  });
  for (const path of ["/sitemap.xml", "/news-sitemap.xml"]) {
    const addresses = all(readXml(await textAt(asked, path)), "url").flatMap((url) => texts(url, "loc"));
    expect(addresses.filter((address) => address.includes("/articles/")).sort(), path).toEqual([
      `${ORIGIN}/articles/outlet`,
      `${ORIGIN}/articles/own`,
    ]);
  }
});
