/** What there is to subscribe to, and under which addresses. */
import { expect, test } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import { app, article, ask, FILES, ORIGIN, publication, textAt } from "../sample.ts";
import { read } from "./read.ts";
import { all, readXml } from "./xml.ts";

const at = (slug: string, more: Partial<Article> = {}) => article({ slug, ...more });
const zoe = { name: "Zoë Müller" };
const some = [
  at("one", { language: "de", authors: [zoe], source: { name: "Süddeutsche Zeitung" } }),
  at("two", { language: "de-AT", topics: ["winds"], authors: [{ name: "ZOË  MÜLLER" }, { name: "李雷" }] }),
  at("three", { authors: [{ name: "محمد الأمين" }], source: { name: 'AT&T: The "News"/Feed?' } }),
  at("four", { topics: [], language: "en", authors: [{ name: "—" }], source: { name: "İstanbul Gazetesi" } }),
];
const asked = app({ articles: some });

const slugsAt = async (path: string) => {
  const { items } = JSON.parse(await textAt(asked, path)) as {
    readonly items: readonly { readonly url: string }[];
  };
  return items.map(({ url }) => url.replace(/.*\//, "")).sort();
};

test.each([
  ["/topics/tides", ["one", "three"]],
  ["/languages/de", ["one"]],
  ["/languages/de-at", ["two"]],
  ["/authors/zoë-müller", ["one", "two"]],
  ["/authors/李雷", ["two"]],
  ["/authors/محمد-الأمين", ["three"]],
  ["/sources/süddeutsche-zeitung", ["one"]],
  ["/sources/at-t-the-news-feed", ["three"]],
  ["/topics/tides/languages/de", ["one"]],
  ["/topics/winds/authors/zoë-müller", ["two"]],
  ["/languages/de/sources/süddeutsche-zeitung", ["one"]],
  ["/authors/zoë-müller/sources/süddeutsche-zeitung", ["one"]],
])("%s holds what its articles have in common, in every format and as a page", async (path, slugs) => {
  expect(await slugsAt(`${path}/feed.json`)).toEqual([...slugs].sort());
  for (const file of FILES) {
    const { self, page } = read(file, await textAt(asked, `${path}/${file}`));
    expect(decodeURI(self ?? "")).toBe(`${ORIGIN}${path}/${file}`);
    expect(decodeURI(page ?? "")).toBe(ORIGIN + path);
  }
  expect((await ask(asked, path)).status).toBe(200);
});

test("each channel has an id of its own, whatever its address", async () => {
  const paths = ["", "/topics/tides", "/languages/de", "/topics/tides/languages/de", "/authors/李雷"];
  const idsUnder = (url: string) =>
    Promise.all(
      paths.map(async (path) => {
        const of = app({ articles: some, publication: publication({ url }) });
        return all(readXml(await textAt(of, `${path}/atom.xml`)), "id")[0]?.text;
      }),
    );
  const ids = await idsUnder("");
  expect(new Set(ids).size).toBe(paths.length);
  expect(await idsUnder("https://other.example")).toEqual(ids);
});

test.each([
  ["/languages/de/topics/tides/atom.xml", "/topics/tides/languages/de/atom.xml"],
  ["/authors/zoë-müller/languages/de/feed.json", "/languages/de/authors/zoë-müller/feed.json"],
  ["/sources/süddeutsche-zeitung/topics/tides", "/topics/tides/sources/süddeutsche-zeitung"],
  ["/languages/DE/rss.xml", "/languages/de/rss.xml"],
  ["/languages/de-AT/rss.xml", "/languages/de-at/rss.xml"],
  ["/Authors/Zoë-Müller/rss.xml", "/authors/zoë-müller/rss.xml"],
  [`/authors/${"zoë-müller".normalize("NFD")}/rss.xml`, "/authors/zoë-müller/rss.xml"],
  ["/languages/de/topics/tides/msn.xml", "/topics/tides/languages/de/msn.xml"],
])("%s leads for ever to the one address of its channel, %s", async (path, canonical) => {
  const { status, headers } = await ask(asked, path);
  expect([status, decodeURI(headers.get("location") ?? "")]).toEqual([308, ORIGIN + canonical]);
});

test.each([
  "/topics/tides/languages/de/authors/zoë-müller/rss.xml",
  "/topics/tides/topics/winds/rss.xml",
  "/topics/tides/topics/tides/rss.xml",
  "/languages/de/languages/en/rss.xml",
  "/topics/tides/languages/fr/rss.xml",
  "/topics/tides/languages/de-at/rss.xml",
  "/topics/winds/languages/en",
  "/topics/tides/languages/rss.xml",
  "/topics/tides/de/rss.xml",
  "/languages/fr/rss.xml",
  "/authors/nobody/rss.xml",
  "/authors/—/rss.xml",
  "/authors//rss.xml",
  "/topics/rss.xml",
  "/languages",
  "/topics/__proto__/rss.xml",
  "/constructor/tides/rss.xml",
])("%s is no channel: 404", async (path) => {
  expect((await ask(asked, path)).status).toBe(404);
});

test("a channel is named as its oldest article has it", async () => {
  const older = at("old", { published: "2025-01-01T00:00:00Z", authors: [{ name: "Zoë Müller" }] });
  const newer = at("new", { authors: [{ name: "zoë müller" }] });
  const { title } = read(
    "rss.xml",
    await textAt(app({ articles: [newer, older] }), "/authors/zoë-müller/rss.xml"),
  );
  expect(title).toBe("Zoë Müller – The Sample");
});

test("a channel of a language says so, a combination too; any other speaks the publication's", async () => {
  for (const [path, language] of [
    ["/languages/de-at", "de-AT"],
    ["/topics/tides/languages/de", "de"],
    ["/topics/winds", "en"],
  ])
    expect(read("rss.xml", await textAt(asked, `${path}/rss.xml`)).language?.toLowerCase()).toBe(
      language?.toLowerCase(),
    );
});

test("the directory lists each single channel once, and no combination", async () => {
  const opml = readXml(await textAt(asked, "/feeds.opml"));
  const addresses = all(opml, "body/outline/outline").map(({ attributes }) => attributes.xmlUrl ?? "");
  expect(addresses.map((url) => decodeURI(new URL(url).pathname).replace("/atom.xml", ""))).toEqual([
    "/topics/tides",
    "/topics/winds",
    "/languages/de",
    "/languages/de-at",
    "/languages/en",
    "/authors/zoë-müller",
    "/authors/محمد-الأمين",
    "/authors/李雷",
    "/sources/at-t-the-news-feed",
    "/sources/i̇stanbul-gazetesi",
    "/sources/süddeutsche-zeitung",
  ]);
  for (const url of addresses) expect((await ask(asked, url)).status).toBe(200);
});

test.each([
  ["de-x-mtfrom-en", "German"],
  ["pt-BR-u-nu-latn", "Brazilian Portuguese"],
])("a channel of articles in %s is called %s", async (language, name) => {
  const text = await textAt(
    app({ articles: [article({ language })] }),
    `/languages/${language.toLowerCase()}/feed.json`,
  );
  expect(JSON.parse(text).title).toBe(`${name} – The Sample`);
});
