import { type IncomingHttpHeaders, request } from "node:http";
import { afterAll, beforeAll } from "vitest";
import { createTestHarness } from "wrangler";

/** An answer as it goes over the socket: nothing is decoded or followed. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Serves the bundled seeds, or another project, as `wrangler dev` does while the tests of a file run. */
export function served(configPath = "./wrangler.toml") {
  const harness = createTestHarness({ workers: [{ configPath }] });
  let origin = "";
  beforeAll(async () => {
    origin = (await harness.listen()).url.origin;
  }, 120_000);
  afterAll(() => harness.close());
  return {
    origin: () => origin,
    ask: (path: string, asked: Asked = {}) => ask(origin + path, asked),
  };
}

function ask(url: string, { method = "GET", headers = {} }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes: Buffer.concat(chunks),
        }),
      );
      response.on("error", reject);
    });
    sent.on("error", reject).end();
  });
}
