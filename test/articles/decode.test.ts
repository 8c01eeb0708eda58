import fc from "fast-check";
import { expect, test } from "vitest";
import { decode } from "../../src/articles/decode.ts";
import { complaintsOf, valueIn } from "./read.ts";

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** A text's bytes, with the byte order mark that UTF-16 needs. */
const encoded = (text: string, encoding: Encoding): Uint8Array => {
  if (encoding === "utf-8") return Buffer.from(text, "utf8");
  const little = Buffer.from(`\uFEFF${text}`, "utf16le");
  return encoding === "utf-16le" ? little : little.swap16();
};
const text = (bytes: Uint8Array) => valueIn(decode(bytes));
const fault = (...parts: readonly (string | readonly number[])[]) =>
  complaintsOf(decode(Buffer.concat(parts.map((part) => Buffer.from(part as string)))));

test("UTF-8 is read with and without a byte order mark", () => {
  expect(text(encoded("Flut 🌊", "utf-8"))).toBe("Flut 🌊");
  expect(text(encoded("\uFEFFFlut 🌊", "utf-8"))).toBe("Flut 🌊");
});

test.each(["utf-16le", "utf-16be"] as const)("%s is read by its byte order mark", (encoding) => {
  expect(text(encoded("Flut 🌊", encoding))).toBe("Flut 🌊");
});

test("every kind of line end becomes a line feed", () => {
  expect(text(encoded("a\r\nb\rc\nd\r\r\ne\u0085f\u2028g\u2029h", "utf-8"))).toBe("a\nb\nc\nd\n\ne\nf\ng\nh");
});

test("decomposed letters come out composed", () => {
  expect(text(encoded("Pjo\u0308ngjang", "utf-8"))).toBe("Pjöngjang");
});

test("an empty file is an empty text", () => {
  expect(text(new Uint8Array())).toBe("");
});

test.each([
  ["at the start", [[0x80], "tide"], "1: text in UTF-8; byte 0x80 at offset 0: save the file as UTF-8"],
  ["in the middle", ["a\nb", [0xfc], "c"], "2: text in UTF-8; byte 0xFC at offset 3: save the file as UTF-8"],
  ["at the end", ["tide", [0xc3]], "1: text in UTF-8; byte 0xC3 at offset 4: save the file as UTF-8"],
  [
    "behind letters of two bytes",
    ["ü", [0xff]],
    "1: text in UTF-8; byte 0xFF at offset 2: save the file as UTF-8",
  ],
  [
    "before another",
    ["a", [0xff], "b", [0xfe]],
    "1: text in UTF-8; byte 0xFF at offset 1: save the file as UTF-8",
  ],
  ["NUL", ["tide\n\n", [0]], "3: text in UTF-8; byte 0x00 at offset 6: save the file as UTF-8"],
  [
    "NUL before another",
    ["a", [0], "b", [0xff]],
    "1: text in UTF-8; byte 0x00 at offset 1: save the file as UTF-8",
  ],
  [
    "NUL behind another",
    ["a", [0xff], "b", [0]],
    "1: text in UTF-8; byte 0xFF at offset 1: save the file as UTF-8",
  ],
  [
    "an overlong slash",
    ["ab", [0xc0, 0xaf]],
    "1: text in UTF-8; byte 0xC0 at offset 2: save the file as UTF-8",
  ],
] as const)("a byte that is not text is named with its place: %s", (_, parts, complaint) => {
  expect(fault(...parts)).toEqual([complaint]);
});

test.each([
  ["Latin-1 é before a space", ["caf", [0xe9], " noir"], "byte 0xE9 at offset 3: save the file as UTF-8"],
  ["Latin-1 ã before a letter", ["S", [0xe3], "o"], "byte 0xE3 at offset 1: save the file as UTF-8"],
  ["a surrogate in UTF-8", ["ab", [0xed, 0xa0, 0x80]], "byte 0xED at offset 2: save the file as UTF-8"],
  [
    "a character cut short at the end",
    ["caf", [0xe2, 0x82]],
    "byte 0xE2 at offset 3: save the file as UTF-8",
  ],
] as const)("a character that breaks off is named by its first byte: %s", (_, parts, found) => {
  expect(fault(...parts)).toEqual([`1: text in UTF-8; ${found}`]);
});

test("the line of a bad byte counts lone carriage returns", () => {
  expect(fault("a\rb\r\nc", [0xff])).toEqual([
    "3: text in UTF-8; byte 0xFF at offset 6: save the file as UTF-8",
  ]);
});

test.each([
  ["NUL", [0xff, 0xfe, 0x61, 0, 0, 0, 0x62, 0], "byte 0x00 at offset 4: save the file as UTF-8"],
  [
    "a lone surrogate",
    [0xff, 0xfe, 0x61, 0, 0x00, 0xd8, 0x62, 0],
    "byte 0x00 at offset 4: save the file as UTF-8",
  ],
  [
    "half a character at the end",
    [0xff, 0xfe, 0x61, 0, 0x62],
    "byte 0x62 at offset 4: save the file as UTF-8",
  ],
  [
    "a letter that holds the byte 0x0A",
    [0xff, 0xfe, 0x0a, 0x01, 0x00, 0xdc],
    "byte 0x00 at offset 4: save the file as UTF-8",
  ],
] as const)("in UTF-16 the place is that of the first bad character: %s", (_, bytes, found) => {
  expect(fault(bytes)).toEqual([`1: text in UTF-16LE; ${found}`]);
});

test("any text at all comes back composed, with plain line ends, from each encoding", () => {
  const texts = fc.string({ unit: "binary" }).map((any) => any.replaceAll("\0", ""));
  fc.assert(
    fc.property(texts, fc.constantFrom("utf-8", "utf-16le", "utf-16be"), (any, encoding) => {
      const marked = encoding === "utf-8" ? `\uFEFF${any}` : any;
      const plain = any.replace(/\r\n|[\r\u0085\u2028\u2029]/g, "\n").normalize("NFC");
      expect(text(encoded(marked, encoding))).toBe(plain);
    }),
  );
});

test("any bytes at all are read, or named by a byte that is there", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
      const read = decode(bytes);
      if (read.ok) return;
      const [, hex = "", offset = ""] =
        /byte 0x(..) at offset (\d+):/.exec(read.problems[0]?.found ?? "") ?? [];
      expect(bytes[Number(offset)]).toBe(Number.parseInt(hex, 16));
    }),
  );
});
