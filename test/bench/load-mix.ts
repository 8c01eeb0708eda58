import type { Random } from "./seeds.ts";

/** What a publication has, as its own lists tell: paths. */
export interface Told {
  readonly channels: readonly string[];
  readonly articles: readonly string[];
  readonly sitemaps: readonly string[];
  /** How many archived documents of everything there are. */
  readonly archives: number;
  /** How many pages everything has. */
  readonly pages: number;
}

/** What an address answered with earlier. */
export interface Given {
  readonly etag: string;
  readonly modified: string;
}

export interface Asked {
  readonly path: string;
  readonly method?: "GET" | "POST" | "PUT" | "DELETE" | "OPTIONS" | "PATCH";
  readonly headers?: Readonly<Record<string, string>>;
}

interface Kind {
  /** How many of a hundred requests, about. */
  readonly share: number;
  readonly ask: (told: Told, random: Random, given: (path: string) => Given | undefined) => Asked;
}

export const pick = <T>(some: readonly T[], random: Random): T | undefined =>
  some[Math.floor(random() * some.length)];
const from = (some: readonly string[], random: Random): string => pick(some, random) ?? "";
const upTo = (most: number, random: Random): number => 1 + Math.floor(random() * most);

const FILES = ["rss.xml", "atom.xml", "feed.json"];
const PROFILES = ["msn.xml", "smartnews.xml", "feedly.xml", "podcast.xml"];
const CODINGS = ["gzip, deflate", "gzip, deflate, br", "gzip, deflate, br, zstd", "identity"];

/** Half of the requests for feeds ask for the few that most readers have. */
const POPULAR = 8;
const channel = ({ channels }: Told, random: Random): string =>
  from(random() < 0.5 ? channels.slice(0, POPULAR) : channels, random);
const feed = (told: Told, random: Random): string => `${channel(told, random)}/${from(FILES, random)}`;
const coded = (random: Random) => ({ "accept-encoding": from(CODINGS, random) });

const WORDS = [
  "report",
  "minister",
  "Vertrag",
  "économie",
  "hospital",
  "x",
  "the",
  "министр",
  "reprt",
  "Haushlat",
];

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-_.~/%?&=+äß漢🎈";
const noise = (length: number, random: Random): string =>
  Array.from({ length }, () => from([...LETTERS], random)).join("");

/** What people, scanners and broken programs ask for. */
const NONSENSE: readonly ((told: Told, random: Random) => string)[] = [
  (_, random) => `/${encodeURI(noise(upTo(40, random), random)).replaceAll("?", "%3F")}`,
  (_, random) => `/articles/${encodeURIComponent(noise(upTo(40, random), random))}`,
  (_, random) => `/topics/${encodeURIComponent(noise(upTo(8, random), random))}/rss.xml`,
  (told, random) => `${channel(told, random)}/archive/${upTo(1e9, random)}/atom.xml`,
  (told, random) => `${channel(told, random) || "/"}?page=${upTo(1e9, random)}`,
  (told, random) => `${channel(told, random)}/feed/`,
  (told, random) => `//${from(told.articles, random).toUpperCase()}//`,
  (told, random) => `${feed(told, random)}?utm_source=${upTo(1e9, random)}`,
  () => "/%E0%A4%A",
  () => "/%00%ff%fe/../..%2f..%2fetc/passwd",
  () => "/wp-login.php?redirect_to=%2F",
  (_, random) => `/${"a/".repeat(upTo(2000, random))}`,
  (_, random) => `/search?q=${encodeURIComponent(noise(upTo(300, random), random))}&page=${upTo(20, random)}`,
  (_, random) => `/sitemaps/${from(["articles", "channels", "x"], random)}-${upTo(1e6, random)}.xml`,
];

/** Headers that no reader should send, and some do. */
const ODD: readonly ((random: Random) => Readonly<Record<string, string>>)[] = [
  (random) => ({ host: `h${upTo(1e6, random)}.example` }),
  (random) => ({ "if-none-match": `W/"${noise(upTo(3000, random), random).replace(/[^\x20-\x7e]/g, "")}"` }),
  (random) => ({
    "if-none-match": Array.from({ length: upTo(200, random) }, () => `"${random()}"`).join(", "),
  }),
  () => ({ "if-none-match": "*", "a-im": "feed" }),
  (random) => ({
    "if-none-match": `W/"${upTo(36 ** 6, random).toString(36)}.${upTo(36 ** 9, random).toString(36)}.abcdefghijk"`,
    "a-im": "vcdiff, feed;q=0.5",
  }),
  () => ({ "if-modified-since": "Thu, 99 Foo 2026 25:61:61 GMT" }),
  (random) => ({ "if-modified-since": new Date(upTo(4e12, random)).toUTCString() }),
  () => ({ "if-match": '"x"' }),
  () => ({ "if-unmodified-since": "Sat, 01 Jan 2000 00:00:00 GMT" }),
  (random) => ({ "accept-encoding": `br;q=${random()}, gzip;q=${random()}, *;q=${random()}` }),
  (random) => ({ range: `bytes=${upTo(1000, random)}-` }),
  () => ({ accept: "text/html;q=0.1, */*", "sec-fetch-dest": "document" }),
  (random) => ({ cookie: "a=b; ".repeat(upTo(800, random)) }),
  (random) => ({ "user-agent": "x".repeat(upTo(4000, random)), "content-length": "0" }),
];

/** The kinds of requests. */
export const KINDS = {
  feed: { share: 20, ask: (told, random) => ({ path: feed(told, random), headers: coded(random) }) },
  "feed of a profile": {
    share: 3,
    ask: (told, random) => ({
      path: `${channel(told, random)}/${from(PROFILES, random)}`,
      headers: coded(random),
    }),
  },
  "feed by tag": {
    share: 20,
    ask: (told, random, given) => {
      const path = feed(told, random);
      const { etag = "" } = given(path) ?? {};
      return { path, headers: { ...coded(random), "if-none-match": etag } };
    },
  },
  "feed by date": {
    share: 10,
    ask: (told, random, given) => {
      const path = feed(told, random);
      const { modified = "" } = given(path) ?? {};
      return { path, headers: { ...coded(random), "if-modified-since": modified } };
    },
  },
  delta: {
    share: 12,
    ask: (told, random, given) => {
      const path = feed(told, random);
      const { etag = "" } = given(path) ?? {};
      return { path, headers: { ...coded(random), "if-none-match": etag, "a-im": "feed" } };
    },
  },
  article: {
    share: 10,
    ask: ({ articles }, random) => ({ path: from(articles, random), headers: coded(random) }),
  },
  "page of a channel": {
    share: 5,
    ask: (told, random) => ({ path: channel(told, random) || "/", headers: coded(random) }),
  },
  "deep page": {
    share: 2,
    ask: ({ pages }, random) => ({ path: `/?page=${1 + upTo(pages - 1, random)}`, headers: coded(random) }),
  },
  search: {
    share: 4,
    ask: (_, random) => ({
      path: `/search${from(["", "/rss.xml", "/feed.json"], random)}?q=${encodeURIComponent(from(WORDS, random))}`,
      headers: coded(random),
    }),
  },
  "old archive": {
    share: 4,
    ask: ({ archives }, random) => ({
      path: `/archive/${upTo(archives, random)}/${from(FILES, random)}`,
      headers: coded(random),
    }),
  },
  "new archive": {
    share: 2,
    ask: ({ archives }, random) => ({
      path: `/archive/${archives + 1 - upTo(3, random)}/${from(FILES, random)}`,
      headers: coded(random),
    }),
  },
  "sitemap, OPML": {
    share: 1,
    ask: ({ sitemaps }, random) => ({
      path: from([...sitemaps, "/news-sitemap.xml", "/feeds.opml", "/subscribe"], random),
      headers: coded(random),
    }),
  },
  "nonsense address": {
    share: 4,
    ask: (told, random) => ({ path: pick(NONSENSE, random)?.(told, random) ?? "/", headers: coded(random) }),
  },
  "odd headers": {
    share: 2,
    ask: (told, random) => ({ path: feed(told, random), headers: pick(ODD, random)?.(random) ?? {} }),
  },
  "other methods": {
    share: 1,
    ask: (told, random) => ({
      path: feed(told, random),
      method: pick(["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] as const, random) ?? "POST",
    }),
  },
} as const satisfies Readonly<Record<string, Kind>>;

export type KindName = keyof typeof KINDS;

const NAMES = Object.keys(KINDS) as readonly KindName[];
/** Each kind as often as its share. */
const SHARED = NAMES.flatMap((name) => Array<KindName>(KINDS[name].share).fill(name));

export const pickKind = (random: Random): KindName => pick(SHARED, random) ?? "feed";
