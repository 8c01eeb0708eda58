import { deployTwice } from "./deployments.ts";
import { type Feed, feedsAt } from "./feeds.ts";
import { missingFor } from "./needs.ts";
import { recordingProxy } from "./proxy.ts";
import { READERS } from "./readers/index.ts";
import { writeReadme } from "./readme.ts";
import { tableOf } from "./table.ts";
import { type Row, tryReader } from "./try-reader.ts";

/** The readers' rows, one after the other: each is answered by the real Worker, over a real socket. */
async function rows(): Promise<readonly Row[]> {
  const deployments = await deployTwice();
  const proxy = await recordingProxy(deployments.before);
  try {
    const earlier = await feedsAt(proxy.url);
    proxy.turnTo(deployments.after);
    const feeds = await feedsAt(proxy.url);
    const changed = changedPaths(earlier, feeds);
    if (changed.size === 0) throw new Error("expected one more article in some feeds; found it in none");
    const ground = { deployments, proxy, feeds, changed };
    const tried: Row[] = [];
    for (const reader of asked) {
      console.error(`${reader.name} …`);
      tried.push(await tryReader(reader, ground));
    }
    return tried;
  } finally {
    proxy.close();
    await deployments.close();
  }
}

function changedPaths(earlier: readonly Feed[], feeds: readonly Feed[]): ReadonlySet<string> {
  const known = new Map(earlier.map(({ path, entries }) => [path, entries.length]));
  return new Set(
    feeds.filter(({ path, entries }) => known.get(path) !== entries.length).map(({ path }) => path),
  );
}

function print(tried: readonly Row[]): void {
  console.log(`\n${tableOf(tried.map(({ cells }) => cells))}\n`);
  for (const { cells, faults } of tried) for (const fault of faults) console.log(`${cells.reader}: ${fault}`);
  const failed = tried.filter(({ faults }) => faults.length > 0).length;
  console.log(`${tried.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

/** All, or those that are named: `npm run test:interop -- Newsboat`. */
const named = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const asked = READERS.filter(({ name }) => named.length === 0 || named.includes(name));

const missing = await missingFor(asked);
if (missing.length > 0) {
  const packages = [...new Set(missing)].join(" ");
  console.error(`Readers are missing. On Debian: apt-get install --no-install-recommends ${packages}`);
  process.exitCode = 1;
} else {
  const tried = await rows();
  print(tried);
  if (process.argv.includes("--readme") && named.length === 0)
    await writeReadme(tableOf(tried.map(({ cells }) => cells)));
}
