import { FORMATS, type FormatName } from "../feeds/formats.ts";

/** What people and programs try as a feed's last segments, and the format they mean: WordPress's, Hugo's, Jekyll's, Ghost's … */
const GUESSES: Readonly<Record<string, FormatName>> = {
  rss: "rss",
  "rss2.xml": "rss",
  "feed.xml": "rss",
  "feed.rss": "rss",
  "index.xml": "rss",
  "index.rss": "rss",
  "index.rdf": "rss",
  "feed/rss": "rss",
  "feed/rss2": "rss",
  "feeds/rss": "rss",
  "feeds/rss.xml": "rss",
  atom: "atom",
  "feed.atom": "atom",
  "index.atom": "atom",
  "feed/atom": "atom",
  "feeds/atom": "atom",
  "feeds/atom.xml": "atom",
  json: "json",
  "index.json": "json",
  "jsonfeed.json": "json",
  "feed/json": "json",
  "feeds/json": "json",
};

const LONGEST_FIRST = Object.entries({
  ...GUESSES,
  ...Object.fromEntries(Object.entries(FORMATS).map(([name, { file }]) => [file, name as FormatName])),
}).sort(([a], [b]) => b.length - a.length);

/** The paths that may have been meant, where they are others than the one asked for: a guess, a slash too many, capitals, or characters taken apart. */
export function intended(path: string): readonly string[] {
  const plain = path.replace(/\/+/g, "/").replace(/(?<=.)\/$/, "");
  // WordPress's own feed address is RSS; `/feed` alone chooses by Accept.
  const asked = /\/feed\/$/i.test(path) ? `${plain}/rss` : plain;
  const [guess, format] = LONGEST_FIRST.find(([ending]) => asked.toLowerCase().endsWith(`/${ending}`)) ?? [];
  const meant = guess && format ? `${asked.slice(0, -guess.length)}${FORMATS[format].file}` : plain;
  return [meant, meant.toLowerCase().normalize("NFC")].filter((candidate) => candidate !== path);
}

/** Parameters that are part of an address: what is searched for, and the number of a page. All others are somebody's own. */
const MEANT = ["q", "page"];

/** Of a query, what the address to go to needs. */
export function meantBy(query: (name: string) => string | undefined): string {
  const kept = MEANT.flatMap((name) => {
    const value = query(name);
    return value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  return kept.length > 0 ? `?${kept.join("&")}` : "";
}
