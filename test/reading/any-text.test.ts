import fc from "fast-check";
import { expect, test } from "vitest";
import type { Read } from "../../src/articles/seed.ts";
import { outcomeOf } from "../articles/read.ts";
import { CUSTOMARY, HOSTILE, PIECES, page } from "./hostile.ts";

/** What is left of a text when nothing but its letters and digits count, in their composed form. */
const letters = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/&(?:amp;)+/g, "&") // Escaped again and again, it is one sign.
    .replace(/[^\p{L}\p{N}]+/gu, "");

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/** The blocks of a body, as text. */
const blocksOf = (html: string): readonly string[] =>
  [...html.matchAll(/<(p|h2|li)>(.*?)<\/\1>/gs)].map(([, , inner = ""]) =>
    inner.replace(/&(lt|gt|amp|quot);/g, (_, name: string) => ENTITIES[name] ?? ""),
  );

/** Whether each block stands in the text, one behind another, but for white space, marks of a list and signs. */
function standsIn(text: string, { draft }: Read): boolean {
  const whole = letters(text);
  let from = 0;
  return blocksOf(draft.contentHtml)
    .map(letters)
    .every((block) => {
      const at = whole.indexOf(block, from);
      from = at + block.length;
      return at >= 0;
    });
}

/** Reads a text that may be anything: it is an article, or there is a reason why not. */
function tried(text: string): void {
  const outcome = outcomeOf("a.txt", text);
  if (outcome.ok) expect(standsIn(text, outcome.value)).toBe(true);
  else expect(outcome.problems.length).toBeGreaterThan(0);
}

const units = ["binary", "grapheme"] as const;

test.each(units)(
  "any text at all is read, or not for a reason, and its body is lines of it in order: %s",
  (unit) => {
    const line = fc.string({ unit, maxLength: 60 });
    const texts = fc.array(line, { maxLength: 20 }).map((lines) => lines.join("\n").replaceAll("\0", ""));
    fc.assert(fc.property(texts, tried), { numRuns: 300 });
  },
);

test("so is any text of what pages are made of", () => {
  const piece = fc.constantFrom(...PIECES, ...CUSTOMARY);
  const run = fc.tuple(piece, fc.nat({ max: 60 })).map(([one, times]) => one.repeat(times));
  const line = fc.array(fc.oneof(piece, run), { maxLength: 8 }).map((pieces) => pieces.join(""));
  const texts = fc.array(line, { maxLength: 30 }).map((lines) => lines.join("\n"));
  fc.assert(fc.property(texts, tried), { numRuns: 400 });
});

/** The least of several times, in milliseconds: what else the machine does only adds to it. */
const leastOf = (text: string): number =>
  Math.min(
    ...Array.from({ length: 5 }, () => {
      const began = performance.now();
      outcomeOf("a.txt", text);
      return performance.now() - began;
    }),
  );

const SIZE = 16_000;
/** Four times the text takes four times the time, and slack for a machine that does other things too; were it the square, sixteen. */
const GROWTH = 7;
/** Below this a time tells nothing. */
const FLOOR = 25;

test.each(HOSTILE)("the time of reading grows no faster than the text: %s", (_, make) => {
  leastOf(make(SIZE));
  const [once, fourTimes] = [leastOf(make(SIZE)), leastOf(make(SIZE * 4))];
  expect(fourTimes).toBeLessThan(Math.max(once, FLOOR) * GROWTH);
});

const MEGABYTES = 5_000_000;

/** What may be one line of a file of 5 MB; about two seconds, and slack for a machine that does other things too. */
test.each([
  ["letters", "x"],
  ["digits", "1"],
  ["numbers of chapters", "1.1."],
  ["combining marks", "\u0301"],
  ["Han", "漢"],
  ["emoji that are joined", "👨‍👩‍👧‍👦"],
  ["ampersands, escaped again and again", "amp;"],
  ["angle brackets", "<"],
  ["ends of CDATA", "]]>"],
  ["sentences", "The council said that the lights go out at nine. "],
])("a line of 5 MB is read in seconds: %s", (_, piece) => {
  const line = piece.repeat(MEGABYTES / Buffer.byteLength(piece));
  const began = performance.now();
  outcomeOf("a.txt", page(line));
  expect(performance.now() - began).toBeLessThan(8_000);
});
