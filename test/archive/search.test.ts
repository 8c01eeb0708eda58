/** Searches of an archive find what searches of all in memory find. */
import { expect, test } from "vitest";
import { app, article, ask, publication, textAt, undated } from "../sample.ts";
import { archived, libraryOf } from "./kept.ts";

const WORDS = ["harbour", "harvest", "Präsident", "tide", "spring", "storm", "水位上升", "Ölpreis", "it's"];
const articles = Array.from({ length: 300 }, (_, i) => {
  const made = {
    slug: `a-${i}`,
    title: `${WORDS[i % 9]} ${WORDS[(i * 7) % 8]} ${i}`,
    summary: `The ${WORDS[(i * 5) % 7]} and the ${WORDS[(i * 3) % 9]}`,
  };
  if (i % 50 === 0) return undated(made);
  return article({ ...made, published: new Date(Date.UTC(2025, 0, 1) + i * 86_400_000).toISOString() });
});
const later = article({ slug: "later", title: "Zeppelin", published: "2027-01-01T00:00:00Z" });
const gone = article({ slug: "gone", title: "Quagga", withdrawn: true });
const own = publication({ entries: 10 });
const held = [...articles, later, gone];
const whole = app({ articles: held, publication: own });
const shards = app({ articles: [], publication: own, library: libraryOf(own, archived(own, held)) });

const path = (query: string, file = "") => `/search${file}?q=${encodeURIComponent(query)}`;
const QUERIES = [
  "tide",
  "har",
  "harvest storm",
  "prasident",
  "PRÄSIDENT the",
  "水位",
  "olpreis 1",
  "299",
  "nothing",
  "zeppelin",
  "quagga",
  "a",
  "…",
  "constructor",
  "__proto__",
];

test.each(QUERIES)("%s: as a feed, and so many on its page", async (query) => {
  for (const file of ["/rss.xml", "/atom.xml", "/feed.json"])
    expect(await textAt(shards, path(query, file))).toBe(await textAt(whole, path(query, file)));
  const [one, other] = await Promise.all([textAt(shards, path(query)), textAt(whole, path(query))]);
  expect(/<h1>.*?<\/h1>/.exec(one)?.[0]).toBe(/<h1>.*?<\/h1>/.exec(other)?.[0]);
});

test("what has the word in its title comes before what has it in its summary", async () => {
  const titles = [...(await textAt(shards, path("harbour"))).matchAll(/<h2><a[^>]*>([^<]*)</g)].map(
    ([, title]) => title,
  );
  expect(titles).toHaveLength(10);
  for (const title of titles) expect(title).toContain("harbour");
});

test("pages of what was found follow each other, each article on one of them", async () => {
  const slugs: string[] = [];
  let page = 1;
  for (; (await ask(shards, `${path("the")}&page=${page}`)).status !== 404; page++) {
    const text = await textAt(shards, `${path("the")}${page > 1 ? `&page=${page}` : ""}`);
    slugs.push(...[...text.matchAll(/<h2><a href="[^"]*\/articles\/([^"]*)"/g)].map(([, slug = ""]) => slug));
  }
  expect([slugs.length, new Set(slugs).size]).toEqual([300, 300]);
});

test("a mistyped word is told as it may have been meant, but not what is not due yet", async () => {
  expect(await textAt(shards, path("harvets"))).toContain("/search?q=harvest");
  expect(await textAt(shards, path("zeppelinn"))).not.toContain('q=zeppelin"');
});
