import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { crc32 } from "node:zlib";
import { writeWhole } from "./whole.ts";

/** What became of a file that was written by {@link writeSealed}. */
export type Opened =
  | { readonly is: "whole"; readonly head: string; readonly body: Body }
  | { readonly is: "absent" | "damaged" };

/** Some bytes of a body; nothing where they cannot be read. Whoever reads them checks them. */
export type Body = (start: number, length: number) => Buffer<ArrayBuffer> | undefined;

/** Hexadecimal digits of the checksum of the head, of its bytes and of the body's; between them spaces, behind them a line end. */
const DIGITS = [8, 8, 12] as const;
const SEAL = 31;

/** Writes a head with a checksum, and a body. `kind`: what the file is, of all that there are. Throws where it cannot. */
export function writeSealed(
  path: string,
  kind: string,
  head: string,
  body: readonly Uint8Array[] = [],
): void {
  const bytes = Buffer.from(head);
  const size = body.reduce((sum, { byteLength }) => sum + byteLength, 0);
  writeWhole(path, [sealOf(kind, bytes, size), bytes, ...body]);
}

function sealOf(kind: string, head: Uint8Array, size: number): Buffer {
  const numbers = [crc32(head, crc32(kind)), head.byteLength, size];
  return Buffer.from(
    `${numbers.map((one, i) => one.toString(16).padStart(DIGITS[i] ?? 0, "0")).join(" ")}\n`,
  );
}

/** Opens what was sealed as a kind, and says whether its head is as it was written, and it as long. */
export function openSealed(path: string, kind: string): Opened {
  const reading = readingOf(path);
  if (!reading.isThere()) return { is: "absent" };
  const seal = reading.bytes(0, SEAL)?.toString("latin1") ?? "";
  const [, length = 0, size = 0] = seal.split(" ").map((one) => Number.parseInt(one, 16));
  const isAsLong = reading.size() === SEAL + length + size;
  const head = isAsLong ? reading.bytes(SEAL, length) : undefined;
  if (!head || sealOf(kind, head, size).toString("latin1") !== seal) return { is: "damaged" };
  return {
    is: "whole",
    head: head.toString(),
    body: (start, some) => (start + some <= size ? reading.bytes(SEAL + length + start, some) : undefined),
  };
}

interface Reading {
  readonly isThere: () => boolean;
  readonly size: () => number;
  readonly bytes: Body;
}

/** Files that are open at a time: a process may have some thousand. */
const MOST_OPEN = 500;
const files = new Map<object, number>();

/**
 * A file to read from: mostly it stays open, and is then as it was, though another should take its place. Nothing is read where
 * it cannot be: the cache may be deleted at any moment.
 */
function readingOf(path: string): Reading {
  const own = {};
  const attempt = <T>(read: (file: number) => T): T | undefined => {
    try {
      return read(fileOf(own, path));
    } catch {
      return undefined;
    }
  };
  return {
    isThere: () => attempt(() => true) ?? false,
    size: () => attempt((file) => fstatSync(file).size) ?? -1,
    bytes: (start, length) =>
      attempt((file) => {
        const bytes = Buffer.allocUnsafeSlow(length);
        return readSync(file, bytes, 0, length, start) === length ? bytes : undefined;
      }),
  };
}

function fileOf(own: object, path: string): number {
  const known = files.get(own);
  files.delete(own);
  const file = known ?? openSync(path, "r");
  files.set(own, file);
  const [oldest] = files.size > MOST_OPEN ? files : [];
  if (oldest) {
    files.delete(oldest[0]);
    closeSync(oldest[1]);
  }
  return file;
}
