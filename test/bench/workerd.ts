import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A Worker that listens on loopback. */
export interface Running {
  readonly url: string;
  readonly stop: () => void;
  /** Milliseconds of `performance.now` at which its process was started. */
  readonly began: number;
  /** Its script as it was bundled. */
  readonly script: string;
  readonly pid: number;
}

const DATE = "2026-11-01";
const SCRIPT = "worker.js";
const ROOT = join(import.meta.dirname, "../..");

/**
 * The program itself: `workerd` on the PATH is a script that runs it where the package's install script was refused, and that
 * hands on neither the control pipe nor a signal. Its package is wrangler's.
 */
function program(): string {
  const { resolve } = createRequire(import.meta.url);
  const { default: path } = createRequire(resolve("wrangler/package.json"))("workerd") as { default: string };
  return path;
}

/** Bundles a Worker as a deploy would, and serves it by workerd alone, without wrangler between. `data` are its bindings; `root` is the project's folder; `assets` that of its static assets. */
export async function serve(
  entry: string,
  data: Readonly<Record<string, string | Uint8Array>> = {},
  root: string = ROOT,
  assets?: string,
): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-bench-"));
  const remove = () => rmSync(folder, { recursive: true });
  try {
    const script = bundleOf(entry, root);
    writeFileSync(join(folder, SCRIPT), script);
    const bindings = Object.entries(data).map(([name, value]) => bindingOf(folder, name, value));
    const config = join(folder, "config.capnp");
    writeFileSync(config, configOf(bindings, assets));
    const began = performance.now();
    const { port, kill, pid } = await listen(config);
    const stop = () => {
      kill();
      remove();
    };
    return { url: `http://127.0.0.1:${port}`, stop, began, script, pid };
  } catch (error) {
    remove(); // Nobody else knows of it yet.
    throw error;
  }
}

const bundles = new Map<string, string>();

/** Bundled once, but for a project elsewhere, whose articles may change. */
function bundleOf(entry: string, root: string): string {
  if (root !== ROOT) return bundled(entry, root);
  const bundle = bundles.get(entry) ?? bundled(entry, root);
  bundles.set(entry, bundle);
  return bundle;
}

function bundled(entry: string, root: string): string {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-bench-"));
  try {
    execFileSync(
      "wrangler",
      ["deploy", entry, "--config", "wrangler.toml", "--dry-run", "--outdir", folder],
      {
        cwd: root,
        stdio: "pipe",
        env: { ...process.env, WRANGLER_SEND_METRICS: "false" },
      },
    );
    const script = readdirSync(folder).find((file) => file.endsWith(".js")) ?? "";
    return readFileSync(join(folder, script), "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Starts workerd, and waits until it says on which port it listens. */
async function listen(
  config: string,
): Promise<{ readonly port: number; readonly kill: () => void; readonly pid: number }> {
  const child = spawn(program(), ["serve", config, "--control-fd=3"], {
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  const control = child.stdio[3];
  if (!control) throw new Error("workerd has no control pipe");
  const ended = once(child, "exit").then(([status]) => {
    throw new Error(`workerd ended with ${status} before it listened`);
  });
  const [line] = (await Promise.race([once(control, "data"), ended])) as [Buffer];
  ended.catch(() => {}); // Later it ends because it was told to.
  const { port } = JSON.parse(line.toString().split("\n")[0] ?? "") as { port: number };
  return { port, kill: () => child.kill(), pid: child.pid ?? 0 };
}

function bindingOf(folder: string, name: string, value: string | Uint8Array): string {
  if (typeof value === "string") return `(name = "${name}", text = ${JSON.stringify(value)})`;
  writeFileSync(join(folder, `${name}.bin`), value);
  return `(name = "${name}", data = embed "${name}.bin")`;
}

const configOf = (
  bindings: readonly string[],
  assets: string | undefined,
) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [${assets ? `(name = "assets", disk = (path = ${JSON.stringify(assets)})), ` : ""}(name = "main", worker = (
    modules = [(name = "worker", esModule = embed "${SCRIPT}")],
    bindings = [${[...bindings, ...(assets ? ['(name = "ASSETS", service = "assets")'] : [])].join(", ")}],
    compatibilityDate = "${DATE}",
  ))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`;
