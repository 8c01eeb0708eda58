import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { inShards } from "../../src/archive/library.ts";
import { bundleAt, MODULE } from "../../src/build/write.ts";
import { bundledIn } from "../../src/bundled.ts";
import { createApp } from "../../src/http/app.ts";
import { noPages } from "../no-pages.ts";
import { bare } from "./fresh.ts";
import { heapAfterCollection, openInspector } from "./inspector.ts";
import { median } from "./median.ts";
import { served } from "./scaled.ts";
import { cpuMilliseconds, residentMegabytes } from "./watched.ts";
import { type Running, serve } from "./workerd.ts";

type Row = Readonly<Record<string, string | number>>;

const FEED = "/rss.xml";
const POLLS = 300;
const ADDRESSES = 60;

/** What answers take, of a process that runs. */
export async function asked(folder: string): Promise<Row> {
  const assets = join(folder, "src/generated/archive");
  const running = await serve("src/index.ts", { root: folder, assets, isInspected: true });
  const nothing = await bare();
  try {
    const { url, modules, pid, inspector = "" } = running;
    const feed = Array<string>(POLLS).fill(url + FEED);
    const etag = (await fetch(url + FEED)).headers.get("etag") ?? "";
    const earlier = await earlierTag(folder, url);
    const { articles, archives } = await addressesAt(url);
    for (const [first] of [articles, archives]) if (first) await fetch(first); // What is needed once is not counted.
    const none = await polled(nothing, Array<string>(POLLS).fill(nothing.url));
    const all = {
      200: await polled(running, feed),
      304: await polled(running, feed, { "if-none-match": etag }, 304),
      226: await polled(running, feed, { "if-none-match": earlier, "a-im": "feed" }, 226),
      article: await polled(running, articles.slice(1)),
      "oldest archives": await polled(running, archives.slice(1)),
    };
    const opened = await openInspector(inspector);
    const { objects, buffers } = await heapAfterCollection(opened, url);
    opened.close();
    return {
      "bundle, gzip kB": Math.round(gzipSync(Buffer.concat([...modules.values()])).length / 1000),
      ...Object.fromEntries(Object.entries(all).flatMap(([name, polls]) => cells(name, polls, none))),
      "workerd, MB": Math.round(residentMegabytes(pid)),
      "isolate, MB": (objects + buffers).toFixed(1),
    };
  } finally {
    running.stop();
    nothing.stop();
  }
}

/** The tag that a reader holds who was here before the newest article appeared. */
async function earlierTag(folder: string, url: string): Promise<string> {
  const bundle = bundledIn(bundleAt(join(folder, MODULE)));
  const [{ publication }, articles, archive] = [bundle, bundle.articles(), bundle.archive()];
  const read = async (name: string) => {
    const path = join(folder, "src/generated/archive", name);
    return existsSync(path) ? readFileSync(path) : undefined;
  };
  const library = archive && inShards({ publication, root: archive, newest: articles }, read);
  const clock = () => Date.parse(articles[0]?.published ?? "") - 1000;
  const app = createApp({ publication, articles, pages: noPages, clock, ...(library && { library }) });
  return (await app.fetch(new Request(url + FEED))).headers.get("etag") ?? "";
}

/** Articles from all over, as many whatever there are, and the oldest archived documents. */
async function addressesAt(url: string) {
  const text = async (address: string) => (await fetch(address)).text();
  const members = (list: string) =>
    [...list.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, one = ""]) => served(one, url));
  const listed = members(await text(`${url}/sitemap.xml`));
  const parts = listed.filter((address) => address.includes("/sitemaps/articles-"));
  const lists = await Promise.all(spread(parts, ADDRESSES).map(async (part) => members(await text(part))));
  const all = [listed, ...lists].map((some) => some.filter((address) => address.includes("/articles/")));
  const articles = all.flatMap((some) => spread(some, Math.ceil(ADDRESSES / Math.max(1, parts.length))));
  const newest = Number(/\/archive\/(\d+)\//.exec(await text(`${url}/feed.json`))?.[1] ?? 0);
  const archives = Array.from({ length: Math.min(newest, ADDRESSES) }, (_, i) => i + 1);
  return {
    articles: spread(articles, ADDRESSES),
    archives: archives.map((number) => `${url}/archive/${number}/atom.xml`),
  };
}

/** So many of a list at most, from all over it. */
const spread = <T>(all: readonly T[], most: number): readonly T[] =>
  all.filter((_, i) => Math.floor((i * most) / all.length) !== Math.floor(((i - 1) * most) / all.length));

/** What requests took: milliseconds each, and processor time of the process for one of them. */
interface Polled {
  readonly times: readonly number[];
  readonly cpu: number;
}

async function polled(
  { pid }: Running,
  urls: readonly string[],
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): Promise<Polled> {
  const times: number[] = [];
  const before = cpuMilliseconds(pid);
  for (const url of urls) times.push(await timed(url, headers, status));
  return { times, cpu: (cpuMilliseconds(pid) - before) / urls.length };
}

const cells = (
  name: string,
  { times, cpu }: Polled,
  none: Polled,
): readonly (readonly [string, string])[] => [
  [`${name}, ms`, times.length > 0 ? median(times).toFixed(2) : "–"],
  [`${name}, CPU ms`, times.length > 0 ? (cpu - none.cpu).toFixed(2) : "–"],
];

async function timed(
  url: string,
  headers: Readonly<Record<string, string>>,
  status: number,
): Promise<number> {
  const began = performance.now();
  const answer = await fetch(url, { headers });
  await answer.arrayBuffer();
  if (answer.status !== status) throw new Error(`${url}: expected ${status}; found ${answer.status}`);
  return performance.now() - began;
}
