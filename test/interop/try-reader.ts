import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compare, type Part } from "./compare.ts";
import type { Feed } from "./feeds.ts";
import type { CountingProxy } from "./proxy.ts";
import type { Entry, Reader } from "./reader.ts";
import { judgeVisits } from "./visits.ts";

/** A reader's row of the table; it passes where there are no faults. */
export interface Row {
  readonly cells: Readonly<Record<"reader" | "formats" | Part | "conditional request", string>>;
  readonly faults: readonly string[];
}

/** Lets a reader read every feed of the formats that it understands. */
export async function tryReader(reader: Reader, feeds: readonly Feed[], proxy: CountingProxy): Promise<Row> {
  const understood = feeds.filter(({ format }) => reader.formats.includes(format));
  const urls = understood.map(({ path }) => proxy.url + path);
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-interop-"));
  proxy.taken();
  try {
    const shelf = await reader.read(urls, folder);
    return rowOf(reader, understood, proxy, shelf);
  } catch (error) {
    // One reader's failure is its own row's: the others still have theirs.
    const row = rowOf(reader, understood, proxy, new Map());
    return { ...row, faults: [error instanceof Error ? error.message : String(error)] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function rowOf(
  reader: Reader,
  feeds: readonly Feed[],
  proxy: CountingProxy,
  shelf: ReadonlyMap<string, readonly Entry[]>,
): Row {
  const comparisons = feeds.map((feed) => compare(feed, shelf.get(proxy.url + feed.path) ?? []));
  const paths = feeds.map(({ path }) => path);
  const visits = judgeVisits(proxy.taken(), paths, reader.visits);
  const all = feeds.reduce((sum, { entries }) => sum + entries.length, 0);
  const right = (part: Part) =>
    `${comparisons.reduce((sum, comparison) => sum + comparison.right[part], 0)}/${all}`;
  return {
    cells: {
      reader: reader.name,
      formats: `${reader.formats.join(", ")} (${feeds.length} feeds)`,
      titles: right("titles"),
      ids: right("ids"),
      dates: right("dates"),
      bodies: right("bodies"),
      "conditional request": visits.summary,
    },
    faults: [...comparisons.flatMap(({ faults }) => faults), ...visits.faults],
  };
}
