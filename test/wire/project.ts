import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { invent, publicationToml, seedOf } from "../bench/seeds.ts";
import { copyProject } from "../copied.ts";

/** A copy of this project with seeds of its own, built; until the tests of a file are over. */
export interface Project {
  readonly path: string;
  readonly configPath: string;
  /** Where the archive's files are. */
  readonly archive: string;
  readonly build: () => string;
}

/** `facts` stand in its publication's file, before any table; `entries` among them. */
export function projectOf(count: number, facts: string): Project {
  const path = mkdtempSync(join(tmpdir(), "broadsheet-project-"));
  // What wrangler started may outlive it for a moment, and write.
  afterAll(() => rmSync(path, { recursive: true, maxRetries: 10 }));
  copyProject(path);
  mkdirSync(join(path, "seeds"));
  writeFileSync(join(path, "seeds/publication.toml"), `${facts}\n${withoutEntries(publicationToml())}`);
  for (const [i, article] of invent(count).entries())
    writeFileSync(join(path, `seeds/${String(i).padStart(5, "0")}.txt`), seedOf(article));
  const configPath = join(path, "wrangler.toml");
  const build = () =>
    execFileSync(process.execPath, ["src/build/index.ts"], {
      cwd: path,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  build();
  return { path, configPath, archive: join(path, "src/generated/archive"), build };
}

const withoutEntries = (toml: string): string => toml.replace(/^entries = .*\n/m, "");
