import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import * as v from "valibot";
import type { Entry, Reader } from "../reader.ts";
import { environmentIn, versionOf } from "../run.ts";

const ROWS = v.array(
  v.object({ id: v.string(), title: v.string(), published: v.number(), bodyHtml: v.string() }),
);
const QUERY = `SELECT source_id AS id, title, date AS published, description AS bodyHtml FROM items WHERE node_id = ?`;
const SCRIPT = join(import.meta.dirname, "liferea.sh");

/** Liferea on a screen and a session bus of its own: it subscribes by OPML, refreshes by D-Bus, and its database holds what it shows. */
export const liferea: Reader = {
  name: "Liferea",
  version: () => versionOf(["dpkg-query", "-W", "-f", `\${Version}`, "liferea"]),
  formats: ["rss", "atom"],
  needs: [
    { command: ["test", "-x", "/usr/bin/liferea"], debian: "liferea" },
    { command: ["test", "-x", "/usr/bin/Xvfb"], debian: "xvfb" },
    { command: ["test", "-x", "/usr/bin/xauth"], debian: "xauth" },
    { command: ["test", "-x", "/usr/bin/dbus-run-session"], debian: "dbus-daemon" },
    { command: ["test", "-x", "/usr/bin/gdbus"], debian: "libglib2.0-bin" },
  ],
  visits: 2,
  open: async (urls, home) => {
    await mkdir(join(home, ".config/liferea"), { recursive: true });
    await writeFile(join(home, ".config/liferea/feedlist.opml"), opmlOf(urls));
    const driver = spawn("xvfb-run", ["-a", "dbus-run-session", "--", "sh", SCRIPT], {
      cwd: home,
      env: environmentIn(home),
      stdio: ["pipe", "pipe", "ignore"],
    });
    const lines = createInterface({ input: driver.stdout });
    return {
      async visit() {
        driver.stdin.write("\n");
        await said(lines, driver);
      },
      async close() {
        driver.stdin.end();
        if (driver.exitCode === null) await once(driver, "exit");
        return shelfIn(home, urls);
      },
    };
  },
};

/** Waits for the driver to say that it has refreshed, or for its end. */
async function said(lines: ReturnType<typeof createInterface>, driver: ChildProcess): Promise<void> {
  // The bus's own daemons print on the same pipe.
  const { promise: refreshed, resolve } = Promise.withResolvers<boolean>();
  const listen = (line: string) => line === "refreshed" && resolve(true);
  lines.on("line", listen);
  const end = once(driver, "exit").then(() => false);
  const isRefreshed = await Promise.race([refreshed, end]);
  lines.off("line", listen);
  if (!isRefreshed) throw new Error("expected Liferea to refresh; it ended");
}

const opmlOf = (urls: readonly string[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0"><head><title>Liferea Feed List Export</title></head><body>
${urls.map((url, index) => `<outline text="${index}" title="${index}" type="rss" id="${idOf(index)}" xmlUrl="${url}" updateInterval="-1"/>`).join("\n")}
</body></opml>
`;

/** Of seven letters, as its own ids are. */
const idOf = (index: number): string =>
  `feed${String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26))}a`;

function shelfIn(home: string, urls: readonly string[]): ReadonlyMap<string, readonly Entry[]> {
  const database = new DatabaseSync(join(home, ".local/share/liferea/liferea.db"), { readOnly: true });
  try {
    const query = database.prepare(QUERY);
    return new Map(urls.map((url, index) => [url, v.parse(ROWS, query.all(idOf(index)))]));
  } finally {
    database.close();
  }
}
