import { unreadable } from "../feeds/unreadable.ts";
import type { Read } from "./stacks.ts";

/** A bucket of Cloudflare's R2, as it is bound to a Worker. */
export interface Bucket {
  readonly get: (name: string) => Promise<{ readonly arrayBuffer: () => Promise<ArrayBuffer> } | null>;
}

/** Reads files that `npm run publish:r2` put into a bucket; what it lacks, from elsewhere. */
export const fromBucket =
  (bucket: Bucket, elsewhere: Read | undefined): Read =>
  async (name) => {
    const bytes = (await inBucket(bucket, name)) ?? (await elsewhere?.(name));
    // Whoever reads the log must learn what was forgotten.
    if (!bytes)
      throw unreadable(name, "none in the bucket ARCHIVE: `npm run publish:r2` uploads what it lacks");
    return bytes;
  };

async function inBucket(bucket: Bucket, name: string): Promise<Uint8Array | undefined> {
  try {
    const object = await bucket.get(name);
    return object ? new Uint8Array(await object.arrayBuffer()) : undefined;
  } catch (error) {
    // The store may be out of reach, or break off: no more is known of it then, and the assets would not have it.
    throw unreadable(name, String(error));
  }
}
