import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** A static file server on loopback with one feed, `/rss.xml`. */
export interface StaticServer {
  readonly url: string;
  /** Writes the file anew, as of a moment in milliseconds. */
  readonly write: (text: string, moment: number) => void;
  readonly stop: () => void;
}

/** Debian puts it where only root looks. */
const NGINX = "/usr/sbin/nginx";

/** Whether there is an nginx to compare with. */
export const hasNginx = (): boolean => spawnSync(NGINX, ["-v"]).status === 0;

/**
 * nginx with `gzip_static`: the file lies beside it compressed once, at the highest level. What Debian's own settings do would
 * be dearer: they compress HTML alone.
 */
export async function startNginx(): Promise<StaticServer> {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-nginx-"));
  const port = await freePort();
  writeFileSync(join(folder, "nginx.conf"), configOf(folder, port));
  const child = spawn(NGINX, ["-c", join(folder, "nginx.conf"), "-e", join(folder, "errors")], {
    stdio: "inherit",
  });
  await listening(port, child);
  return {
    url: `http://127.0.0.1:${port}`,
    write(text, moment) {
      const files = { "rss.xml": text, "rss.xml.gz": gzipSync(text, { level: 9 }) };
      for (const [name, content] of Object.entries(files)) {
        writeFileSync(join(folder, name), content);
        utimesSync(join(folder, name), moment / 1000, moment / 1000);
      }
    },
    stop() {
      child.kill();
      rmSync(folder, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}

async function listening(port: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const isUp = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (isUp) return;
  }
  throw new Error("nginx ended before it listened");
}

const configOf = (folder: string, port: number): string => `daemon off;
user root;
worker_processes 1;
pid ${folder}/pid;
events {}
http {
  types { application/rss+xml xml; }
  access_log off;
  keepalive_requests 1000000;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server { listen 127.0.0.1:${port}; root ${folder}; gzip_static on; }
}
`;
