import { type Browser, chromium } from "playwright-core";
import { chromiumPath, isSandboxed } from "../chromium.ts";

/** Debian's Chromium, without a window. */
export const launched = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), chromiumSandbox: isSandboxed() });
