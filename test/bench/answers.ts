import { type IncomingHttpHeaders, request } from "node:http";
import autocannon from "autocannon";
import { median } from "./median.ts";
import { type Running, serve } from "./workerd.ts";

const ROUNDS = 5;
const SECONDS = 2;
const CONNECTIONS = 20;
const FEED = "/atom.xml";

type Row = Readonly<Record<string, string | number>>;
type Sent = Readonly<Record<string, string>>;

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Uint8Array;
}

/**
 * Requests per second of a feed with 50 entries, beside two bare Workers under the same workerd: one that returns the same
 * answer (status, headers, bytes) from constants, and one that returns the bytes with no headers but what they need.
 * Medians of alternating runs.
 */
export async function answers(): Promise<readonly Row[]> {
  const ours = await serve("test/bench/broadsheet.ts");
  try {
    const { headers } = await get(ours.url, {});
    const cases = {
      "200": {},
      "200 gzip": { "accept-encoding": "gzip" },
      "200 br": { "accept-encoding": "br" },
      "304": { "if-none-match": headers.etag ?? "" },
    };
    const rows: Row[] = [];
    for (const [name, sent] of Object.entries(cases)) rows.push(await compare(ours, name, sent));
    return rows;
  } finally {
    ours.stop();
  }
}

async function compare(ours: Running, name: string, sent: Sent): Promise<Row> {
  const { status, headers, bytes } = await get(ours.url, sent);
  const { "content-length": _, ...same } = headers;
  const needed = Object.fromEntries(
    ["content-type", "content-encoding"].flatMap((key) => (headers[key] ? [[key, headers[key]]] : [])),
  );
  const constant = (kept: object) =>
    serve("test/bench/bare.ts", { STATUS: String(status), HEADERS: JSON.stringify(kept), CONTENT: bytes });
  const [twin, bare] = [await constant(same), await constant(needed)];
  try {
    const rates = await alternating([ours, twin, bare], sent);
    const [own = 0, twins = 1, bares = 1] = rates;
    return {
      answer: name,
      bytes: bytes.length,
      "requests/s": Math.round(own),
      "same answer": Math.round(twins),
      ratio: (own / twins).toFixed(3),
      "no headers": Math.round(bares),
      "ratio to it": (own / bares).toFixed(3),
    };
  } finally {
    twin.stop();
    bare.stop();
  }
}

async function alternating(workers: readonly Running[], sent: Sent): Promise<readonly number[]> {
  const rates = workers.map((): number[] => []);
  for (let round = 0; round <= ROUNDS; round++)
    for (const [i, { url }] of workers.entries()) {
      const rate = await rateOf(url, sent);
      if (round > 0) rates[i]?.push(rate); // The first round warms up.
    }
  return rates.map(median);
}

async function rateOf(url: string, headers: Sent): Promise<number> {
  const result = await autocannon({
    url: url + FEED,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: { ...headers },
  });
  return result.requests.average;
}

/** An answer as it goes over the wire: `fetch` would decode it. */
function get(url: string, headers: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url + FEED, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes: Buffer.concat(chunks),
        }),
      );
    });
    sent.on("error", reject).end();
  });
}
