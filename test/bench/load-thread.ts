/** Makes load, in a thread of its own: what else the benchmark does must not delay it. */
import { parentPort, workerData } from "node:worker_threads";
import autocannon from "autocannon";
import { type Asked, type Given, KINDS, type KindName, pick, pickKind, type Told } from "./load-mix.ts";
import { randomFrom } from "./seeds.ts";

/** What is asked, and how. */
export interface Load {
  readonly url: string;
  readonly told: Told;
  readonly connections: number;
  readonly seconds: number;
}

/** What came of one kind of request. */
export interface Answered {
  readonly statuses: Map<number, number>;
  /** Milliseconds. */
  readonly times: number[];
}

/** What came of all. */
export interface Outcome {
  readonly answered: ReadonlyMap<KindName, Answered>;
  /** Connections that broke, and requests that were not answered in time. */
  readonly errors: number;
  readonly timeouts: number;
  /** Of what was answered with a status of 500 and above, the first few. */
  readonly failures: readonly string[];
  readonly seconds: number;
}

/** Seconds beyond the end for which an answer is waited for: that some connections wait for long is not the Worker's fault. */
const LONGER = 60;
const FAILURES = 20;
/** So many of what an address gave are remembered: a reader that was away for long has an old one. */
const REMEMBERED = 50;

const { url, told, connections, seconds } = workerData as Load;
const random = randomFrom(connections);
const known = new Map<string, Given[]>();
const answered = new Map<KindName, Answered>();
const failures: string[] = [];

const given = (path: string): Given | undefined => pick(known.get(path) ?? [], random);

function remember(path: string, etag: string, modified: string): void {
  const all = known.get(path) ?? [];
  known.set(path, all);
  if (all.at(-1)?.etag === etag) return;
  all.push({ etag, modified });
  if (all.length > REMEMBERED) all.shift();
}

const headerIn = (headers: Readonly<Record<string, unknown>>, name: string): string =>
  String(Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? "");

/** Each connection asks what comes to its mind, and then waits for the answer. */
function converse(client: autocannon.Client): void {
  let kind: KindName = "feed";
  let path = "";
  const ask = (request: autocannon.Request): autocannon.Request => {
    kind = pickKind(random);
    const { method = "GET", headers = {}, ...asked }: Asked = KINDS[kind].ask(told, random, given);
    path = asked.path;
    return { ...request, method, path, headers: { ...headers } };
  };
  client.setRequests([
    {
      setupRequest: ask,
      onResponse(status, _body, _context, headers) {
        if (status === 200 && kind === "feed")
          remember(path, headerIn(headers ?? {}, "etag"), headerIn(headers ?? {}, "last-modified"));
        if (status >= 500 && failures.length < FAILURES) failures.push(`${status} ${kind}: ${path}`);
      },
    },
  ]);
  client.on("response", (status: number, _bytes: number, milliseconds: number) => {
    const row: Answered = answered.get(kind) ?? { statuses: new Map(), times: [] };
    answered.set(kind, row);
    row.statuses.set(status, (row.statuses.get(status) ?? 0) + 1);
    row.times.push(milliseconds);
  });
}

const { errors, timeouts, duration } = await autocannon({
  url,
  connections,
  duration: seconds,
  timeout: seconds + LONGER,
  setupClient: converse,
});
const outcome: Outcome = { answered, errors, timeouts, failures, seconds: duration };
parentPort?.postMessage(outcome);
