import type { Line } from "./lines.ts";
import { endsSentence } from "./prose.ts";

/** Where mail programs and agencies break lines. */
const WIDEST = 90;
const NARROWEST = 50;
/** So many lines broken in this way are no chance. */
const ENOUGH = 6;

/** Puts lines together that were broken at a column: the next line's first word would not have fitted on the line any more. */
export function unwrapped(lines: readonly Line[]): readonly Line[] {
  const full = lines.flatMap((line, i) => (isOpen(line, lines[i + 1]) ? [{ line, next: lines[i + 1] }] : []));
  const width = full.reduce((widest, { line }) => Math.max(widest, line.text.length), 0);
  const broken = new Set(full.filter(({ line, next }) => fills(line, next, width)).map(({ line }) => line));
  if (broken.size < ENOUGH || broken.size < full.length * 0.7) return lines;
  const joined: Line[] = [];
  let open = false;
  for (const line of lines) {
    const last = joined.at(-1);
    if (open && last) joined.splice(-1, 1, { ...last, text: `${last.text} ${line.text}` });
    else joined.push(line);
    open = broken.has(line);
  }
  return joined;
}

/** A line of text that another follows without a gap. */
const isOpen = ({ text }: Line, next: Line | undefined): boolean =>
  next !== undefined && !next.gap && text.length >= NARROWEST && text.length <= WIDEST;

function fills({ text }: Line, next: Line | undefined, width: number): boolean {
  const word = next?.text.split(/\s/u)[0] ?? "";
  return text.length + 1 + word.length > width && !(endsSentence(text) && text.length < width - 20);
}
