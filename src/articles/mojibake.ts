import { type Problem, quote } from "./problem.ts";

/** UTF-8 that was once read as Windows-1252 (`Ã©`, `â€™`, `Ð°`), and what a decoder puts where it could not read (U+FFFD). */
const BROKEN =
  /Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\u00a0-\u00bf]|[ÐÑ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|\ufffd/gu;
/** One of them is in all that is looked for: most texts have none. */
const SIGNS = ["Ã", "â€", "Â", "Ð", "Ñ", "\ufffd"];
/** One such pair may be meant. */
const ENOUGH = 2;

/** A warning where a text was read in a wrong encoding before it was saved: it names the first line that shows it. */
export function mojibakeIn(text: string, firstLine: number): readonly Problem[] {
  if (!SIGNS.some((sign) => text.includes(sign))) return [];
  const found = text.match(BROKEN) ?? [];
  const [first] = found;
  if (!first || (found.length < ENOUGH && first !== "\ufffd")) return [];
  const line = firstLine + text.slice(0, text.indexOf(first)).split("\n").length - 1;
  return [{ line, expected: "text as it was written", found: `${quote(first)}, as of a wrong encoding` }];
}
