import { existsSync } from "node:fs";
import "./compile-cache.ts";

const SEEDS = "seeds";
const MODULE = "src/generated/publication.ts";

const began = performance.now();
const [{ readManySeeds }, { report, summary }, { writeModule }] = await Promise.all([
  import("./threads.ts"),
  import("./report.ts"),
  import("./write.ts"),
]);
const built = await readManySeeds(SEEDS);
for (const line of report(built, SEEDS)) console.error(line);
if (built.collection) {
  writeModule(MODULE, built.collection);
  console.log(summary(built.collection, performance.now() - began));
} else if (process.env.WRANGLER_COMMAND === "dev" && existsSync(MODULE)) {
  // wrangler dev answers nothing more once its build has failed.
  console.error("nothing was built: the earlier build stays served until this is mended");
} else process.exitCode = 1;
