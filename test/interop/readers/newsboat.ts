import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as v from "valibot";
import type { Entry, Reader } from "../reader.ts";
import { run, versionOf } from "../run.ts";

const ROWS = v.array(
  v.object({ id: v.string(), title: v.string(), published: v.number(), bodyHtml: v.string() }),
);
const QUERY = `SELECT guid AS id, title, pubDate AS published, content AS bodyHtml FROM rss_item WHERE deleted = 0`;

/**
 * Newsboat, as a subscriber runs it: some reloads, then what its cache holds. Each address has a home of its own, as
 * an id is there only once in a Newsboat cache, whatever the number of feeds that hold it.
 */
export const newsboat: Reader = {
  name: "Newsboat",
  version: () => versionOf(["newsboat", "--version"]),
  formats: ["rss", "atom"],
  needs: [{ command: ["newsboat", "--version"], debian: "newsboat" }],
  // It keeps no validators of the visit that makes a feed known to it (2.21: the row that should hold them comes later).
  visits: 3,
  open: async (urls, folder) => {
    const homes = new Map(urls.map((url, index) => [url, join(folder, `${index}`)]));
    for (const [url, home] of homes) await subscribe(url, home);
    return {
      visit: async () => void (await Promise.all([...homes.values()].map(reload))),
      close: async () => new Map([...homes].map(([url, home]) => [url, cached(home)])),
    };
  },
};

async function subscribe(url: string, home: string): Promise<void> {
  await mkdir(home);
  await writeFile(join(home, "urls"), `${url}\n`);
  await writeFile(join(home, "config"), "");
}

const reload = (home: string): Promise<string> =>
  run(["newsboat", "-u", "urls", "-C", "config", "-c", "cache.db", "-x", "reload"], home);

function cached(home: string): readonly Entry[] {
  const cache = new DatabaseSync(join(home, "cache.db"), { readOnly: true });
  try {
    return v.parse(ROWS, cache.prepare(QUERY).all());
  } finally {
    cache.close();
  }
}
