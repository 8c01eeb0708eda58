import { existsSync } from "node:fs";
import type { Filed } from "../archive/filed.ts";
import type { Renewed } from "./build.ts";
import type { Collection } from "./built.ts";
import "./compile-cache.ts";
import type { Progress } from "./progress.ts";

const SEEDS = "seeds";
const CACHE = "node_modules/.cache/broadsheet/seeds";
/** Two builds of different seeds would each take away the files that the other names, and the one that read earlier could write later. */
const LOCK = "node_modules/.cache/broadsheet/lock";

const began = performance.now();
const [
  { buildSeeds },
  { progressOn },
  { report, summary },
  { MODULE, writeModule },
  { bundleOf },
  { ARCHIVE, storeIn },
  { codeOf, saidBy },
  { ledgerIn },
  { archiveKeyOf },
  { SeedChanged },
  { alone },
  { edgeWarnings },
] = await Promise.all([
  import("./build.ts"),
  import("./progress.ts"),
  import("./report.ts"),
  import("./write.ts"),
  import("./bundle.ts"),
  import("./store.ts"),
  import("./whole.ts"),
  import("./ledger.ts"),
  import("./key.ts"),
  import("./texts.ts"),
  import("./lock.ts"),
  import("./edge.ts"),
]);
const waiting = () => console.error("another build is at work here: this one begins when that has ended");
const done = await alone(LOCK, waiting, async () => {
  try {
    return await published();
  } catch (error) {
    // Whoever builds must learn which file that was. An error that no system told is a fault of ours, and keeps its trace.
    if (codeOf(error) === undefined) throw error;
    console.error(`${pathIn(error)}: a file or folder that can be read and written; found ${saidBy(error)}`);
    return undefined;
  }
});
if (done !== undefined) console.log(done);
else if (process.env.WRANGLER_COMMAND === "dev" && existsSync(MODULE)) {
  // wrangler dev answers nothing more once its build has failed.
  console.error("nothing was built: the earlier build stays served until this is mended");
} else process.exitCode = 1;

/** Builds, and tells in a line what was built; nothing where the seeds are at fault, which is told. */
async function published(): Promise<string | undefined> {
  const progress = progressOn(process.stderr, process.env);
  const built = await buildSeeds(SEEDS, CACHE, progress.tell).finally(progress.end);
  const { collection } = built;
  for (const line of report(built, SEEDS)) console.error(line);
  for (const line of collection ? edgeWarnings(collection.publication) : []) console.error(line);
  const isDone = collection !== undefined && isWritten(collection, built);
  for (const line of built.complaints()) console.error(line);
  return isDone ? summary(collection, built, performance.now() - began) : undefined;
}

function pathIn(error: unknown): string {
  return error instanceof Error && "path" in error ? String(error.path) : MODULE;
}

function isWritten(all: Collection, { cache }: Renewed): boolean {
  const writing = progressOn(process.stderr, process.env, undefined, "writing the archive");
  try {
    const store = storeIn(ARCHIVE);
    const ledger = ledgerIn(cache, archiveKeyOf(all.publication), store);
    writeModule(MODULE, bundleOf(told(all, writing.tell), ledger, cache.text));
    store.sweep();
    ledger.close();
    return true;
  } catch (error) {
    if (!(error instanceof SeedChanged)) throw error;
    console.error(`${SEEDS}/${error.message}:1: as it was when it was read; found another: build again`);
    return false;
  } finally {
    writing.end();
  }
}

/** Tells how many texts were asked for: of each article there are three. */
function told(all: Collection, tell: Progress["tell"]): Collection {
  if (!all.isLarge) return all;
  const most = 3 * (all.dated.length + all.undated.length);
  let asked = 0;
  const telling =
    <T>(make: (one: Filed) => T) =>
    (one: Filed): T => {
      asked += 1;
      tell(Math.min(asked, most), most);
      return make(one);
    };
  const { article, headline, words } = all;
  return { ...all, article: telling(article), headline: telling(headline), words: telling(words) };
}
