import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { inShards } from "../../src/archive/library.ts";
import type { Root } from "../../src/archive/root.ts";
import type { Article } from "../../src/articles/article.ts";
import type { Publication } from "../../src/articles/publication.ts";
import { createApp } from "../../src/http/app.ts";
import { noPages } from "../no-pages.ts";
import { built } from "./built.ts";
import { bare, freshInTurn } from "./fresh.ts";
import { heapAfterCollection, openInspector } from "./inspector.ts";
import { median } from "./median.ts";
import { withProject } from "./scaled.ts";
import { cpuMilliseconds, residentMegabytes } from "./watched.ts";
import { type Running, serve } from "./workerd.ts";

type Row = Readonly<Record<string, string | number>>;

/**
 * What it takes to publish ever more articles: of the owner's size, in five languages, of twenty topics, by 200 authors, from
 * 50 sources, whatever their number, so that rows can be compared. A column for each number of articles; a row for each measure:
 *
 * - Builds ({@link built}), beside Hugo where it is on the PATH.
 * - Files of the archive, and the Worker's bundle as it is sent to Cloudflare, by gzip.
 * - Fresh processes of workerd alone, started in turn with those of a bare Worker (`bare.ts`), medians of seven: milliseconds
 *   until it listens, and until the last byte of its first feed (RSS in br). Processor time is that of all threads, in
 *   nanoseconds by `/proc/PID/task/…/schedstat`, less what the bare Worker takes: at the start, and of the first feed.
 * - Answers of a process that runs, asked over one connection, one after the other: milliseconds are medians, and include Node's
 *   `fetch`; processor time is that of workerd over all, by their number, less the bare Worker's. The feed is polled (200, 304,
 *   226); articles' pages, from all over, and the oldest archived documents are asked for once each, so that none is kept.
 * - Megabytes of the process afterwards, and of the isolate once garbage was collected.
 */
export async function scale(sizes: readonly number[], kept?: string): Promise<readonly Row[]> {
  const columns: (readonly [number, Row])[] = [];
  for (const size of sizes) {
    const row = await withProject(size, kept && `${kept}-${size}`, async (folder) => ({
      ...(await built(folder, size)),
      ...(await started(folder)),
      ...(await asked(folder)),
    }));
    console.log(JSON.stringify({ articles: size, ...row }));
    columns.push([size, row]);
  }
  return turned(columns);
}

/** A row for each measure: they are too many for columns. */
function turned(columns: readonly (readonly [number, Row])[]): readonly Row[] {
  const names = Object.keys(columns[0]?.[1] ?? {});
  return names.map((measure) => ({
    measure,
    ...Object.fromEntries(columns.map(([size, row]) => [`${size} articles`, row[measure] ?? "–"])),
  }));
}

const FEED = "/rss.xml";
const STARTS = 7;

const worker = (folder: string, isInspected = false): Promise<Running> =>
  serve("src/index.ts", { root: folder, assets: join(folder, "src/generated/archive"), isInspected });

async function started(folder: string): Promise<Row> {
  const [nothing, ours] = await freshInTurn([bare, () => worker(folder)], FEED, STARTS);
  if (!nothing || !ours) throw new Error("two Workers were started");
  return {
    "start, ms": Math.round(ours.start),
    "start, CPU ms": (ours.startCpu - nothing.startCpu).toFixed(1),
    "until first feed, ms": Math.round(ours.answered),
    "first feed, CPU ms": (ours.firstCpu - nothing.firstCpu).toFixed(1),
  };
}

const POLLS = 300;
const ADDRESSES = 60;

async function asked(folder: string): Promise<Row> {
  const [running, nothing] = [await worker(folder, true), await bare()];
  try {
    const { url, script, pid, inspector = "" } = running;
    const feed = Array<string>(POLLS).fill(url + FEED);
    const etag = (await fetch(url + FEED)).headers.get("etag") ?? "";
    const earlier = await earlierTag(folder, url);
    const { articles, archives } = await addressesAt(url);
    const none = await polled(nothing, Array<string>(POLLS).fill(nothing.url));
    const all = {
      200: await polled(running, feed),
      304: await polled(running, feed, { "if-none-match": etag }, 304),
      226: await polled(running, feed, { "if-none-match": earlier, "a-im": "feed" }, 226),
      article: await polled(running, articles),
      "oldest archives": await polled(running, archives),
    };
    const opened = await openInspector(inspector);
    const { objects, buffers } = await heapAfterCollection(opened, url);
    opened.close();
    return {
      "bundle, gzip kB": Math.round(gzipSync(script).length / 1000),
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
  const { publication, articles, archive } = (await import(
    `${join(folder, "src/generated/publication.ts")}?${Date.now()}`
  )) as {
    readonly publication: Publication;
    readonly articles: readonly Article[];
    readonly archive?: Root;
  };
  const read = async (name: string) => {
    const path = join(folder, "src/generated/archive", name);
    return existsSync(path) ? readFileSync(path) : undefined;
  };
  const library = archive && inShards({ publication, root: archive, newest: articles }, read);
  const clock = () => Date.parse(articles[0]?.published ?? "") - 1000;
  const app = createApp({ publication, articles, pages: noPages, clock, ...(library && { library }) });
  return (await app.fetch(new Request(url + FEED))).headers.get("etag") ?? "";
}

/** Articles from all over the archive, and its oldest documents. */
async function addressesAt(url: string) {
  const { next_url } = (await (await fetch(`${url}/feed.json`)).json()) as { readonly next_url?: string };
  const newest = Number(/\/archive\/(\d+)\//.exec(next_url ?? "")?.[1] ?? 0);
  const numbers = Array.from({ length: Math.min(newest, ADDRESSES) }, (_, i) => i + 1);
  const spread = numbers.map((number) => Math.max(1, Math.round((number * newest) / numbers.length)));
  const documents = await Promise.all(spread.map((number) => itemsOf(`${url}/archive/${number}/feed.json`)));
  const articles = documents.flatMap(([first]) => first?.url ?? []);
  return { articles, archives: numbers.map((number) => `${url}/archive/${number}/atom.xml`) };
}

async function itemsOf(url: string): Promise<readonly { readonly url: string }[]> {
  const { items } = (await (await fetch(url)).json()) as {
    readonly items: readonly { readonly url: string }[];
  };
  return items;
}

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
