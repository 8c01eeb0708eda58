/** How people subscribe. */
import decodeQR from "qr/decode.js";
import { expect, test } from "vitest";
import { app, article, ask, FILES, ORIGIN, publication, topic } from "../sample.ts";
import { type Page, pageAt } from "./page.ts";

const articles = [
  article({ authors: [{ name: "Ada L." }], source: { name: "Pegel & Co" } }),
  article({ slug: "agua", language: "es", topics: ["größe"] }),
];
const topics = [topic("tides"), topic("größe", { title: { en: "Größe & <more>" } })];
const asked = app({ articles, publication: publication({ topics }) });

const BOXES = [
  ["/", (file: string) => `${ORIGIN}/${file}`],
  ["/subscribe", (file: string) => `${ORIGIN}/${file}`],
  ["/topics/gr%C3%B6%C3%9Fe", (file: string) => `${ORIGIN}/topics/gr%C3%B6%C3%9Fe/${file}`],
  ["/authors/ada-l/languages/en", (file: string) => `${ORIGIN}/languages/en/authors/ada-l/${file}`],
  ["/search?q=100%25%20%26%20%C3%A4", (file: string) => `${ORIGIN}/search/${file}?q=100%25%20%26%20%C3%A4`],
] as const;

const open = async (path: string): Promise<Page> => {
  const { headers, status } = await ask(asked, path);
  return pageAt(asked, status === 308 ? (headers.get("location") ?? "") : path);
};

test.each(BOXES)(
  "the box on %s shows the three addresses, as links and as texts",
  async (path, addressOf) => {
    const page = await open(path);
    const addresses = FILES.map(addressOf);
    expect(page.all(".addresses a").map((a) => a.getAttribute("href"))).toEqual(addresses);
    expect(page.texts(".addresses code")).toEqual(addresses);
    expect(page.texts(".addresses a")).toEqual(["RSS", "Atom", "JSON Feed"]);
    for (const address of addresses) expect((await ask(asked, address)).status).toBe(200);
  },
);

test.each(BOXES)("the box on %s opens readers with the feed's address, whole", async (path, addressOf) => {
  const page = await open(path);
  const links = new Map(
    page.all(".readers a").map((a) => [a.textContent, a.getAttribute("href") ?? ""] as const),
  );
  const given = (name: string, parameter: string) =>
    new URL(links.get(name) ?? "").searchParams.get(parameter);
  const atom = addressOf("atom.xml");
  const feedly = new URL(links.get("Feedly") ?? "");
  expect(feedly.host + decodeURIComponent(feedly.pathname)).toBe(
    `feedly.com/i/subscription/feed/${addressOf("feedly.xml")}`,
  );
  expect(feedly.search).toBe("");
  expect(given("Inoreader", "add_feed")).toBe(atom);
  expect(given("NewsBlur", "url")).toBe(atom);
  expect(given("The Old Reader", "url")).toBe(atom);
  expect(links.get("another reader")).toBe(`feed:${atom}`);
  expect(links.size).toBe(5);
});

const RUN = /M(\d+) (\d+)h(\d+)v(\d+)h-?\d+z|M(\d+) (\d+)h(\d+)v(\d+)H\d+z/g;
/** Pixels of a module. */
const SCALE = 4;

/** The code on a page as a camera sees it. */
function pictureOf(page: Page) {
  const size = Number(page.one("svg.qr").getAttribute("viewBox")?.split(" ")[2]);
  const width = size * SCALE;
  const data = new Uint8ClampedArray(width * width * 4).fill(128);
  for (const path of page.all("svg.qr path")) {
    const shade = path.getAttribute("fill") === "#000" ? 0 : 255;
    for (const run of (path.getAttribute("d") ?? "").matchAll(RUN)) {
      const [x = 0, y = 0, w = 0, h = 0] = run
        .slice(1)
        .filter((part) => part !== undefined)
        .map(Number);
      for (let row = y * SCALE; row < (y + h) * SCALE; row += 1)
        for (let at = x * SCALE; at < (x + w) * SCALE; at += 1)
          data.set([shade, shade, shade, 255], (row * width + at) * 4);
    }
  }
  return { width, height: width, data };
}

test.each(BOXES)("the code on %s is read by a camera as the feed's address", async (path, addressOf) => {
  const page = await open(path);
  expect(decodeQR(pictureOf(page), { timeLimit: 10_000 })).toBe(addressOf("atom.xml"));
  expect(page.one("svg.qr").getAttribute("aria-label")).toBe(addressOf("atom.xml"));
});

test("a code has four modules of white around it, in whatever colours the page is", async () => {
  const { width, data } = pictureOf(await open("/"));
  const edge = 4 * SCALE;
  const dark = Array.from({ length: width * width }, (_, i) => i).filter((i) => data[i * 4] !== 255);
  const places = dark.flatMap((i) => [i % width, Math.floor(i / width)]);
  expect(Math.min(...places)).toBe(edge);
  expect(places.every((place) => place >= edge && place < width - edge)).toBe(true);
});

test("the buttons to copy an address are hidden until a script shows them, and each has its own address", async () => {
  const page = await open("/topics/tides");
  const buttons = page.all(".addresses button");
  expect(buttons.map((button) => button.getAttribute("data-copy"))).toEqual(page.texts(".addresses code"));
  expect(buttons.every((button) => button.hasAttribute("hidden"))).toBe(true);
  expect(buttons.map((button) => button.getAttribute("aria-label"))).toEqual([
    "Copy: RSS",
    "Copy: Atom",
    "Copy: JSON Feed",
  ]);
  expect(page.one("#copied").getAttribute("role")).toBe("status");
});

test("/subscribe names every channel by kind, each with its feeds and how many articles it holds", async () => {
  const page = await open("/subscribe");
  expect(page.text("h1")).toBe("Subscribe");
  expect(page.texts(".directory h2")).toEqual(["Topics", "Languages", "Sources", "Authors"]);
  const paths = [
    "/topics/tides",
    "/topics/gr%C3%B6%C3%9Fe",
    "/languages/en",
    "/languages/es",
    "/sources/pegel-co",
    "/authors/ada-l",
  ];
  expect(page.hrefs(".directory > ul > li > a")).toEqual(paths);
  expect(page.hrefs(".directory .feeds a")).toEqual(
    paths.flatMap((path) => FILES.map((file) => `${path}/${file}`)),
  );
  expect(page.texts(".directory .count")).toEqual(["1", "1", "1", "1", "1", "1"]);
});

test("all feeds are there in one file, to be saved", async () => {
  for (const path of ["/", "/subscribe", "/articles/high-water", "/search"]) {
    const links = (await open(path)).all('a[href$="/feeds.opml"]');
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link.getAttribute("download")).toBe("feeds.opml");
  }
});

test("/subscribe is there where nothing has been published, and names what there will be", async () => {
  const page = await pageAt(app({ articles: [] }), "/subscribe");
  expect([page.status, page.texts(".directory h2")]).toEqual([200, ["Topics"]]);
});
