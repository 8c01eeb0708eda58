import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Copies what of this project a build and a bundle need into a folder: its code and packages, with a cache of its own and no seeds. */
export function copyProject(folder: string): void {
  copyCode(folder);
  for (const name of ["package.json", "package-lock.json", "tsconfig.json"]) cpSync(name, join(folder, name));
  const packages = join(folder, "node_modules");
  mkdirSync(packages);
  for (const name of readdirSync("node_modules"))
    if (name !== ".cache") symlinkSync(resolve("node_modules", name), join(packages, name));
  writeFileSync(join(folder, "wrangler.toml"), unbuilt(readFileSync("wrangler.toml", "utf8")));
}

/** Its code alone, in place of an earlier one. */
export function copyCode(folder: string): void {
  cpSync("src", join(folder, "src"), { recursive: true, filter: (from) => !from.endsWith("generated") });
}

/** Who uses a copy builds it when they want to. */
const unbuilt = (toml: string): string =>
  toml.replace(/\[build\]\n(?:.+\n)+/, "").replace(/^"\$schema".*\n/, "");
