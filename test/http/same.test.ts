/** Same seeds, same bytes, same tags; and only what changed changes. */
import { exports } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import { app, article, ask, FILES, ORIGIN, publication, textAt } from "../sample.ts";

const articles = [
  article({ slug: "tide", topics: ["tides"] }),
  article({ slug: "wind", topics: ["winds"] }),
  article({ slug: "both", topics: ["tides", "winds"] }),
];
const CHANNELS = ["", "/topics/tides", "/topics/winds"];
const DOCUMENTS = CHANNELS.flatMap((path) => FILES.map((file) => `${path}/${file}`));

/** Status, tag and text of every document. */
const published = async (given: readonly Article[], clock = "2026-06-01T00:00:00Z") => {
  const asked = app({ articles: given, clock: () => Date.parse(clock) });
  const answers = await Promise.all(
    DOCUMENTS.map(async (path) => {
      const answer = await ask(asked, path);
      return [path, { tag: answer.headers.get("etag"), text: await answer.text() }] as const;
    }),
  );
  return new Map(answers);
};

/** The documents that are not the same. */
const changed = async (given: readonly Article[]) => {
  const [before, after] = [await published(articles), await published(given)];
  return DOCUMENTS.filter((path) => before.get(path)?.tag !== after.get(path)?.tag);
};

test("two apps of the same seeds answer the same bytes under the same tags, at any time of the day", async () => {
  expect(await published(articles.toReversed(), "2026-09-09T09:09:09Z")).toEqual(await published(articles));
});

test("the bundled seeds answer the same to two asks, byte for byte", async () => {
  for (const file of FILES) {
    const [one, other] = [
      await exports.default.fetch(`${ORIGIN}/${file}`),
      await exports.default.fetch(`${ORIGIN}/${file}?again`),
    ];
    expect(one.headers.get("etag")).toBe(other.headers.get("etag"));
    expect(await one.text()).toBe(await other.text());
  }
});

test.each(["title", "summary", "contentHtml"] as const)(
  "another %s of one article changes the tags of the channels that hold it, and of no other",
  async (field) => {
    const given = articles.map((one) => (one.slug === "tide" ? { ...one, [field]: "New" } : one));
    expect(await changed(given)).toEqual(DOCUMENTS.filter((path) => !path.startsWith("/topics/winds")));
  },
);

test("a withdrawn article changes the tags of the channels that held it, and of no other", async () => {
  const given = articles.map((one) => (one.slug === "wind" ? { ...one, withdrawn: true as const } : one));
  expect(await changed(given)).toEqual(DOCUMENTS.filter((path) => !path.startsWith("/topics/tides")));
});

test("a change that no format tells of changes no tag", async () => {
  const given = articles.map((one) => ({ ...one, initials: "x" }));
  const other = given.map((one) => ({ ...one, initials: "y" }));
  expect((await published(given)).get("/atom.xml")?.tag).toBe((await published(other)).get("/atom.xml")?.tag);
});

test("unknown query parameters change nothing", async () => {
  const asked = app({ articles });
  for (const path of [...DOCUMENTS, "/", "/articles/tide", "/feeds.opml"]) {
    const plain = await ask(asked, path);
    const text = await plain.text();
    for (const query of ["?", "?utm_source=x&utm_medium=rss", "?format=atom&q=2", "?%00=%FF"]) {
      const answer = await ask(asked, path + query);
      expect([...answer.headers]).toEqual([...plain.headers]);
      expect(await answer.text()).toBe(text);
    }
  }
});

test("a number of a page changes no feed and no article, which have no pages", async () => {
  const asked = app({ articles });
  for (const path of [...DOCUMENTS, "/articles/tide", "/feeds.opml"])
    expect(await textAt(asked, `${path}?page=2`)).toBe(await textAt(asked, path));
});

test("an address answers the same the first, the second and the hundredth time", async () => {
  const asked = app({ articles, publication: publication({ url: ORIGIN }) });
  const first = await ask(asked, "/atom.xml");
  const [headers, text] = [[...first.headers], await first.text()];
  for (let i = 0; i < 100; i++) {
    const again = await ask(asked, "/atom.xml");
    expect([...again.headers]).toEqual(headers);
    expect(await again.text()).toBe(text);
  }
});
