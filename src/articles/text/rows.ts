import { foldLabel } from "./labels.ts";

/** Finds labels in a row, one behind another ("Share Tweet Print"). */
export interface Rows {
  /** Whether a line is nothing but labels in a row. */
  readonly isRow: (text: string) => boolean;
  /** Whether a line of some words has labels in a row, perhaps behind the outlet's name. */
  readonly hasRow: (text: string) => boolean;
}

/** So many words are looked at together within a line, and no line with more is looked through. */
const WINDOW = 4;
const MOST = 16;

export function rowsOf(labels: ReadonlyMap<string, unknown>): Rows {
  const inLabels = new Set([...labels.keys()].flatMap((label) => label.split(" ")).map(foldLabel));
  /** Where one word stands in no label, nothing that it is in is a row; marks alone may stand between labels. */
  const may = (word: string) => inLabels.has(foldLabel(word));
  const isRow = (text: string) => {
    const words = foldLabel(text).split(" ");
    return words.every(may) && canBeParted(words, labels);
  };
  return {
    isRow,
    hasRow(text) {
      const words = text.split(/\s+/u);
      if (words.length > MOST) return false;
      let from = 0;
      for (const [i, word] of words.entries()) {
        if (!may(word)) from = i + 1;
        else if (i + 1 - from >= WINDOW && isRow(words.slice(i + 1 - WINDOW, i + 1).join(" "))) return true;
      }
      return false;
    },
  };
}

/** Whether words are two or more labels, one behind another. */
function canBeParted(row: readonly string[], labels: ReadonlyMap<string, unknown>): boolean {
  if (row.length < 2 || row.length > MOST) return false;
  // The number of labels that the words so far can be parted into; 0 where they cannot.
  const counts: number[] = [0];
  for (let end = 1; end <= row.length; end++) {
    const starts = row
      .slice(0, end)
      .flatMap((_, start) =>
        (start === 0 || (counts[start] ?? 0) > 0) && labels.has(foldLabel(row.slice(start, end).join(" ")))
          ? [(counts[start] ?? 0) + 1]
          : [],
      );
    counts.push(Math.max(0, ...starts));
  }
  return (counts[row.length] ?? 0) > 1;
}
