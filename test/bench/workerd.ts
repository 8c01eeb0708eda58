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
  /** What was bundled: its script, and the files beside it. */
  readonly modules: Modules;
  readonly pid: number;
  /** The address of V8's inspector, where it was asked for. */
  readonly inspector?: string;
}

/** By their names, the script first. */
export type Modules = ReadonlyMap<string, Uint8Array>;

/** What a Worker is served with. */
export interface Served {
  /** Its bindings. */
  readonly data?: Readonly<Record<string, string | Uint8Array>>;
  /** The project's folder; this one unless set. */
  readonly root?: string;
  /** The folder of its static assets. */
  readonly assets?: string;
  readonly isInspected?: boolean;
  /** What was bundled before; bundled now unless set. */
  readonly modules?: Modules;
}

const DATE = "2026-11-01";
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

/** Serves a Worker as a deploy would bundle it, by workerd alone, without wrangler between. */
export async function serve(
  entry: string,
  { data = {}, root = ROOT, assets, isInspected = false, modules = bundleOf(entry, root) }: Served = {},
): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-bench-"));
  const remove = () => rmSync(folder, { recursive: true });
  try {
    for (const [name, bytes] of modules) writeFileSync(join(folder, name), bytes);
    const bindings = Object.entries(data).map(([name, value]) => bindingOf(folder, name, value));
    const config = join(folder, "config.capnp");
    writeFileSync(config, configOf([...modules.keys()], bindings, assets));
    const began = performance.now();
    const { url, kill, pid, inspector } = await listen(config, isInspected);
    const stop = () => {
      kill();
      remove();
    };
    return { url, stop, began, modules, pid, ...(inspector && { inspector }) };
  } catch (error) {
    remove(); // Nobody else knows of it yet.
    throw error;
  }
}

const bundles = new Map<string, Modules>();

/** Bundles a Worker: once, but for a project elsewhere, whose articles may change. */
export function bundleOf(entry: string, root: string): Modules {
  if (root !== ROOT) return bundled(entry, root);
  const bundle = bundles.get(entry) ?? bundled(entry, root);
  bundles.set(entry, bundle);
  return bundle;
}

function bundled(entry: string, root: string): Modules {
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
    const names = readdirSync(folder).filter((name) => /\.(?:js|bin)$/.test(name));
    const ordered = names.sort((a, b) => Number(b.endsWith(".js")) - Number(a.endsWith(".js")));
    return new Map(ordered.map((name) => [name, readFileSync(join(folder, name))]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Starts workerd, and waits until it says on which ports it listens. */
async function listen(config: string, isInspected: boolean) {
  const more = isInspected ? ["--inspector-addr=127.0.0.1:0"] : [];
  const child = spawn(program(), ["serve", config, "--control-fd=3", ...more], {
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  const control = child.stdio[3];
  if (!control) throw new Error("workerd has no control pipe");
  const ended = once(child, "exit").then(([status]) => {
    throw new Error(`workerd ended with ${status} before it listened`);
  });
  ended.catch(() => {}); // Later it ends because it was told to.
  const ports = new Map<string, number>();
  for (let said = ""; !ports.has("http") || (isInspected && !ports.has("inspector")); ) {
    const [some] = (await Promise.race([once(control, "data"), ended])) as [Buffer];
    said += some.toString();
    for (const line of said.split("\n").slice(0, -1)) {
      const { event, socket, port } = JSON.parse(line) as Told;
      ports.set(event === "listen-inspector" ? "inspector" : (socket ?? ""), port);
    }
  }
  const address = (name: string) => `127.0.0.1:${ports.get(name)}`;
  return {
    url: `http://${address("http")}`,
    kill: () => child.kill(),
    pid: child.pid ?? 0,
    ...(isInspected && { inspector: `ws://${address("inspector")}/main` }),
  };
}

/** A line of workerd's control pipe. */
interface Told {
  readonly event: string;
  readonly socket?: string;
  readonly port: number;
}

function bindingOf(folder: string, name: string, value: string | Uint8Array): string {
  if (typeof value === "string") return `(name = "${name}", text = ${JSON.stringify(value)})`;
  writeFileSync(join(folder, `${name}.bin`), value);
  return `(name = "${name}", data = embed "${name}.bin")`;
}

const moduleOf = (name: string): string =>
  `(name = "${name}", ${name.endsWith(".js") ? "esModule" : "data"} = embed "${name}")`;

const configOf = (
  modules: readonly string[],
  bindings: readonly string[],
  assets: string | undefined,
) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [${assets ? `(name = "assets", disk = (path = ${JSON.stringify(assets)})), ` : ""}(name = "main", worker = (
    modules = [${modules.map(moduleOf).join(", ")}],
    bindings = [${[...bindings, ...(assets ? ['(name = "ASSETS", service = "assets")'] : [])].join(", ")}],
    compatibilityDate = "${DATE}",
  ))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`;
