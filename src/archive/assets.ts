import { unreadable } from "../feeds/unreadable.ts";
import type { Read } from "./stacks.ts";

/** Cloudflare's static assets, as they are bound to a Worker. */
export interface Assets {
  readonly fetch: (address: string) => Promise<Response>;
}

/** Reads files that are published beside the Worker. */
export const fromAssets =
  (assets: Assets | undefined): Read =>
  async (name) => {
    if (!assets) throw unreadable(name, "no binding ASSETS");
    try {
      const answer = await assets.fetch(`https://archive.invalid/${name}`);
      if (answer.status === 200) return new Uint8Array(await answer.arrayBuffer());
      await answer.body?.cancel();
      return undefined;
    } catch (error) {
      // The store may be out of reach, or break off: no more is known of it then.
      throw unreadable(name, String(error));
    }
  };
