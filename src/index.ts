import { env as bindings, WorkerEntrypoint } from "cloudflare:workers";
import { type Assets, fromAssets } from "./archive/assets.ts";
import { type Bucket, fromBucket } from "./archive/bucket.ts";
import { inShards } from "./archive/library.ts";
import { bundledIn } from "./bundled.ts";
import { inMemory } from "./feeds/in-memory.ts";
import type { OpenLibrary } from "./feeds/library.ts";
import { once } from "./feeds/once.ts";
import { bundle } from "./generated/publication.ts";
import { createApp } from "./http/app.ts";
import { cacheable, fromEdge } from "./http/edge.ts";
import { readyIn } from "./http/ready.ts";
import { pages } from "./pages/index.tsx";

/** What wrangler.toml binds. */
interface Bindings {
  readonly VERSION?: { readonly timestamp?: string };
  readonly ASSETS?: Assets;
  readonly ARCHIVE?: Bucket;
}

const { VERSION, ASSETS, ARCHIVE } = bindings as Bindings;
const deployed = Date.parse(VERSION?.timestamp ?? "");
const read = ARCHIVE ? fromBucket(ARCHIVE, ASSETS && fromAssets(ASSETS)) : fromAssets(ASSETS);
const { publication, ready, archive, articles, newest, searchIndex } = bundledIn(new Uint8Array(bundle));

/** What is ready needs no library. */
const library = once((): OpenLibrary => {
  const root = archive();
  return root
    ? inShards({ publication, root, newest: newest() }, read)
    : inMemory(publication, articles(), searchIndex());
});
const app = createApp({
  publication,
  library: (now) => library()(now),
  pages,
  ...(ready && { ready: readyIn(ready, read, publication.cache) }),
  ...(deployed > 0 && { deployed }),
});

/** The same app for Cloudflare's cache to stand in front of: wrangler.toml says how, and what it costs. */
export class Cached extends WorkerEntrypoint {
  override fetch(request: Request): Promise<Response> {
    return cacheable(app, request, this.env, this.ctx);
  }
}

export default {
  fetch: (request: Request, env: unknown, context: ExecutionContext) =>
    fromEdge(request, publication, env, context) ?? app.fetch(request, env as object, context),
};
