import { gunzipSync } from "node:zlib";
import { hasNginx, type StaticServer, startNginx } from "./nginx.ts";
import { openWire, type Received, type Wire } from "./wire.ts";
import { serve } from "./workerd.ts";
import { POLLS, yearOfArticles } from "./year.ts";

type Row = Readonly<Record<string, string | number>>;
type Kept = Pick<Received, "headers"> | undefined;

/** What a kind of reader sends, by what it was answered last. */
const KINDS: Readonly<Record<string, (last: Kept) => Readonly<Record<string, string>>>> = {
  "no condition": () => ({}),
  "If-Modified-Since": (last) => given("if-modified-since", last?.headers.get("last-modified")),
  "If-None-Match": (last) => given("if-none-match", last?.headers.get("etag")),
  "A-IM": (last) => ({ "a-im": "feed", ...given("if-none-match", last?.headers.get("etag")) }),
};
const CODINGS = { gzip: "gzip, deflate", br: "gzip, deflate, br" } as const;
const FEED = "/rss.xml";
const HOURS_OF_NOISE = 4;

const given = (name: string, value: string | undefined): Readonly<Record<string, string>> =>
  value === undefined ? {} : { [name]: value };

/** A reader in its year: what it keeps of the last answer, and what its answers weighed. */
interface Poller {
  readonly kind: string;
  readonly coding: keyof typeof CODINGS;
  readonly ours: Account;
  readonly files: Account;
  readonly blog: Account;
}

interface Account {
  last: Kept;
  bytes: number;
  readonly statuses: Map<number, number>;
}

const newAccount = (): Account => ({ last: undefined, bytes: 0, statuses: new Map() });

/**
 * A year of hourly polls of RSS in bytes: status lines, headers and bodies as they come out of a socket, without what a network
 * adds. Every poll is made: of the Worker under workerd, whose clock the polls bring along, and of nginx, for which the Worker's
 * document is written anew at each change. The third origin is reckoned from nginx's answers: it has all to say again whenever
 * anything on the site changed, which with comments is every fourth hour.
 */
export async function polling(): Promise<readonly Row[]> {
  if (!hasNginx()) return [{ reader: "left out: nginx is missing (Debian's nginx-light)" }];
  const articles = new TextEncoder().encode(JSON.stringify(yearOfArticles()));
  const worker = await serve("test/bench/polled.ts", { data: { ARTICLES: articles } });
  const nginx = await startNginx();
  const [ours, files] = [await openWire(worker.url), await openWire(nginx.url)];
  try {
    return rowsOf(await year(ours, files, nginx));
  } finally {
    ours.close();
    files.close();
    nginx.stop();
    worker.stop();
  }
}

async function year(ours: Wire, files: Wire, nginx: StaticServer): Promise<readonly Poller[]> {
  const pollers = Object.keys(KINDS).flatMap((kind) =>
    (Object.keys(CODINGS) as (keyof typeof CODINGS)[]).map(
      (coding): Poller => ({ kind, coding, ours: newAccount(), files: newAccount(), blog: newAccount() }),
    ),
  );
  let written = "";
  for (const [hour, now] of POLLS.entries()) {
    const whole = await ours.get(FEED, { "x-clock": String(now), "accept-encoding": "gzip" });
    const changed = Date.parse(whole.headers.get("last-modified") ?? "");
    if (written !== whole.headers.get("etag")) nginx.write(gunzipSync(unframed(whole)).toString(), changed);
    written = whole.headers.get("etag") ?? "";
    for (const poller of pollers) await poll(poller, hour, now, ours, files);
  }
  return pollers;
}

async function poll(poller: Poller, hour: number, now: number, ours: Wire, files: Wire): Promise<void> {
  const { kind, coding } = poller;
  const sent = (last: Kept) => ({ "accept-encoding": CODINGS[coding], ...KINDS[kind]?.(last) });
  count(poller.ours, await ours.get(FEED, { "x-clock": String(now), ...sent(poller.ours.last) }));
  const answer = await files.get(FEED, sent(poller.files.last));
  count(poller.files, answer);
  const isNoisy = hour % HOURS_OF_NOISE === 0 && answer.status === 304;
  count(poller.blog, isNoisy ? await files.get(FEED, { "accept-encoding": CODINGS[coding] }) : answer);
}

function count(account: Account, answer: Received): void {
  if (answer.headers.has("etag") && answer.status !== 304) account.last = { headers: answer.headers };
  account.bytes += answer.bytes;
  account.statuses.set(answer.status, (account.statuses.get(answer.status) ?? 0) + 1);
}

/** A body without the marks of chunks. */
function unframed({ headers, body }: Received): Buffer {
  if (headers.get("transfer-encoding") !== "chunked") return body;
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const line = body.indexOf("\r\n", at);
    const size = Number.parseInt(body.subarray(at, line).toString("latin1"), 16);
    if (size === 0) return Buffer.concat(parts);
    parts.push(body.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
}

function rowsOf(pollers: readonly Poller[]): readonly Row[] {
  const conditional = pollers.filter(({ kind }) => kind !== "no condition");
  return [
    ...pollers.map((poller) => rowOf(`${poller.kind}, ${poller.coding}`, [poller])),
    rowOf("all kinds alike", pollers),
    rowOf("all that send conditions", conditional),
  ];
}

function rowOf(readers: string, pollers: readonly Poller[]): Row {
  const sum = (of: (poller: Poller) => number) => pollers.reduce((total, poller) => total + of(poller), 0);
  const status = (code: number) => sum(({ ours }) => ours.statuses.get(code) ?? 0);
  const [ours, files, blog] = [sum((p) => p.ours.bytes), sum((p) => p.files.bytes), sum((p) => p.blog.bytes)];
  return {
    readers,
    "200": status(200),
    "226": status(226),
    "304": status(304),
    MB: megabytes(ours),
    "static files": megabytes(files),
    blog: megabytes(blog),
    "to static files": (ours / files).toFixed(3),
    "to blog": (ours / blog).toFixed(3),
  };
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(2);
