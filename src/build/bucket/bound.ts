import { existsSync, readFileSync } from "node:fs";
import * as v from "valibot";
import { readToml } from "../../articles/located.ts";

/** The bucket that wrangler.toml binds to the Worker. */
export interface Bound {
  readonly bucket: string;
  readonly jurisdiction: string;
  readonly account: string;
}

export const WRANGLER = "wrangler.toml";
const BINDING = "ARCHIVE";

const text = v.optional(v.string(), "");
const CONFIG = v.object({
  account_id: text,
  r2_buckets: v.array(v.object({ binding: v.string(), bucket_name: text, jurisdiction: text })),
});

/** The bucket for the archive; nothing where wrangler.toml binds none, or is not what wrangler takes: wrangler itself says why. */
export function boundBucket(path = WRANGLER): Bound | undefined {
  const toml = existsSync(path) ? readToml(readFileSync(path, "utf8")) : undefined;
  const config = v.safeParse(CONFIG, toml?.ok ? toml.value.value : undefined);
  const bound = config.success
    ? config.output.r2_buckets.find(({ binding }) => binding === BINDING)
    : undefined;
  if (!config.success || !bound?.bucket_name) return undefined;
  return {
    bucket: bound.bucket_name,
    jurisdiction: bound.jurisdiction,
    account: config.output.account_id,
  };
}
