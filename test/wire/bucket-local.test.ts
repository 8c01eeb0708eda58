/** A bucket without an account: the local one, and what wrangler itself makes of a project that binds it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boundProject, run, uploadedIn } from "./bucket.ts";

const project = boundProject(120);
// As under `npm start`, where the build leaves the files to be assets.
project.build();
const WRANGLER = resolve("node_modules/wrangler/bin/wrangler.js");
const env = { WRANGLER_SEND_METRICS: "false", NO_COLOR: "1" };
const wrangler = spawn(process.execPath, [WRANGLER, "dev", "--port", "0", "--inspector-port", "0"], {
  cwd: project.path,
  env: { ...process.env, ...env },
  stdio: ["ignore", "pipe", "ignore"],
});
let origin = "";

beforeAll(async () => {
  for await (const line of createInterface(wrangler.stdout)) {
    origin = /Ready on (\S+)/.exec(line)?.[1]?.replace("localhost", "127.0.0.1") ?? "";
    if (origin) return;
  }
}, 120_000);
afterAll(async () => {
  wrangler.kill();
  await once(wrangler, "exit");
});

const status = async (path: string) => (await fetch(origin + path)).status;

/** What the Worker has not read before can then come from nowhere but the bucket. */
function removeFiles() {
  for (const name of readdirSync(project.archive)) rmSync(join(project.archive, name));
}

test("`wrangler dev` needs no bucket that is filled, and serves from one that is", async () => {
  expect(await status("/archive/1/rss.xml")).toBe(200);
  removeFiles();
  expect([await status("/rss.xml"), await status("/feeds.opml")]).toEqual([200, 503]);
  const publish = () => run(project.path, ["src/build/bucket/index.ts", "--local"], env);
  const [uploaded] = uploadedIn(await publish());
  expect(uploaded).toBeGreaterThan(10);
  expect(uploadedIn(await publish())).toEqual([0, uploaded]);
  removeFiles();
  for (const path of ["/feeds.opml", "/topics/politics/atom.xml", "/search?q=the"])
    expect([path, await status(path)]).toEqual([path, 200]);
});

test("wrangler does not deploy before the archive is in Cloudflare's bucket, but bundles", async () => {
  project.build();
  appendFileSync(project.configPath, '\n[build]\ncommand = "npm run --silent build"\n');
  const dryRun = (args: readonly string[]) =>
    run(project.path, [WRANGLER, "deploy", "--dry-run", ...args], env);
  const refused = await dryRun([]);
  expect(refused.status).toBe(1);
  expect(refused.out + refused.complaints).toContain("`npm run publish:r2` does that");
  const bundled = await dryRun(["--env-file", resolve("src/build/bucket/dry-run.env")]);
  expect([bundled.status, bundled.out]).toEqual([0, expect.stringContaining("env.ARCHIVE")]);
});
