import { spawn } from "node:child_process";
import { once } from "node:events";

/** Runs one of the project's scripts; whether it succeeded. */
async function succeeds(script: string, args: readonly string[] = []): Promise<boolean> {
  const child = spawn("npm", ["run", "--silent", script, "--", ...args], { stdio: "inherit" });
  const [status] = (await once(child, "exit")) as [number | null];
  return status === 0;
}

/** The readers, or those that are named; where none is, the browser too, whatever became of the readers. */
const args = process.argv.slice(2);
const named = args.filter((word) => !word.startsWith("--"));
const readers = await succeeds("test:readers", args);
const browser = named.length > 0 || (await succeeds("test:browser"));
process.exitCode = readers && browser ? 0 : 1;
