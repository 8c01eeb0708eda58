import type { Told } from "./load-mix.ts";
import { served } from "./scaled.ts";

const MEMBER = /<loc>([^<]*)<\/loc>/g;
const LINE = /xmlUrl="([^"]*)\/(?:rss|atom)\.xml"/g;
const PAIRS = [
  "/topics/politics/languages/de",
  "/topics/health/languages/en",
  "/languages/fr/authors/author-7",
];

/** What there is to ask for, by the lists that are for programs. */
export async function toldBy(url: string): Promise<Told> {
  const text = async (path: string) => (await fetch(url + path)).text();
  const found = (pattern: RegExp, list: string) =>
    [...list.matchAll(pattern)].map(([, address = ""]) => served(address.replaceAll("&amp;", "&"), ""));
  // Everything stands at the root, whose path alone ends with a slash.
  const channels = [
    ...new Set(found(LINE, await text("/feeds.opml")).map((path) => path.replace(/\/$/, ""))),
  ];
  const sitemaps = found(MEMBER, await text("/sitemap.xml"));
  const listed = (await Promise.all(sitemaps.map(text))).flatMap((list) => found(MEMBER, list));
  const articles = listed.filter((path) => path.startsWith("/articles/"));
  const archives = Number(/\/archive\/(\d+)\//.exec(await text("/feed.json"))?.[1] ?? 0);
  const pages = Math.floor(articles.length / 50);
  return {
    channels: [...channels, ...PAIRS],
    articles,
    sitemaps: ["/sitemap.xml", ...sitemaps],
    archives,
    pages,
  };
}
