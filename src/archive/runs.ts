import { VERSION_LENGTH } from "./filed.ts";

/** Rows that articles have, from one on. */
export interface Run {
  readonly row: number;
  readonly count: number;
}

/** Finds the rows of articles by their versions; mostly they are where they were, or next to it. None where an article is new; one may be taken for new that is not. */
export function runsIn(versions: Uint8Array, earlier: Uint8Array): (i: number) => Run | undefined {
  const before = earlier.length / VERSION_LENGTH;
  let rows: ReadonlyMap<string, number> | undefined;
  let moved = 0;
  const isAt = (i: number, row: number) => row >= 0 && row < before && isSame(versions, i, earlier, row);
  return (i) => {
    const there = i + moved;
    let row = [there, there - 1, there + 1].find((one) => isAt(i, one));
    // One that was edited, or that came between.
    const isAlone = row === undefined && (isAt(i + 1, there + 1) || isAt(i + 1, there));
    if (row === undefined && !isAlone) {
      rows ??= rowsBy(earlier, before);
      row = rows.get(versionAt(versions, i));
    }
    if (row === undefined) return undefined;
    moved = row - i;
    return { row, count: alike(versions, i, earlier, row) };
  };
}

const rowsBy = (earlier: Uint8Array, count: number): ReadonlyMap<string, number> =>
  new Map(Array.from({ length: count }, (_, row) => [versionAt(earlier, row), row]));

const versionAt = (versions: Uint8Array, i: number): string =>
  String.fromCharCode(...versions.subarray(i * VERSION_LENGTH, (i + 1) * VERSION_LENGTH));

function isSame(versions: Uint8Array, i: number, earlier: Uint8Array, row: number): boolean {
  for (let at = 0; at < VERSION_LENGTH; at++)
    if (versions[i * VERSION_LENGTH + at] !== earlier[row * VERSION_LENGTH + at]) return false;
  return true;
}

/** How many versions are the same, from one of each on. */
function alike(versions: Uint8Array, i: number, earlier: Uint8Array, row: number): number {
  const [start, from] = [i * VERSION_LENGTH, row * VERSION_LENGTH];
  const most = Math.min(versions.length - start, earlier.length - from);
  let count = 0;
  while (count < most && versions[start + count] === earlier[from + count]) count++;
  return Math.floor(count / VERSION_LENGTH);
}
