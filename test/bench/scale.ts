import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { inShards } from "../../src/archive/library.ts";
import type { Root } from "../../src/archive/root.ts";
import type { Article } from "../../src/articles/article.ts";
import type { Publication } from "../../src/articles/publication.ts";
import { createApp } from "../../src/http/app.ts";
import { noPages } from "../no-pages.ts";
import { measured } from "./measured.ts";
import { median } from "./median.ts";
import { projectOf } from "./scaled.ts";
import { serve } from "./workerd.ts";

type Row = Readonly<Record<string, string | number>>;

/**
 * What it takes to publish ever more articles: of the owner's size, in five languages, of twenty topics, by 200 authors, from
 * 50 sources. The build is from nothing; "first feed" is the time from the start of workerd's process to the last byte; what is
 * asked of it later is asked of many addresses, once each, but for the feeds, which are polled. Milliseconds are medians.
 */
export async function scale(sizes: readonly number[]): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), "broadsheet-scale-"));
    try {
      projectOf(folder, size);
      const row = { articles: size, ...(await built(folder)), ...(await asked(folder)) };
      console.log(JSON.stringify(row));
      rows.push(row);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  return rows;
}

const MB = 1e6;

async function built(folder: string): Promise<Row> {
  const took = await measured(process.execPath, ["--max-old-space-size=8000", "src/build/index.ts"], folder);
  const archive = join(folder, "src/generated/archive");
  const files = readdirSync(archive);
  const bytes = files.reduce((sum, name) => sum + statSync(join(archive, name)).size, 0);
  return {
    "build s": took.seconds.toFixed(1),
    "CPU s": took.cpuSeconds.toFixed(1),
    "peak MB": Math.round(took.peakMegabytes),
    files: files.length,
    "MB in files": Math.round(bytes / MB),
  };
}

const STARTS = 3;
const POLLS = 200;
const ADDRESSES = 60;

async function asked(folder: string): Promise<Row> {
  const archive = join(folder, "src/generated/archive");
  const starts: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    const fresh = await serve("src/index.ts", {}, folder, archive);
    await timed(`${fresh.url}/rss.xml`);
    starts.push(performance.now() - fresh.began);
    fresh.stop();
  }
  const running = await serve("src/index.ts", {}, folder, archive);
  try {
    const { url, script, pid } = running;
    const feed = `${url}/rss.xml`;
    const etag = (await fetch(feed)).headers.get("etag") ?? "";
    const earlier = await earlierTag(folder, url);
    const { articles, archives } = await addressesAt(url);
    return {
      "bundle gzip kB": Math.round(gzipSync(script).length / 1000),
      "first feed": Math.round(median(starts)),
      200: await middle(Array(POLLS).fill(feed)),
      304: await middle(Array(POLLS).fill(feed), { "if-none-match": etag }, 304),
      226: await middle(Array(POLLS).fill(feed), { "if-none-match": earlier, "a-im": "feed" }, 226),
      article: await middle(articles),
      "deepest archives": await middle(archives),
      "workerd MB": residentMegabytes(pid),
    };
  } finally {
    running.stop();
  }
}

/** The tag that a reader holds who was here before the newest article appeared. */
async function earlierTag(folder: string, url: string): Promise<string> {
  const { publication, articles, archive } = (await import(join(folder, "src/generated/publication.ts"))) as {
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
  return (await app.fetch(new Request(`${url}/rss.xml`))).headers.get("etag") ?? "";
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

async function middle(
  urls: readonly string[],
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): Promise<string> {
  const times: number[] = [];
  for (const url of urls) times.push(await timed(url, headers, status));
  return times.length > 0 ? median(times).toFixed(2) : "–";
}

async function timed(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): Promise<number> {
  const began = performance.now();
  const answer = await fetch(url, { headers });
  await answer.arrayBuffer();
  if (answer.status !== status) throw new Error(`${url}: expected ${status}; found ${answer.status}`);
  return performance.now() - began;
}

const residentMegabytes = (pid: number): number =>
  Math.round(
    (Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024) / MB,
  );
