import { getPlatformProxy } from "wrangler";
import { WRANGLER } from "./bound.ts";
import { type Bucket, fault } from "./bucket.ts";

/** What is asked of a bucket that is bound to a Worker. */
interface Binding {
  readonly list: (options: { readonly cursor?: string }) => Promise<Listing>;
  readonly get: (name: string) => Promise<{ readonly arrayBuffer: () => Promise<ArrayBuffer> } | null>;
  readonly put: (name: string, bytes: Uint8Array) => Promise<unknown>;
  readonly delete: (name: string) => Promise<void>;
}

interface Listing {
  readonly objects: readonly { readonly key: string; readonly etag: string; readonly uploaded: Date }[];
  readonly truncated: boolean;
  readonly cursor?: string;
}

/** The bucket that `wrangler dev` serves from `.wrangler/state`, and what closes it. No account and no network is needed. */
export async function localBucket(): Promise<{
  readonly bucket: Bucket;
  readonly close: () => Promise<void>;
}> {
  const { env, dispose } = await getPlatformProxy<{ readonly ARCHIVE: Binding }>({
    configPath: WRANGLER,
    remoteBindings: false,
  });
  return { bucket: bound(env.ARCHIVE), close: dispose };
}

const bound = (binding: Binding): Bucket => ({
  atATime: 8,
  async *list() {
    let cursor: string | undefined;
    do {
      const page: Listing = await binding.list({ ...(cursor && { cursor }) });
      for (const { key, etag, uploaded } of page.objects) yield { name: key, md5: etag, since: uploaded };
      cursor = page.truncated ? page.cursor : undefined;
    } while (cursor);
  },
  async get(name) {
    const object = await binding.get(name);
    if (!object) throw fault(name, "an object in the local bucket", "none");
    return new Uint8Array(await object.arrayBuffer());
  },
  async put(name, bytes) {
    await binding.put(name, bytes);
  },
  remove: (name) => binding.delete(name),
});
