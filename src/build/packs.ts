import { join } from "node:path";
import type { Seedling } from "./grown.ts";
import { openSealed, writeSealed } from "./sealed.ts";

/** What a pack's seeds became, but for the articles: these follow, one after another. */
type Kept = Omit<Seedling, "json"> & { readonly size: number };

/** Keeps what some seeds became in one file. Throws where it cannot. */
export function writePack(path: string, key: string, seedlings: readonly Seedling[]): void {
  const kept = seedlings.map(({ json, ...rest }): Kept => ({ ...rest, size: json.byteLength }));
  writeSealed(
    path,
    JSON.stringify({ key, kept }),
    seedlings.map(({ json }) => json),
  );
}

/** What the seeds of a pack became; nothing where there is none, and `damaged` where it is not as it was written, or another's. */
export function readPack(folder: string, name: string, key: string): readonly Seedling[] | "damaged" {
  const opened = openSealed(join(folder, name));
  if (opened.is !== "whole") return opened.is === "absent" ? [] : "damaged";
  const head: { readonly key: string; readonly kept: readonly Kept[] } = JSON.parse(opened.head);
  if (head.key !== key) return "damaged";
  let end = 0;
  return head.kept.map(({ size, ...rest }) => {
    const start = end;
    end += size;
    return { ...rest, json: opened.body.subarray(start, end) };
  });
}
