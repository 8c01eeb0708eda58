/** `npm run publish:r2`: builds, and uploads what the bucket of the archive lacks. Ends with status 1 where it cannot. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { ARCHIVE } from "../store.ts";
import { saidBy } from "../whole.ts";
import { type Bound, boundBucket, WRANGLER } from "./bound.ts";
import { type Bucket, fault, isFault } from "./bucket.ts";
import { note, removeUnnamed } from "./builds.ts";

const ENVIRONMENT = ".env";
const BUILD = "src/build/index.ts";
const DAY = 86_400_000;

interface Asked {
  /** The local bucket of `wrangler dev`, not Cloudflare's. */
  readonly local: boolean;
  /** Nothing is to be done, and nothing is wrong, where no bucket is bound. */
  readonly ifBound: boolean;
  readonly removeAfter?: number;
}

const OPTIONS = {
  local: { type: "boolean", default: false },
  "if-bound": { type: "boolean", default: false },
  "remove-after": { type: "string" },
} as const;

function askedIn(args: string[]): Asked {
  const { local, "if-bound": ifBound, "remove-after": days } = parsed(args);
  if (days === undefined) return { local, ifBound };
  if (!/^\d+$/.test(days)) throw fault("--remove-after", "a number of days, such as 30", days);
  return { local, ifBound, removeAfter: Number(days) };
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    // Node says which option it was.
    throw fault("publish:r2", "--local, --remove-after 30, or neither", saidBy(error));
  }
}

async function publish({ local, ifBound, removeAfter }: Asked): Promise<void> {
  const bound = boundBucket();
  if (!bound && ifBound) return;
  if (!bound) throw fault(WRANGLER, 'a bucket that is bound as "ARCHIVE" (README, Many articles)', "none");
  const { bucket, close } = local ? await ofWrangler() : await ofCloudflare(bound);
  try {
    if (!isBuilt()) return;
    const list = await uploadAll(bucket, local ? `${bound.bucket} (local)` : bound.bucket);
    if (!local) note(bound.bucket, list);
    if (removeAfter !== undefined) await removeOld(bucket, removeAfter);
  } finally {
    await close();
  }
}

/** Builds in a process of its own, whose memory is free again before anything is uploaded; it says what is wrong with the seeds. */
function isBuilt(): boolean {
  const env = { ...process.env, WRANGLER_COMMAND: "deploy" }; // It then reads the files that it finds.
  const { status } = spawnSync(process.execPath, [BUILD], { stdio: "inherit", env });
  process.exitCode = status ?? 1;
  return status === 0;
}

/** What is not needed is not loaded: wrangler alone takes seconds. */
const ofWrangler = async () => (await import("./local.ts")).localBucket();

async function ofCloudflare(bound: Bound) {
  if (existsSync(ENVIRONMENT)) process.loadEnvFile(ENVIRONMENT);
  const { keysIn, overS3 } = await import("./s3.ts");
  return { bucket: overS3(bound, keysIn(process.env, bound)), close: async () => {} };
}

/** Tells what the list of the files is called. */
async function uploadAll(bucket: Bucket, name: string): Promise<string> {
  const [{ upload }, { uploadsOn }] = await Promise.all([import("./upload.ts"), import("./shown.ts")]);
  const began = performance.now();
  const { tell, end } = uploadsOn(process.stderr, process.env);
  try {
    const { files, bytes, asBefore, list } = await upload(ARCHIVE, bucket, tell);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const megabytes = (bytes / 1e6).toFixed(1);
    console.log(
      `bucket ${name}: ${files} files of ${megabytes} MB uploaded in ${seconds} s, ${asBefore} as before`,
    );
    return list;
  } finally {
    end();
  }
}

async function removeOld(bucket: Bucket, days: number): Promise<void> {
  const removed = await removeUnnamed(bucket, ARCHIVE, new Date(Date.now() - days * DAY));
  console.log(
    `${removed} files removed: neither this build nor the one before names them, nor any that was in use in the last ${days} days`,
  );
}

try {
  await publish(askedIn(process.argv.slice(2)));
} catch (error) {
  if (!isFault(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
