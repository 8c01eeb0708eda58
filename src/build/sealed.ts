import { readFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import { writeWhole } from "./whole.ts";

const SEAL = 9;

/** What became of a file that was written by {@link writeSealed}. */
export type Opened =
  | { readonly is: "whole"; readonly head: string; readonly body: Uint8Array<ArrayBuffer> }
  | { readonly is: "absent" | "damaged" };

/** Writes a head (a line of text) and bytes with a checksum over both. Throws where it cannot. */
export function writeSealed(path: string, head: string, body: readonly Uint8Array[]): void {
  const parts = [Buffer.from(`${head}\n`), ...body];
  const sum = parts.reduce((before, part) => crc32(part, before), 0);
  writeWhole(path, [Buffer.from(`${sum.toString(16).padStart(SEAL - 1, "0")}\n`), ...parts]);
}

/** Opens what was sealed, and says whether it is as it was written. */
export function openSealed(path: string): Opened {
  const bytes = bytesIn(path);
  if (!bytes) return { is: "absent" };
  const sealed = bytes.subarray(SEAL);
  const end = sealed.indexOf("\n");
  if (
    end < 0 ||
    Buffer.from(bytes.subarray(0, SEAL)).toString() !==
      `${crc32(sealed)
        .toString(16)
        .padStart(SEAL - 1, "0")}\n`
  )
    return { is: "damaged" };
  return { is: "whole", head: sealed.subarray(0, end).toString(), body: sealed.subarray(end + 1) };
}

function bytesIn(path: string): Buffer<ArrayBuffer> | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined; // Nobody need have built before, and the cache may be deleted at any moment.
  }
}
