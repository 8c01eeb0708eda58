import { join } from "node:path";
import { asked } from "./asked.ts";
import { built } from "./built.ts";
import { bare, freshInTurn } from "./fresh.ts";
import { withProject } from "./scaled.ts";
import { bundleOf, serve } from "./workerd.ts";

type Row = Readonly<Record<string, string | number>>;

/**
 * What it takes to publish ever more articles: of the owner's size, in five languages, of twenty topics, by 200 authors, from
 * 50 sources, whatever their number, so that rows can be compared. A column for each number of articles; a row for each measure:
 *
 * - Builds ({@link built}), beside Hugo where it is on the PATH.
 * - Files of the archive, and the Worker's bundle as it is sent to Cloudflare, by gzip.
 * - Fresh processes of workerd alone, started in turn with those of a bare Worker (`bare.ts`), medians of seven: milliseconds
 *   until it listens, and until the last byte of its first feed (RSS of everything, in br, which the build wrote). Processor time
 *   is that of all threads, in nanoseconds by `/proc/PID/task/…/schedstat`, less what the bare Worker takes: at the start, of the
 *   first feed, and of the first where that is one of an author, which is still to be written.
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
const OF_AN_AUTHOR = "/authors/author-7/rss.xml";
const STARTS = 7;

async function started(folder: string): Promise<Row> {
  const assets = join(folder, "src/generated/archive");
  const modules = bundleOf("src/index.ts", folder);
  const start = () => serve("src/index.ts", { root: folder, assets, modules });
  const [nothing, ours] = await freshInTurn([bare, start], FEED, STARTS);
  const [nothingMore, written] = await freshInTurn([bare, start], OF_AN_AUTHOR, STARTS);
  if (!nothing || !ours || !nothingMore || !written) throw new Error("two Workers were started, twice");
  return {
    "start, ms": Math.round(ours.start),
    "start, CPU ms": (ours.startCpu - nothing.startCpu).toFixed(1),
    "until first feed, ms": Math.round(ours.answered),
    "first feed, CPU ms": (ours.firstCpu - nothing.firstCpu).toFixed(1),
    "first feed of an author, CPU ms": (written.firstCpu - nothingMore.firstCpu).toFixed(1),
  };
}
