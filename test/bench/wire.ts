import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** An answer as it came: all bytes of status line, headers and body, framing included. */
export interface Received {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly bytes: number;
  readonly headBytes: number;
  readonly body: Buffer;
}

export interface Wire {
  readonly get: (path: string, headers: Readonly<Record<string, string>>) => Promise<Received>;
  readonly close: () => void;
}

const END_OF_HEAD = "\r\n\r\n";
const END_OF_CHUNKS = "0\r\n\r\n";

/** A connection that is kept open, by which one request at a time is sent and every byte of its answer counted. */
export async function openWire(url: string): Promise<Wire> {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  return {
    async get(path, headers) {
      const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.write(`GET ${path} HTTP/1.1\r\n${lines.join("")}\r\n`);
      return received(socket);
    },
    close: () => socket.destroy(),
  };
}

async function received(socket: Socket): Promise<Received> {
  let bytes = Buffer.alloc(0);
  for (;;) {
    const [chunk] = (await once(socket, "data")) as [Buffer];
    bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk]);
    const answer = complete(bytes);
    if (answer) return answer;
  }
}

/** The answer, where all of it is there. */
function complete(bytes: Buffer): Received | undefined {
  const end = bytes.indexOf(END_OF_HEAD);
  if (end < 0) return undefined;
  const [statusLine = "", ...lines] = bytes.subarray(0, end).toString("latin1").split("\r\n");
  const headers = new Map(
    lines.map((line) => [
      line.split(":", 1)[0]?.toLowerCase() ?? "",
      line.slice(line.indexOf(":") + 1).trim(),
    ]),
  );
  const status = Number(statusLine.split(" ")[1]);
  const headBytes = end + END_OF_HEAD.length;
  const body = bytes.subarray(headBytes);
  const answer = { status, headers, bytes: bytes.length, headBytes, body };
  if (status === 304) return answer;
  if (headers.get("transfer-encoding") === "chunked")
    return body.subarray(-END_OF_CHUNKS.length).toString("latin1") === END_OF_CHUNKS ? answer : undefined;
  return body.length >= Number(headers.get("content-length")) ? answer : undefined;
}
