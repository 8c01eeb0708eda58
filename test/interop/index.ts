import { join } from "node:path";
import { createTestHarness } from "wrangler";
import { feedsAt } from "./feeds.ts";
import { missingFor } from "./needs.ts";
import { countingProxy } from "./proxy.ts";
import { READERS } from "./readers/index.ts";
import { run } from "./run.ts";
import { tableOf } from "./table.ts";
import { type Row, tryReader } from "./try-reader.ts";

/** The readers' rows, one after the other: each is answered by the real Worker, over a real socket. */
async function rows(): Promise<readonly Row[]> {
  const root = join(import.meta.dirname, "../..");
  // The harness builds too, but where that fails it serves what was built before.
  await run([process.execPath, "src/build/index.ts"], root);
  const worker = createTestHarness({ root, workers: [{ configPath: "./wrangler.toml" }] });
  const { url } = await worker.listen();
  const proxy = await countingProxy(url.href);
  try {
    const feeds = await feedsAt(proxy.url);
    const tried: Row[] = [];
    for (const reader of READERS) tried.push(await tryReader(reader, feeds, proxy));
    return tried;
  } finally {
    proxy.close();
    await worker.close();
  }
}

function print(tried: readonly Row[]): void {
  console.log(`\n${tableOf(tried.map(({ cells }) => cells))}\n`);
  for (const { cells, faults } of tried) for (const fault of faults) console.log(`${cells.reader}: ${fault}`);
  const failed = tried.filter(({ faults }) => faults.length > 0).length;
  console.log(`${tried.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

const missing = await missingFor(READERS);
if (missing.length > 0) {
  console.error(
    `Readers are missing. On Debian: apt-get install --no-install-recommends ${missing.join(" ")}`,
  );
  process.exitCode = 1;
} else print(await rows());
