import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that came by, and how it was answered. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly status: number;
}

export interface RecordingProxy {
  readonly url: string;
  /** What came by since this was last asked. */
  readonly taken: () => readonly Exchange[];
  /** From now on, another Worker answers. */
  readonly turnTo: (worker: string) => void;
  readonly close: () => void;
}

/** Stands between readers and the Worker, on loopback, and changes nothing. */
export async function recordingProxy(worker: string): Promise<RecordingProxy> {
  const seen: Exchange[] = [];
  let target = worker;
  const server = createServer((asked, answered) => {
    const { method = "", url: path = "", headers } = asked;
    const passed = request(new URL(path, target).href, { method, headers }, (got) => {
      const status = got.statusCode ?? 502;
      seen.push({ method, path, headers, status });
      answered.writeHead(status, got.headers);
      got.pipe(answered);
    });
    passed.on("error", (error) => answered.writeHead(502).end(error.message));
    asked.pipe(passed);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    taken: () => seen.splice(0),
    turnTo(other) {
      target = other;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
