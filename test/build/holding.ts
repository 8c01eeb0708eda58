import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

const ALONE = join(import.meta.dirname, "../../src/build/lock.ts");

/** Another process that has the lock at a path, until it is released or the test is over. */
export async function holding(path: string): Promise<() => void> {
  mkdirSync(dirname(path), { recursive: true });
  const holder = `import { alone } from ${JSON.stringify(ALONE)};
await alone(${JSON.stringify(path)}, () => {}, () => new Promise((end) => {
  console.log("held");
  process.stdin.once("data", end);
}));
process.exit();`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", holder], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill());
  await once(child.stdout, "data");
  return () => void child.stdin.write("end\n");
}
