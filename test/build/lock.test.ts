/** What a build that was killed left keeps no other from building. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { alone } from "../../src/build/lock.ts";

const { pid: ended } = spawnSync(process.execPath, ["-e", "0"]);

test.each([
  ["a process that has ended", ended],
  ["an earlier one with the number of this", process.pid],
])("a lock of %s", (_, pid) => {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-lock-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "building");
  writeFileSync(path, String(pid));
  expect(alone(path, () => existsSync(path))).toBe(true);
  expect(existsSync(path)).toBe(false);
});
