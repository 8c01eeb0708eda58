import { plainSpaced } from "../characters.ts";
import { lower } from "./labels.ts";

/** What may stand behind a label: its colon, a dash, a bar, an arrow. */
const AFTER = /^\s*[:：|»›>→–—-]?\s*/u;
/** Scripts whose words have ends; in the others a label may go on. */
const SPACED =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Hangul}]$/u;

/** For a label's colon a page may write a bar or a dash. */
const markedOtherwise = (label: string): readonly string[] =>
  label.endsWith(":")
    ? [label, ...[" |", " -", " –", " —"].map((mark) => label.slice(0, -1) + mark)]
    : [label];

/** Finds the longest of the labels that a text begins with: by its first characters, as there are hundreds. */
export function openingOf(
  labels: readonly string[],
): (text: string) => { readonly label: string; readonly rest: string } | undefined {
  const all = new Set(labels.flatMap(markedOtherwise).map(lower));
  const longest = Math.max(0, ...[...all].map((label) => label.length));
  const byHead = Map.groupBy(all, (label) => label.slice(0, HEAD));
  return (text) => {
    const { start, head } = headOf(text);
    if (!byHead.has(head) && !byHead.has(head.charAt(0))) return undefined;
    const opening = lower(plainSpaced(text.slice(start, start + longest + 1)));
    const could = [...(byHead.get(head) ?? []), ...(byHead.get(head.charAt(0)) ?? [])];
    const found = could.filter((label) => opening.startsWith(label) && endsThere(opening, label.length));
    if (found.length === 0) return undefined;
    const end = start + Math.max(...found.map((label) => label.length));
    return { label: text.slice(start, end), rest: text.slice(end).replace(AFTER, "") };
  };
}

/** So many characters tell whether any label may open a line. */
const HEAD = 2;
const BEFORE = /^[^\p{L}\p{N}]{0,4}/u;

/** Where a line's words begin, and their first characters. */
function headOf(text: string): { readonly start: number; readonly head: string } {
  if (text !== looked.text) {
    const start = BEFORE.exec(text)?.[0].length ?? 0;
    looked = { text, start, head: lower(plainSpaced(text.slice(start, start + HEAD))) };
  }
  return looked;
}

/** Each kind of label is looked for at the beginning of a line, one after another. */
let looked = { text: "", start: 0, head: "" };

/** A label is a whole word; in scripts without spaces only one of a single character needs a mark or a space behind it. */
function endsThere(text: string, length: number): boolean {
  const bounded = SPACED.test(text.slice(0, length)) || length === 1;
  return !bounded || !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(length));
}
