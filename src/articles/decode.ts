import { bad, good, type Outcome, type Problem } from "./problem.ts";

const MARKS = [
  { encoding: "utf-8", mark: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", mark: [0xff, 0xfe] },
  { encoding: "utf-16be", mark: [0xfe, 0xff] },
] as const;

/**
 * The text of a file: UTF-8, or UTF-16 with its byte order mark; line ends as `\n`, in Unicode's composed form (NFC).
 * Bytes that are not text are a problem that names the first of them, counted from 0: never a guess.
 */
export function decode(bytes: Uint8Array): Outcome<string> {
  const encoding = MARKS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte))?.encoding ?? "utf-8";
  const text = textIn(bytes, encoding, false);
  if (text === undefined || text.includes("\0")) return bad(notText(bytes, encoding));
  return good(withLineEnds(text).normalize("NFC"));
}

/** A look for each of them first: it takes a tenth of an expression's time. */
const withLineEnds = (text: string): string =>
  LINE_ENDS.some((end) => text.includes(end)) ? text.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n") : text;

const LINE_ENDS = ["\r", "\u0085", "\u2028", "\u2029"];

const FATAL = { fatal: true, ignoreBOM: false };
/** Made once: making one takes longer than its use. */
const UTF_8 = new TextDecoder("utf-8", FATAL);

/** The text of bytes; where they are a part of a `stream`, a last character may be unfinished. */
function textIn(bytes: Uint8Array, encoding: string, stream: boolean): string | undefined {
  try {
    const whole = encoding === "utf-8" && !stream;
    return (whole ? UTF_8 : new TextDecoder(encoding, FATAL)).decode(bytes, { stream });
  } catch {
    return undefined; // A fatal decoder has no other way to say so.
  }
}

function notText(bytes: Uint8Array, encoding: string): Problem {
  const readable = readableText(bytes, encoding);
  const offset = Math.min(sizeOf(readable, bytes, encoding), bytes.length - 1);
  const line = readable.split(/\r\n?|[\n\u0085\u2028\u2029]/).length;
  const byte = (bytes[offset] ?? 0).toString(16).padStart(2, "0").toUpperCase();
  return {
    line,
    expected: `text in ${encoding.toUpperCase()}`,
    found: `byte 0x${byte} at offset ${offset}: save the file as UTF-8`,
  };
}

/** How many bytes the file's text and its byte order mark take. */
function sizeOf(text: string, bytes: Uint8Array, encoding: string): number {
  const mark = MARKS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte))?.mark.length ?? 0;
  return mark + (encoding === "utf-8" ? new TextEncoder().encode(text).length : text.length * 2);
}

/** Whole characters before the first that is not text, found by halving: a prefix of good text is good, but for its last character. */
function readableText(bytes: Uint8Array, encoding: string): string {
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (textIn(bytes.subarray(0, middle), encoding, true) === undefined) bad = middle;
    else good = middle;
  }
  const text = textIn(bytes.subarray(0, good), encoding, true) ?? "";
  return text.split("\0", 1)[0] ?? "";
}
