/** Tells what the built publication lacks for each aggregator; fails only where a document itself is malformed. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { inShards } from "../archive/library.ts";
import { bundledIn } from "../bundled.ts";
import { inMemory } from "../feeds/in-memory.ts";
import { lint, reportOf } from "./lint.ts";
import { ARCHIVE } from "./store.ts";
import { bundleAt, MODULE } from "./write.ts";

const { publication, archive, newest, articles } = bundledIn(bundleAt(MODULE));
const root = archive();
const library = root
  ? inShards({ publication, root, newest: newest() }, fileNamed)
  : inMemory(publication, articles());
const linted = await lint({ publication, library }, Date.now());
for (const line of reportOf(linted)) console.log(line);
if (linted.malformed.length > 0) process.exitCode = 1;

/** A file of the archive, as the Worker reads it. */
async function fileNamed(name: string): Promise<Uint8Array | undefined> {
  const path = join(ARCHIVE, name);
  return existsSync(path) ? readFile(path) : undefined;
}
