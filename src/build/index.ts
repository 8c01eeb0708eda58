import { existsSync } from "node:fs";
import type { Collection } from "./built.ts";
import "./compile-cache.ts";

const SEEDS = "seeds";
const MODULE = "src/generated/publication.ts";
/** Its files are published beside the Worker (wrangler.toml). */
const ARCHIVE = "src/generated/archive";
const CACHE = "node_modules/.cache/broadsheet/seeds";

const began = performance.now();
const [
  { buildSeeds },
  { progressOn },
  { report, summary },
  { writeModule },
  { bundleOf },
  { storeIn },
  { saidBy },
] = await Promise.all([
  import("./build.ts"),
  import("./progress.ts"),
  import("./report.ts"),
  import("./write.ts"),
  import("./archive.ts"),
  import("./store.ts"),
  import("./whole.ts"),
]);
const progress = progressOn(process.stderr, process.env);
const built = await buildSeeds(SEEDS, CACHE, progress.tell);
progress.end();
for (const line of [...report(built, SEEDS), ...built.complaints]) console.error(line);
const { collection } = built;
if (collection && isWritten(collection)) console.log(summary(collection, built, performance.now() - began));
else if (process.env.WRANGLER_COMMAND === "dev" && existsSync(MODULE)) {
  // wrangler dev answers nothing more once its build has failed.
  console.error("nothing was built: the earlier build stays served until this is mended");
} else process.exitCode = 1;

function isWritten(all: Collection): boolean {
  try {
    const store = storeIn(ARCHIVE);
    writeModule(MODULE, bundleOf(all, store.put));
    store.sweep();
    return true;
  } catch (error) {
    // The disk is full, or may not be written: whoever builds must learn which file that was.
    console.error(`${MODULE}: a file that can be written; found ${saidBy(error)}`);
    return false;
  }
}
