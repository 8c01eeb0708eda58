import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Debian's Chromium. */
export function chromiumPath(): string {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, "chromium");
    if (isProgram(path)) return path;
  }
  throw new Error("Chromium is missing. On Debian: apt-get install --no-install-recommends chromium");
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // There is none there.
  }
}

/** Chromium has no sandbox for root. */
export const isSandboxed = (): boolean => process.getuid?.() !== 0;
