import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import lighthouse, { desktopConfig } from "lighthouse";
import { chromiumPath, isSandboxed } from "../chromium.ts";

/** What Lighthouse judges by. */
export const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
export type Category = (typeof CATEGORIES)[number];

export const DEVICES = ["mobile", "desktop"] as const;
export type Device = (typeof DEVICES)[number];

/** A page's scores, from 0 to 1, and each audit that it does not pass. */
export interface Audited {
  readonly scores: Readonly<Partial<Record<Category, number>>>;
  readonly failed: readonly string[];
}

export interface Lighthouse {
  readonly audit: (url: string, device: Device, categories: readonly Category[]) => Promise<Audited>;
  readonly close: () => Promise<void>;
}

/** Lighthouse with a Chromium of its own. */
export async function openLighthouse(): Promise<Lighthouse> {
  const profile = await mkdtemp(join(tmpdir(), "broadsheet-lighthouse-"));
  const flags = [
    "--headless=new",
    "--remote-debugging-port=0",
    `--user-data-dir=${profile}`,
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    ...(isSandboxed() ? [] : ["--no-sandbox"]),
  ];
  const chromium = spawn(chromiumPath(), [...flags, "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise<void>((resolve) => chromium.once("exit", () => resolve()));
  const close = async () => {
    chromium.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const port = await portOf(chromium);
    return { audit: (url, device, categories) => audited(url, device, categories, port), close };
  } catch (error) {
    await close(); // Nobody else knows of it yet.
    throw error;
  }
}

/** On which port it listens: the first thing that it says. */
async function portOf({ stderr }: ChildProcess): Promise<number> {
  if (!stderr) throw new Error("Chromium has no pipe for what it says");
  for await (const line of createInterface({ input: stderr })) {
    const [, port] = /^DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(line) ?? [];
    if (port) return Number(port);
  }
  throw new Error("Chromium ended before it listened");
}

async function audited(
  url: string,
  device: Device,
  categories: readonly Category[],
  port: number,
): Promise<Audited> {
  const flags = { port, logLevel: "error" as const, onlyCategories: [...categories] };
  const result = await lighthouse(url, flags, device === "desktop" ? desktopConfig : undefined);
  if (!result) throw new Error(`Lighthouse has nothing to say of ${url}`);
  const { lhr } = result;
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const isFailed = ({ score }: { readonly score: number | null }) => score !== null && score < 1;
  return {
    scores: Object.fromEntries(categories.map((name) => [name, lhr.categories[name]?.score ?? 0])),
    failed: Object.values(lhr.audits)
      .filter(isFailed)
      .map(({ id, title }) => `${id}: ${title}`),
  };
}
