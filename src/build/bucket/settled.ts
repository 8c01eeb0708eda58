/**
 * After each build, where wrangler.toml binds a bucket: no file of the archive is to be uploaded as an asset, and no Worker is to be
 * deployed before the bucket has what it names. `wrangler dev` reads the files as assets, so that a change is there at once.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import "../compile-cache.ts";

const command = process.env.WRANGLER_COMMAND;
if (command !== "dev") await settle();

async function settle(): Promise<void> {
  const [{ boundBucket, WRANGLER }, { isNoted }, { ARCHIVE }, { writeWhole }] = await Promise.all([
    import("./bound.ts"),
    import("./builds.ts"),
    import("../store.ts"),
    import("../whole.ts"),
  ]);
  const bound = boundBucket();
  if (!bound || !existsSync(ARCHIVE)) return;
  writeWhole(join(ARCHIVE, ".assetsignore"), [Buffer.from("*\n")]);
  const isDeploying = command === "deploy" || command === "versions upload";
  if (!isDeploying || process.env.BROADSHEET_DRY_RUN || isNoted(bound.bucket)) return;
  console.error(
    `${WRANGLER}: a bucket "${bound.bucket}" that has this archive; found that it was not uploaded: \`npm run publish:r2\` does that, and \`npm run deploy\` does so first`,
  );
  process.exitCode = 1;
}
