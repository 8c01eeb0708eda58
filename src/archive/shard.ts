import { hash } from "node:crypto";

/**
 * A file of the archive: lines of JSON, or of bytes of any kind, which are read one by one. The first tells of each other how
 * long it is and what digest it has; the file's name is the first line's digest. So a name stands for what is in the file, for
 * ever, and a line is checked without reading the others.
 */
export interface Shard {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that was read. */
export interface Opened {
  readonly lines: number;
  /** Bytes that it takes to keep. */
  readonly size: number;
  /** A line by its number; nothing where it is not what was written. */
  readonly line: (at: number) => Uint8Array | undefined;
}

const NAME_DIGITS = 32;
const LINE_DIGITS = 16;

const digestOf = (bytes: string | Uint8Array, digits: number): string =>
  hash("sha256", bytes, "hex").slice(0, digits);

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const LINE_END = 10;

/** A line as it is written. */
export const lineOf = (value: unknown): Uint8Array => encoder.encode(JSON.stringify(value));

export function shardOf(lines: readonly Uint8Array[]): Shard {
  const head = lineOf(lines.flatMap((line) => [line.length, digestOf(line, LINE_DIGITS)]));
  const all = [head, ...lines];
  const bytes = new Uint8Array(all.reduce((sum, { length }) => sum + length + 1, 0));
  let end = 0;
  for (const line of all) {
    bytes.set(line, end);
    end += line.length + 1;
    bytes[end - 1] = LINE_END;
  }
  return { name: `${digestOf(head, NAME_DIGITS)}.jsonl`, bytes };
}

/** What is in a file of this name; nothing where it is not what was written. */
export function openShard(name: string, bytes: Uint8Array): Opened | undefined {
  const end = bytes.indexOf(LINE_END);
  const head = bytes.subarray(0, Math.max(end, 0));
  if (!name.startsWith(digestOf(head, NAME_DIGITS))) return undefined;
  const told = JSON.parse(decoder.decode(head)) as readonly (number | string)[];
  const starts = [end + 1];
  for (let i = 0; i < told.length; i += 2) starts.push((starts.at(-1) ?? 0) + Number(told[i]) + 1);
  return {
    lines: told.length / 2,
    size: bytes.length + end,
    line(at) {
      const [start, next] = [starts[at], starts[at + 1]];
      if (start === undefined || next === undefined) return undefined;
      const line = bytes.subarray(start, next - 1);
      return digestOf(line, LINE_DIGITS) === told[2 * at + 1] ? line : undefined;
    },
  };
}

/** Whether a file holds all that its name stands for, and nothing else. */
export function isSound(name: string, bytes: Uint8Array): boolean {
  const opened = openShard(name, bytes);
  if (!opened) return false;
  let end = bytes.indexOf(LINE_END) + 1;
  for (let at = 0; at < opened.lines; at++) {
    const line = opened.line(at);
    if (!line) return false;
    end += line.length + 1;
  }
  return end === bytes.length;
}

/** What a line says. */
export const valueIn = (line: Uint8Array): unknown => JSON.parse(decoder.decode(line));
