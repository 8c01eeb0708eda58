import { rmSync } from "node:fs";
import { cp, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Running, serve } from "../bench/workerd.ts";
import { run } from "./run.ts";

/** The same publication deployed twice: as the seeds stand, and with one more article. */
export interface Deployments {
  readonly before: string;
  readonly after: string;
  readonly close: () => Promise<void>;
}

const ROOT = join(import.meta.dirname, "../..");
const COPIED = ["src", "seeds", "package.json", "tsconfig.json", "wrangler.toml"];
const MINUTE = 60_000;

/** Newer than all others, on a topic of the bundled seeds. Its date is before readers subscribe, as that of an article which names a day alone. */
const seedAt = (moment: number): string => `---
title: One more & "newest" article
date: ${new Date(moment).toISOString()}
language: en
topics: [http]
---
It came after the reader had subscribed & was told of <em>once</em>.
`;

/** Builds a copy of the project, serves it, adds an article to it, and serves that beside it. */
export async function deployTwice(): Promise<Deployments> {
  const folder = await copied();
  const before = await deploy(folder);
  await writeFile(join(folder, "seeds/one-more.md"), seedAt(Date.now() - MINUTE));
  const after = await deploy(folder);
  const close = async () => {
    before.stop();
    after.stop();
    await rm(folder, { recursive: true });
  };
  return { before: before.url, after: after.url, close };
}

/** A copy of the project in a folder of its own, whose seeds may be changed. */
export async function copied(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-deployed-"));
  for (const name of COPIED) await cp(join(ROOT, name), join(folder, name), { recursive: true });
  await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Builds a copy's seeds, and serves them with the files beside them, whatever becomes of the copy. */
export async function deploy(folder: string): Promise<Running> {
  await run([process.execPath, "src/build/index.ts"], folder);
  const assets = await mkdtemp(join(tmpdir(), "broadsheet-assets-"));
  await cp(join(folder, "src/generated/archive"), assets, { recursive: true });
  const running = await serve("src/index.ts", { root: folder, assets });
  const stop = () => {
    running.stop();
    rmSync(assets, { recursive: true });
  };
  return { ...running, stop };
}
