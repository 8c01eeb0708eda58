import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A Worker that listens on loopback. */
export interface Running {
  readonly url: string;
  readonly stop: () => void;
}

const DATE = "2026-11-01";

/** Bundles a Worker as a deploy would, and serves it by workerd alone, without wrangler between. `data` are its bindings. */
export async function serve(
  entry: string,
  data: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-bench-"));
  execFileSync("wrangler", ["deploy", entry, "--config", "wrangler.toml", "--dry-run", "--outdir", folder], {
    stdio: "pipe",
    env: { ...process.env, WRANGLER_SEND_METRICS: "false" },
  });
  const bundle = readdirSync(folder).find((file) => file.endsWith(".js")) ?? "";
  const bindings = Object.entries(data).map(([name, value]) => bindingOf(folder, name, value));
  const config = join(folder, "config.capnp");
  writeFileSync(config, configOf(bundle, bindings));
  const child = spawn("workerd", ["serve", config, "--control-fd=3"], {
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  const control = child.stdio[3];
  if (!control) throw new Error("workerd has no control pipe");
  const [line] = (await once(control, "data")) as [Buffer];
  const { port } = JSON.parse(line.toString().split("\n")[0] ?? "") as { port: number };
  const stop = () => {
    child.kill();
    rmSync(folder, { recursive: true });
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}

function bindingOf(folder: string, name: string, value: string | Uint8Array): string {
  if (typeof value === "string") return `(name = "${name}", text = ${JSON.stringify(value)})`;
  writeFileSync(join(folder, `${name}.bin`), value);
  return `(name = "${name}", data = embed "${name}.bin")`;
}

const configOf = (
  bundle: string,
  bindings: readonly string[],
) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [(name = "worker", esModule = embed "${bundle}")],
    bindings = [${bindings.join(", ")}],
    compatibilityDate = "${DATE}",
  ))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`;
