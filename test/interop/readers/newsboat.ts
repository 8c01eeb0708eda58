import { mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as v from "valibot";
import type { Entry, Reader } from "../reader.ts";
import { run } from "../run.ts";

const ROWS = v.array(
  v.object({ id: v.string(), title: v.string(), published: v.number(), bodyHtml: v.string() }),
);
const QUERY = `SELECT guid AS id, title, pubDate AS published, content AS bodyHtml FROM rss_item WHERE deleted = 0`;

// It keeps no validators of the visit that makes a feed known to it (2.21: the row that should hold them comes later).
const VISITS = 3;

/**
 * Newsboat, as a subscriber runs it: some reloads, then what its cache holds. Each address has a home of its own, as
 * an id is there only once in a Newsboat cache, whatever the number of feeds that hold it.
 */
export const newsboat: Reader = {
  name: "newsboat",
  formats: ["rss", "atom"],
  needs: [{ command: ["newsboat", "--version"], debian: "newsboat" }],
  visits: VISITS,
  read: async (urls, folder) => {
    const shelf = new Map<string, readonly Entry[]>();
    for (const url of urls) shelf.set(url, await subscribe(url, await mkdtemp(join(folder, "home-"))));
    return shelf;
  },
};

async function subscribe(url: string, home: string): Promise<readonly Entry[]> {
  await writeFile(join(home, "urls"), `${url}\n`);
  await writeFile(join(home, "config"), "");
  for (let visit = 0; visit < VISITS; visit++)
    await run(["newsboat", "-u", "urls", "-C", "config", "-c", "cache.db", "-x", "reload"], home);
  const cache = new DatabaseSync(join(home, "cache.db"), { readOnly: true });
  try {
    return v.parse(ROWS, cache.prepare(QUERY).all());
  } finally {
    cache.close();
  }
}
