import { existsSync, readFileSync } from "node:fs";
import * as v from "valibot";
import { readToml } from "../articles/located.ts";
import type { Publication } from "../articles/publication.ts";

const WRANGLER = "wrangler.toml";
const CONFIG = v.object({ vars: v.object({ EDGE_CACHE: v.literal("on") }) });

/** Where wrangler.toml switches on a cache that is not asked, as the publication names no address: a line that says so. */
export function edgeWarnings({ url }: Pick<Publication, "url">, path = WRANGLER): readonly string[] {
  if (url !== "" || !existsSync(path)) return [];
  const toml = readToml(readFileSync(path, "utf8"));
  if (!toml.ok || !v.is(CONFIG, toml.value.value)) return [];
  const line = toml.value.lineOf(["vars", "EDGE_CACHE"]);
  return [
    `${path}:${line}: warning: EDGE_CACHE where publication.toml names its \`url\`; found none: the cache is not asked, as it does not tell hosts apart`,
  ];
}
