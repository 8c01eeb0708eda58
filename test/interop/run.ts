import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MODULES = join(import.meta.dirname, "../../node_modules");

/** Runs a program at home in a folder, without a proxy of this machine's; what it prints, or an error that says why it failed. */
export function run(
  command: readonly [string, ...string[]],
  folder: string,
  input: string = "",
): Promise<string> {
  const [program, ...args] = command;
  const options = { cwd: folder, env: environmentIn(folder), timeout: 60_000, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, options, (error, printed, complaint) =>
      error ? reject(new Error(complaint.trim() || error.message)) : resolve(printed),
    );
    // A program that is missing or ends early leaves nobody to listen.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}

/** What a program sees that is at home in a folder. */
export const environmentIn = (folder: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: folder,
  LANG: "C.UTF-8",
  no_proxy: "127.0.0.1",
});

/** The first version number that a command prints. */
export const versionOf = async (command: readonly [string, ...string[]]): Promise<string> =>
  /\d+(?:\.\d+)+/.exec(await run(command, tmpdir()))?.[0] ?? "of unknown version";

/** The version of an npm package that is installed. */
export const packageVersion = async (name: string): Promise<string> =>
  (JSON.parse(await readFile(join(MODULES, name, "package.json"), "utf8")) as { readonly version: string })
    .version;
