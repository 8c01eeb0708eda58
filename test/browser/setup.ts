import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { TestProject } from "vitest/node";
import type { Running } from "../bench/workerd.ts";
import { copied, deploy } from "../interop/deployments.ts";
import { HOSTILE } from "./hostile-seeds.ts";
import type { Seeds } from "./publication.ts";
import { VARIED } from "./varied-seeds.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the real Worker serves the bundled seeds. */
    readonly bundled: string;
    /** Where it serves articles of every kind, on three pages. */
    readonly varied: string;
    /** Where it serves seeds that mean harm. */
    readonly hostile: string;
  }
}

/** Serves each publication by workerd while the tests run. */
export async function setup({ provide }: TestProject): Promise<() => void> {
  const served: Running[] = [];
  const stop = () => {
    for (const one of served) one.stop();
  };
  try {
    for (const [name, seeds] of [["bundled"], ["varied", VARIED], ["hostile", HOSTILE]] as const) {
      const one = await deployed(seeds);
      served.push(one);
      provide(name, one.url);
    }
  } catch (error) {
    stop(); // Nobody else knows of them.
    throw error;
  }
  return stop;
}

/** The project's own seeds, or others in their place. */
async function deployed(seeds?: Seeds): Promise<Running> {
  const folder = await copied();
  try {
    if (seeds) await rm(join(folder, "seeds"), { recursive: true });
    for (const [name, text] of Object.entries(seeds ?? {})) {
      const file = join(folder, "seeds", name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    return await deploy(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
