import { type IncomingHttpHeaders, request } from "node:http";
import autocannon from "autocannon";
import { median } from "./median.ts";
import { type Running, serve } from "./workerd.ts";

/** How long to measure. */
export interface Effort {
  readonly rounds: number;
  readonly seconds: number;
}

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
export async function answers(effort: Effort): Promise<readonly Row[]> {
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
    for (const [name, sent] of Object.entries(cases)) rows.push(await compare(ours, name, sent, effort));
    return rows;
  } finally {
    ours.stop();
  }
}

async function compare(ours: Running, name: string, sent: Sent, effort: Effort): Promise<Row> {
  const { status, headers, bytes } = await get(ours.url, sent);
  const { "content-length": _, ...same } = headers;
  const needed = Object.fromEntries(
    ["content-type", "content-encoding"].flatMap((key) => (headers[key] ? [[key, headers[key]]] : [])),
  );
  const constant = (kept: object) =>
    serve("test/bench/bare.ts", {
      data: { STATUS: String(status), HEADERS: JSON.stringify(kept), CONTENT: bytes },
    });
  const others: Running[] = [];
  try {
    for (const kept of [same, needed]) others.push(await constant(kept));
    const rates = await alternating([ours, ...others], sent, effort);
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
    for (const { stop } of others) stop();
  }
}

async function alternating(
  workers: readonly Running[],
  sent: Sent,
  { rounds, seconds }: Effort,
): Promise<readonly number[]> {
  const rates = workers.map((): number[] => []);
  for (let round = 0; round <= rounds; round++)
    for (const [i, { url }] of workers.entries()) {
      const rate = await rateOf(url, sent, seconds);
      if (round > 0) rates[i]?.push(rate); // The first round warms up.
    }
  return rates.map(median);
}

async function rateOf(url: string, headers: Sent, duration: number): Promise<number> {
  const result = await autocannon({
    url: url + FEED,
    connections: CONNECTIONS,
    duration,
    sampleInt: Math.min(1, duration) * 1000, // It ends with a sample.
    headers: { ...headers },
  });
  if (result.requests.total === 0) throw new Error(`${url} answers nothing`);
  return result.requests.total / result.duration;
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
