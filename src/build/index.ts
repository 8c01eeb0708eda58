import { existsSync } from "node:fs";
import type { Filed } from "../archive/filed.ts";
import type { Renewed } from "./build.ts";
import type { Collection } from "./built.ts";
import "./compile-cache.ts";
import type { Progress } from "./progress.ts";

const SEEDS = "seeds";
const CACHE = "node_modules/.cache/broadsheet/seeds";
/** Two builds of different seeds would each take away the files that the other names. */
const LOCK = "node_modules/.cache/broadsheet/building";

const began = performance.now();
const [
  { buildSeeds },
  { progressOn },
  { report, summary },
  { MODULE, writeModule },
  { bundleOf },
  { ARCHIVE, storeIn },
  { saidBy },
  { ledgerIn },
  { archiveKeyOf },
  { SeedChanged },
  { alone },
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
]);
const progress = progressOn(process.stderr, process.env);
const built = await buildSeeds(SEEDS, CACHE, progress.tell);
progress.end();
const { collection } = built;
for (const line of report(built, SEEDS)) console.error(line);
const isBuilt = collection !== undefined && alone(LOCK, () => isWritten(collection, built));
for (const line of built.complaints()) console.error(line);
if (isBuilt) console.log(summary(collection, built, performance.now() - began));
else if (process.env.WRANGLER_COMMAND === "dev" && existsSync(MODULE)) {
  // wrangler dev answers nothing more once its build has failed.
  console.error("nothing was built: the earlier build stays served until this is mended");
} else process.exitCode = 1;

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
    if (error instanceof SeedChanged)
      console.error(`${SEEDS}/${error.message}:1: as it was when it was read; found another: build again`);
    // The disk is full, or may not be written: whoever builds must learn which file that was.
    else console.error(`${MODULE}: a file that can be written; found ${saidBy(error)}`);
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
