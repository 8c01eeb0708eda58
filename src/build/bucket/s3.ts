import { hash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { AwsClient } from "aws4fetch";
import { DOMParser } from "linkedom";
import type { Bound } from "./bound.ts";
import { type Bucket, fault, type Held } from "./bucket.ts";

/** What opens a bucket at Cloudflare: an API token of R2, as its two keys. */
export interface Keys {
  /** Where R2 answers, without the bucket. */
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const KEY = "R2_ACCESS_KEY_ID";
const SECRET = "R2_SECRET_ACCESS_KEY";
const ACCOUNT = "CLOUDFLARE_ACCOUNT_ID";

/** What the environment says of them; `R2_ENDPOINT` stands for another address than Cloudflare's. Throws where one is missing. */
export function keysIn(env: NodeJS.ProcessEnv, { account, jurisdiction }: Bound): Keys {
  const said = (name: string, fallback = ""): string => {
    const value = env[name] || fallback;
    if (!value) throw fault(name, "set in the environment or in .env (README, Many articles)", "nothing");
    return value;
  };
  const host = jurisdiction ? `${jurisdiction}.r2` : "r2";
  const address = () => `https://${said(ACCOUNT, account)}.${host}.cloudflarestorage.com`;
  return {
    accessKeyId: said(KEY),
    secretAccessKey: said(SECRET),
    endpoint: env.R2_ENDPOINT || address(),
  };
}

/** So many objects stand in a page of a list: the most that S3 tells of at a time. */
const PAGE = 1000;

/** A bucket by R2's S3 API, which has no limit of requests a minute, as Cloudflare's own API has. */
export function overS3(
  { bucket }: Pick<Bound, "bucket">,
  { endpoint, accessKeyId, secretAccessKey }: Keys,
  pageSize = PAGE,
): Bucket {
  const client = new AwsClient({ accessKeyId, secretAccessKey, service: "s3", region: "auto", retries: 0 });
  const root = `${endpoint}/${bucket}`;
  const ask = async (rest: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await asked(client, root + rest, init);
    if (!answer.ok) throw refused(await answer.text(), answer.status, bucket);
    return answer;
  };
  return {
    atATime: 32,
    async *list() {
      let rest = "";
      do {
        const page = pageOf(await (await ask(`?list-type=2&max-keys=${pageSize}${rest}`)).text());
        yield* page.held;
        rest = page.next && `&continuation-token=${encodeURIComponent(page.next)}`;
      } while (rest);
    },
    get: async (name) => new Uint8Array(await (await ask(`/${name}`)).arrayBuffer()),
    async put(name, bytes) {
      // R2 takes nothing that did not arrive as it was sent.
      const headers = { "content-md5": hash("md5", bytes, "base64") };
      await (await ask(`/${name}`, { method: "PUT", headers, body: new Uint8Array(bytes) })).body?.cancel();
    },
    async remove(name) {
      await (await ask(`/${name}`, { method: "DELETE" })).body?.cancel();
    },
  };
}

/** Times that something is tried, milliseconds that are waited the first time (then twice as many), and for an answer. */
const TRIES = 7;
const WAIT = 250;
const PATIENCE = 120_000;

/** Tries again what may pass: no connection, too many requests at a time, a fault at the other end. */
async function asked(client: AwsClient, address: string, init: RequestInit): Promise<Response> {
  for (let tried = 1; ; tried++) {
    try {
      const answer = await client.fetch(address, { ...init, signal: AbortSignal.timeout(PATIENCE) });
      if (tried === TRIES || !(answer.status === 429 || answer.status >= 500)) return answer;
      await answer.body?.cancel();
    } catch (error) {
      if (tried === TRIES) throw fault(new URL(address).origin, "an R2 that answers", causeOf(error));
    }
    await sleep(WAIT * 2 ** (tried - 1) * (0.5 + Math.random() / 2));
  }
}

const causeOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
};

/** What S3 says of a request that it refuses, in the owner's terms. */
function refused(xml: string, status: number, bucket: string): Error {
  const answer = xml.startsWith("<") ? parsed(xml) : undefined;
  const [code, message] = [textOf(answer, "Code"), textOf(answer, "Message")];
  const found = [status, code, message].filter(Boolean).join(" ");
  if (code === "NoSuchBucket")
    return fault(
      "wrangler.toml",
      `a bucket that exists (\`npx wrangler r2 bucket create ${bucket}\`)`,
      found,
    );
  if (status === 401 || status === 403)
    return fault(`${KEY}, ${SECRET}`, `keys that may read and write the bucket "${bucket}"`, found);
  return fault(`bucket "${bucket}"`, "a request that is granted", found);
}

function pageOf(xml: string): { readonly held: readonly Held[]; readonly next: string } {
  const page = parsed(xml);
  const held = [...page.querySelectorAll("Contents")].map((one) => ({
    name: textOf(one, "Key"),
    md5: textOf(one, "ETag").replaceAll('"', ""),
    since: new Date(textOf(one, "LastModified")),
  }));
  return { held, next: textOf(page, "NextContinuationToken") };
}

const parsed = (xml: string) => new DOMParser().parseFromString(xml, "text/xml");

/** As much of an element as is asked for here. */
interface Element {
  readonly querySelector: (name: string) => { readonly textContent: string | null } | null;
}

const textOf = (node: Element | undefined, name: string): string =>
  node?.querySelector(name)?.textContent ?? "";
