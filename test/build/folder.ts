import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { bundleAt, MODULE } from "../../src/build/write.ts";

const BUILD = resolve("src/build/index.ts");
/** What a build said, and how it ended. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  /** What it complained of, line by line. */
  readonly complaints: readonly string[];
}

/** A folder of seeds on a disk, until its test is over. */
export interface Folder {
  readonly path: string;
  readonly put: (seeds: Seeds) => void;
  readonly drop: (name: string) => void;
  readonly build: (environment?: Readonly<Record<string, string>>) => Promise<Ended>;
  /** The generated module ({@link moduleAt}); nothing where there is none. */
  readonly module: () => string | undefined;
  readonly modulePath: string;
  /** The files of its archive, by name, with the moment at which each was written. */
  readonly archive: () => ReadonlyMap<string, number>;
  readonly archivePath: string;
}

/** Files by their path below `seeds/`. */
export type Seeds = Readonly<Record<string, string | Uint8Array>>;

export const PUBLICATION = `id = "urn:uuid:5f0c9a52-6d0e-4c1b-9a55-3f6f3c1f7b10"
title = "The Tide"
language = "en"
since = 2024-06-19
[[topics]]
id = "tides"
title = "Tides"
words = ["tide*"]
`;

/** A good seed. */
export const note = (title: string, facts = ""): string =>
  `---\ntitle: ${title}\n${facts}\n---\nThe water comes in at noon.\n`;

/** A folder that holds a publication and these seeds. */
export function folderOf(seeds: Seeds): Folder {
  const path = mkdtempSync(join(tmpdir(), "broadsheet-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  const modulePath = join(path, MODULE);
  const archivePath = join(path, "src/generated/archive");
  const put = (files: Seeds) => {
    for (const [name, content] of Object.entries(files)) {
      const file = join(path, "seeds", name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  };
  put({ "publication.toml": PUBLICATION, ...seeds });
  return {
    path,
    put,
    drop: (name) => rmSync(join(path, "seeds", name)),
    build: (environment = {}) => run(path, environment),
    module: () => (existsSync(modulePath) ? moduleAt(modulePath) : undefined),
    modulePath,
    archive: () =>
      new Map(readdirSync(archivePath).map((name) => [name, statSync(join(archivePath, name)).mtimeMs])),
    archivePath,
  };
}

/** A module's text, and behind it the lines of the bundle that it names. */
export const moduleAt = (path: string): string =>
  `${readFileSync(path, "utf8")}\n${Buffer.from(bundleAt(path)).toString()}`;

/** Starts a build, ends it after so many milliseconds, and waits until it is gone. */
export async function killed({ path }: Folder, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [BUILD], { cwd: path, stdio: "ignore" });
  const gone = once(child, "exit");
  await Promise.race([gone, setTimeout(milliseconds)]);
  child.kill("SIGKILL");
  await gone;
}

function run(cwd: string, environment: Readonly<Record<string, string>>): Promise<Ended> {
  const { WRANGLER_COMMAND: _, ...env } = process.env;
  const child = spawn(process.execPath, [BUILD], { cwd, env: { ...env, ...environment } });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.on("data", (data) => out.push(String(data)));
  child.stderr.on("data", (data) => err.push(String(data)));
  return new Promise((ended) => {
    child.on("close", (status) =>
      ended({ status, out: out.join(""), complaints: err.join("").trim().split("\n").filter(Boolean) }),
    );
  });
}
