import { brotliCompressSync, constants, gunzipSync, gzipSync } from "node:zlib";

/** Content codings that are offered, the smaller first. */
const CODINGS = {
  br: (bytes: Uint8Array, quality: number) =>
    brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes: Uint8Array, level: number) => gzipSync(bytes, { level }),
} as const satisfies Readonly<Record<string, (bytes: Uint8Array, level: number) => Uint8Array>>;

export type Coding = keyof typeof CODINGS;

export const CODING_NAMES = Object.keys(CODINGS) as readonly Coding[];

/** The Worker's, as a free plan has 10 ms for a request; and the build's, for what is sent to some of all readers, and to most. */
const EFFORTS = {
  least: { br: 5, gzip: 6 },
  more: { br: 9, gzip: 9 },
  most: { br: 10, gzip: 9 },
} as const satisfies Readonly<Record<string, Readonly<Record<Coding, number>>>>;

export type Effort = keyof typeof EFFORTS;

export const compress = (bytes: Uint8Array, coding: Coding, effort: Effort): Uint8Array =>
  CODINGS[coding](bytes, EFFORTS[effort][coding]);

/** Undoes gzip, which nearly every client takes: what remains is for the others. */
export const decompress = (gzip: Uint8Array): Uint8Array => gunzipSync(gzip);
