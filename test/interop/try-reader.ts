import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compare, type Part } from "./compare.ts";
import type { Deployments } from "./deployments.ts";
import type { Feed } from "./feeds.ts";
import type { Exchange, RecordingProxy } from "./proxy.ts";
import type { Reader, Shelf } from "./reader.ts";
import { judge, type Visits } from "./visits.ts";

/** A reader's row of the table; it passes where there are no faults. */
export interface Row {
  readonly cells: Readonly<Record<"reader" | "formats" | Part | "conditional request" | "delta", string>>;
  readonly faults: readonly string[];
}

/** What readers are tried on: the feeds once one more article is published, and the addresses at which that is told. */
export interface Ground {
  readonly deployments: Deployments;
  readonly proxy: RecordingProxy;
  readonly feeds: readonly Feed[];
  readonly changed: ReadonlySet<string>;
}

/** Lets a reader subscribe to every feed of the formats that it understands, and see one more article come. */
export async function tryReader(reader: Reader, ground: Ground): Promise<Row> {
  const understood = ground.feeds.filter(({ format }) => reader.formats.includes(format));
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-interop-"));
  const visits: (readonly Exchange[])[] = [];
  const name = `${reader.name} ${await reader.version()}`;
  const row = (shelf: Shelf) => rowOf({ ...reader, name }, understood, ground, shelf, visits);
  try {
    return row(await subscribed(reader, understood, ground, folder, visits));
  } catch (error) {
    // One reader's failure is its own row's: the others still have theirs.
    return { ...row(new Map()), faults: [error instanceof Error ? error.message : String(error)] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function subscribed(
  reader: Reader,
  feeds: readonly Feed[],
  { deployments, proxy }: Ground,
  folder: string,
  visits: (readonly Exchange[])[],
): Promise<Shelf> {
  proxy.turnTo(deployments.before);
  proxy.taken();
  const urls = feeds.map(({ path }) => proxy.url + path);
  const session = await reader.open(urls, folder);
  try {
    for (let visit = 0; visit <= reader.visits; visit++) {
      if (visit === reader.visits) proxy.turnTo(deployments.after);
      await session.visit();
      visits.push(proxy.taken());
    }
  } catch (error) {
    await session.close().catch(() => {}); // The first failure is the one to tell.
    throw error;
  }
  return session.close();
}

function rowOf(
  reader: Reader,
  feeds: readonly Feed[],
  { proxy, changed }: Ground,
  shelf: Shelf,
  visits: Visits,
): Row {
  const comparisons = feeds.map((feed) =>
    compare(seenBy(reader, feed), shelf.get(proxy.url + feed.path) ?? []),
  );
  const paths = feeds.map(({ path }) => path);
  const { conditional, delta, faults } = judge(visits, { paths, changed, isConditional: reader.visits > 1 });
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
      "conditional request": conditional,
      delta,
    },
    faults: [...comparisons.flatMap((comparison) => comparison.faults), ...faults],
  };
}

/** A feed as a reader dates it. */
function seenBy({ datesChanges }: Reader, feed: Feed): Feed {
  if (!datesChanges?.includes(feed.format)) return feed;
  const dated = feed.entries.map((entry) => ({ ...entry, published: entry.updated ?? entry.published }));
  return { ...feed, entries: dated };
}
