import fc from "fast-check";
import { expect, test } from "vitest";
import { idOf, slugOf, slugsOf } from "../../src/articles/identity.ts";

const PUBLICATION = "urn:uuid:5f0c9a52-6d0e-4c1b-9a55-3f6f3c1f7b10";
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const named = (
  path: string,
  title: string,
  { slug, published }: { slug?: string; published?: string } = {},
) => {
  const id = idOf(PUBLICATION, path);
  return {
    id,
    plain: slug ?? slugOf(title, id),
    ...(slug !== undefined && { isStated: true as const }),
    ...(published !== undefined && { published }),
  };
};
/** Slugs by ids. */
const slugsBy = (articles: readonly ReturnType<typeof named>[]): ReadonlyMap<string, string | undefined> => {
  const slugs = slugsOf(articles);
  return new Map(articles.map(({ id }, i) => [id, slugs[i]]));
};
const slug = (title: string) => slugOf(title, idOf(PUBLICATION, "a.txt"));

test("an id is a UUID of version 5, and never changes", () => {
  expect(idOf(PUBLICATION, "000_82d2947d75b919a4.txt")).toBe("urn:uuid:07ea5cd6-a61f-5847-8543-b3e3db87bb5d");
});

test("paths and publications each have ids of their own", () => {
  const other = PUBLICATION.replace("5f", "6f");
  const ids = [idOf(PUBLICATION, "a.txt"), idOf(PUBLICATION, "b/a.txt"), idOf(other, "a.txt")];
  expect(new Set(ids).size).toBe(3);
});

test("a path has one id, composed or decomposed by the file system", () => {
  expect(idOf(PUBLICATION, "u\u0308.txt")).toBe(idOf(PUBLICATION, "\u00fc.txt"));
});

test.each([
  ["High water, low water", "high-water-low-water"],
  ["What's new: Atom & RSS 2.0?", "whats-new-atom-and-rss-2-0"],
  ["Über größere Ströme", "ueber-groessere-stroeme"],
  ["¿Qué es un canal?", "que-es-un-canal"],
  ["L’été à l’œuvre", "l-ete-a-l-oeuvre"],
  ["Привет, мир", "privet-mir"],
  ["Ελληνικά νέα", "ellinika-nea"],
  ["iPhone und GitHub", "iphone-und-github"],
  ["100 % – 50 €", /^100-.*50/],
  ["🌊 High 🌊 water 🌊", "high-water"],
])("a slug says the title in ASCII: %s", (title, expected) => {
  expect(slug(title)).toMatch(typeof expected === "string" ? new RegExp(`^${expected}$`) : expected);
});

test.each([
  "北京欢迎你",
  "東京の天気",
  "서울 날씨",
  "مرحبا بالعالم",
  "שלום עולם",
  "สวัสดีชาวโลก",
  "नमस्ते दुनिया",
  "Україна",
])("a title of any script has a slug that can be read: %s", (title) => {
  expect(slug(title)).toMatch(SLUG);
  expect(slug(title)).toMatch(/[a-z]{3}/);
  expect(slug(title)).not.toBe(slugOf("", idOf(PUBLICATION, "a.txt")));
});

test("a title of which nothing is left has characters of its id", () => {
  for (const title of ["", "…", "🌊🌊", "—", "👩‍👩‍👧"]) {
    expect(slug(title)).toMatch(/^[0-9a-f]{8}$/);
    expect(slugOf(title, idOf(PUBLICATION, "b.txt"))).not.toBe(slug(title));
  }
});

test("a long slug is cut at a word, and one long word anywhere", () => {
  const long = slug("tide ".repeat(40));
  expect(long.length).toBeLessThanOrEqual(80);
  expect(long).toMatch(/^(tide-)+tide$/);
  expect(slug(`${"a".repeat(79)} bcd`)).toBe("a".repeat(79));
  expect(slug(`${"a".repeat(80)} bcd`)).toBe("a".repeat(80));
  expect(slug("a".repeat(500))).toBe("a".repeat(80));
});

test("any title at all has a slug that can stand in an address", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (title) => {
      expect(slug(title)).toMatch(SLUG);
      expect(slug(title).length).toBeLessThanOrEqual(80);
    }),
  );
});

test("the earliest of one title keeps the plain slug, and later ones add to it; an undated one is taken for older", () => {
  const [old, young, undated] = [
    named("z.txt", "High water", { published: "2024-01-01T00:00:00Z" }),
    named("a.txt", "High water", { published: "2025-01-01T00:00:00Z" }),
    named("b.txt", "High water"),
  ];
  const slugs = slugsBy([young, undated, old]);
  expect(slugs.get(undated.id)).toBe("high-water");
  for (const { id } of [young, old]) expect(slugs.get(id)).toMatch(/^high-water-[0-9a-f]{6}$/);
  expect(new Set(slugs.values()).size).toBe(3);
});

test("a newer article with the same title leaves every older slug", () => {
  const old = [1, 2, 3].map((n) => named(`${n}.txt`, "High water", { published: `2024-01-0${n}T00:00:00Z` }));
  const before = slugsBy(old);
  const after = slugsBy([named("0.txt", "High water", { published: "2025-01-01T00:00:00Z" }), ...old]);
  for (const { id } of old) expect(after.get(id)).toBe(before.get(id));
});

test("an article with a date leaves the slugs of those without", () => {
  const undated = ["a.txt", "b.txt"].map((path) => named(path, "High water"));
  const before = slugsBy(undated);
  const after = slugsBy([named("0.txt", "High water", { published: "2025-01-01T00:00:00Z" }), ...undated]);
  for (const { id } of undated) expect(after.get(id)).toBe(before.get(id));
});

test("a claimed slug wins over one that is made, however old that is", () => {
  const claimed = named("a.txt", "Low water", { slug: "high-water", published: "2025-01-01T00:00:00Z" });
  const made = named("b.txt", "High water", { published: "2020-01-01T00:00:00Z" });
  const slugs = slugsBy([made, claimed]);
  expect(slugs.get(claimed.id)).toBe("high-water");
  expect(slugs.get(made.id)).toMatch(/^high-water-[0-9a-f]{6}$/);
});

test("slugs do not depend on the order of files, and are never shared", () => {
  const titles = fc.constantFrom("High water", "high-water", "Low water", "", "🌊");
  const article = fc.record({ title: titles, year: fc.option(fc.integer({ min: 2000, max: 2003 })) });
  fc.assert(
    fc.property(fc.array(article, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (made, order) => {
      const articles = made.map(({ title, year }, i) =>
        named(`${i}.txt`, title, year ? { published: `${year}-01-01T00:00:00Z` } : {}),
      );
      const ranked = articles.map((one) => ({ one, rank: order.next().value }));
      const shuffled = ranked.toSorted((a, b) => a.rank - b.rank).map(({ one }) => one);
      const sorted = (all: typeof articles) => [...slugsBy(all)].toSorted(([a], [b]) => (a < b ? -1 : 1));
      expect(sorted(shuffled)).toEqual(sorted(articles));
      expect(new Set(slugsBy(articles).values()).size).toBe(articles.length);
    }),
  );
});
