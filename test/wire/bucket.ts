import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { overS3 } from "../../src/build/bucket/s3.ts";
import { type Project, projectOf } from "./project.ts";
import { served } from "./serve.ts";

export const BUCKET = "broadsheet-archive";
const KEYS = { accessKeyId: "a-key", secretAccessKey: "a-secret" };

/** How a script ended, and what it said. */
export interface Ended {
  readonly status: number;
  readonly out: string;
  readonly complaints: string;
}

/** The table as it is commented out in wrangler.toml. */
const SWITCH = ["[[r2_buckets]]", 'binding = "ARCHIVE"', `bucket_name = "${BUCKET}"`];

/** A project in whose wrangler.toml the bucket is switched on, local and empty; `dev` is said of it besides. */
export function boundProject(count: number, dev = ""): Project {
  const project = projectOf(count, "entries = 10\nbundled = 50");
  const off = SWITCH.map((line) => `# ${line}\n`).join("");
  const [before, after] = readFileSync(project.configPath, "utf8").split(off);
  if (after === undefined) throw new Error(`wrangler.toml: expected\n${off}`);
  writeFileSync(project.configPath, [before, ...SWITCH, dev, after].join("\n"));
  const { execPath, env } = process;
  // What `npm run build` does after a build: no file is to be an asset.
  execFileSync(execPath, [SETTLED], { cwd: project.path, env: { ...env, WRANGLER_COMMAND: "" } });
  return project;
}

const SETTLED = "src/build/bucket/settled.ts";
const PUBLISH = "src/build/bucket/index.ts";

/** Runs a script of a project's as npm does. */
export async function run(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  const options = { cwd, env: { ...process.env, CI: "true", ...env } };
  return promisify(execFile)(process.execPath, args, options).then(
    ({ stdout, stderr }) => ({ status: 0, out: stdout, complaints: stderr }),
    ({ code, stdout, stderr }) => ({ status: code, out: stdout, complaints: stderr }),
  );
}

/** A project that is served without assets, and its bucket by R2's S3 API, as Cloudflare's own local R2 speaks it. */
export function servedFromBucket(count: number) {
  const credentials = `{ accessKeyId = "${KEYS.accessKeyId}", secretAccessKey = "${KEYS.secretAccessKey}" }`;
  const project = boundProject(count, `local_dev = { experimental_s3_credentials = ${credentials} }`);
  const { origin, ask } = served(project.configPath);
  const endpoint = () => `${origin()}/cdn-cgi/local/r2/s3`;
  const environment = (): NodeJS.ProcessEnv => ({
    R2_ENDPOINT: endpoint(),
    R2_ACCESS_KEY_ID: KEYS.accessKeyId,
    R2_SECRET_ACCESS_KEY: KEYS.secretAccessKey,
  });
  return {
    project,
    ask,
    /** The bucket itself, at an address of R2's or at another that leads there, whose list comes in pages. */
    bucket: (address = endpoint()) => overS3({ bucket: BUCKET }, { endpoint: address, ...KEYS }, 7),
    endpoint,
    files: () => readdirSync(project.archive).filter((name) => name.endsWith(".jsonl")),
    publish: (args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) =>
      run(project.path, [PUBLISH, ...args], { ...environment(), ...env }),
    /** Begins to publish by another way. */
    publishing: (address: string): ChildProcess =>
      spawn(process.execPath, [PUBLISH], {
        cwd: project.path,
        env: { ...process.env, ...environment(), R2_ENDPOINT: address },
        stdio: "ignore",
      }),
    /** What the build says under `wrangler deploy`. */
    deploying: () => run(project.path, [SETTLED], { WRANGLER_COMMAND: "deploy" }),
  };
}

/** How many files were uploaded, and how many were there, by what `publish:r2` says. */
export function uploadedIn({ out, complaints }: Ended): readonly [uploaded: number, asBefore: number] {
  const [said, uploaded, asBefore] = / (\d+) files of .* uploaded in .* s, (\d+) as before/.exec(out) ?? [];
  if (!said) throw new Error(`nothing was uploaded: ${out}${complaints}`);
  return [Number(uploaded), Number(asBefore)];
}
