import { expect, test } from "vitest";
import { app, article, publication, textAt, undated } from "../sample.ts";

const jsonAt = async (...published: Parameters<typeof app>) =>
  JSON.parse(await textAt(app(...published), "/feed.json"));

test("JSON Feed says that it is version 1.1", async () => {
  expect((await jsonAt()).version).toBe("https://jsonfeed.org/version/1.1");
});

test("JSON Feed always names authors, a language and ids, and never the single author of version 1", async () => {
  const feed = await jsonAt({ articles: [article({ language: "de", authors: [{ name: "Bo" }] })] });
  expect(feed).toMatchObject({ language: "en", authors: [{ name: "Ada Sample" }] });
  expect(feed.items[0]).toMatchObject({ id: article().id, language: "de", authors: [{ name: "Bo" }] });
  expect(feed).not.toHaveProperty("author");
  expect(feed.items[0]).not.toHaveProperty("author");
});

test("JSON Feed names the publication as author where no author is known, as Atom does", async () => {
  const feed = await jsonAt({ publication: publication({ authors: [] }) });
  expect(feed.authors).toEqual([{ name: "The Sample" }]);
});

test("JSON Feed tells no e-mail address, as it has no word for one", async () => {
  const author = { name: "Bo", email: "bo@news.example", url: "https://bo.example/" };
  const text = await textAt(app({ articles: [article({ authors: [author] })] }), "/feed.json");
  expect(text).not.toContain("bo@news.example");
  expect(JSON.parse(text).items[0].authors).toEqual([{ name: "Bo", url: "https://bo.example/" }]);
});

test("JSON Feed tells both dates of an article that was never changed, and none of one without a day", async () => {
  const { items } = await jsonAt({ articles: [article(), undated({ slug: "slack" })] });
  expect(items[0]).toMatchObject({
    date_published: "2026-03-01T08:00:00Z",
    date_modified: "2026-03-01T08:00:00Z",
  });
  expect(items[1]).not.toHaveProperty("date_published");
  expect(items[1]).not.toHaveProperty("date_modified");
});

test("JSON Feed names the hub as WebSub's, and no hubs where there is none", async () => {
  expect((await jsonAt({ publication: publication({ hub: "https://hub.example/" }) })).hubs).toEqual([
    { type: "WebSub", url: "https://hub.example/" },
  ]);
  expect(await jsonAt()).not.toHaveProperty("hubs");
});

test("JSON Feed holds an article's whole body, and no key whose value is empty", async () => {
  const text = await textAt(app({ articles: [article({ summary: "" })] }), "/feed.json");
  expect(JSON.parse(text).items[0].content_html).toBe("<p>The water is high.</p>");
  expect(text).not.toMatch(/:(?:""|null|\[\])/);
});

test("what only this publisher tells stands in an object of its own", async () => {
  const told = {
    source: { name: "DW", url: "https://dw.example/1" },
    agencies: ["dpa"],
    initials: "lgc",
    note: "A name was corrected.",
    related: ["Low water"],
  };
  const { items } = await jsonAt({ articles: [article(told)] });
  expect(items[0]._broadsheet).toEqual({
    about: "https://news.example/json-feed-extension.txt",
    ...told,
  });
  expect(items[0].external_url).toBe("https://dw.example/1");
});
