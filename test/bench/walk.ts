import { join } from "node:path";
import { measured } from "./measured.ts";
import { served, withProject } from "./scaled.ts";
import { cpuMilliseconds, residentMegabytes } from "./watched.ts";
import { serve } from "./workerd.ts";

type Row = Readonly<Record<string, string | number>>;

/** How a reader goes from one document to the one before it, and what it finds in each. */
interface Way {
  readonly first: string;
  readonly next: (text: string) => string | undefined;
  readonly found: (text: string) => readonly string[];
}

const all = (pattern: RegExp, text: string): readonly string[] =>
  [...text.matchAll(pattern)].map(([, one = ""]) => one);

const jsonIn = (text: string) =>
  JSON.parse(text) as {
    readonly next_url?: string;
    readonly items: readonly { readonly id: string; readonly url: string }[];
  };

const WAYS: Readonly<Record<string, Way>> = {
  "RFC 5005, Atom": {
    first: "/atom.xml",
    next: (text) => /<link rel="prev-archive"[^>]* href="([^"]*)"/.exec(text)?.[1],
    found: (text) => all(/<entry[^>]*>.*?<id>(.*?)<\/id>/gs, text),
  },
  "JSON Feed's next_url": {
    first: "/feed.json",
    next: (text) => jsonIn(text).next_url,
    found: (text) => jsonIn(text).items.map(({ id }) => id),
  },
  "pages for people": {
    first: "/",
    next: (text) => /<a rel="next" href="([^"]*)"/.exec(text)?.[1],
    found: (text) => all(/<h2><a href="[^"]*\/articles\/([^"]*)"/g, text),
  },
};

/**
 * Walks from the newest articles to the oldest, over HTTP, of workerd alone, by each way that there is: by RFC 5005's links in
 * Atom, by JSON Feed's `next_url`, and from page to page. Throws unless each way meets each article just once. Milliseconds are
 * those of the whole walk by the number of its documents, one after the other, and of the slowest; processor time is workerd's.
 */
export async function walk(count: number, kept?: string): Promise<readonly Row[]> {
  return withProject(count, kept, async (folder) => {
    await measured(process.execPath, ["--max-old-space-size=8000", "src/build/index.ts"], folder);
    const assets = join(folder, "src/generated/archive");
    const { url, pid, stop } = await serve("src/index.ts", { root: folder, assets });
    try {
      const rows: Row[] = [];
      for (const [name, way] of Object.entries(WAYS)) rows.push(await walked(name, way, count, url, pid));
      return rows;
    } finally {
      stop();
    }
  });
}

async function walked(
  way: string,
  { first, next, found }: Way,
  count: number,
  url: string,
  pid: number,
): Promise<Row> {
  const met = new Map<string, number>();
  const times: number[] = [];
  const cpu = cpuMilliseconds(pid);
  for (let address: string | undefined = url + first; address !== undefined; ) {
    const began = performance.now();
    const text: string = await textAt(address);
    times.push(performance.now() - began);
    for (const one of found(text)) met.set(one, (met.get(one) ?? 0) + 1);
    const following = next(text)?.replaceAll("&amp;", "&");
    address = following && served(following, url);
  }
  const repeated = [...met].filter(([, often]) => often > 1);
  if (met.size !== count || repeated.length > 0)
    throw new Error(`${way}: met ${met.size} of ${count}, and ${repeated.length} more than once`);
  const sum = times.reduce((total, time) => total + time, 0);
  return {
    way,
    articles: met.size,
    documents: times.length,
    "ms each": (sum / times.length).toFixed(1),
    slowest: Math.max(...times).toFixed(0),
    "CPU ms each": ((cpuMilliseconds(pid) - cpu) / times.length).toFixed(1),
    "workerd MB": Math.round(residentMegabytes(pid)),
  };
}

async function textAt(address: string): Promise<string> {
  const answer = await fetch(address);
  if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}
