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

/** Fast settings: a free plan has 10 ms for a request. */
const FAST = { br: 5, gzip: 6 } as const satisfies Record<Coding, number>;
/** Those of the build, which compresses once what is sent to all. */
const SMALL = { br: 10, gzip: 9 } as const satisfies Record<Coding, number>;

export const compress = (bytes: Uint8Array, coding: Coding): Uint8Array =>
  CODINGS[coding](bytes, FAST[coding]);

export const compressWell = (bytes: Uint8Array, coding: Coding): Uint8Array =>
  CODINGS[coding](bytes, SMALL[coding]);

/** Undoes gzip, which nearly every client takes: what remains is for the others. */
export const decompress = (gzip: Uint8Array): Uint8Array => gunzipSync(gzip);
