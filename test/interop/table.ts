/** Rows as a Markdown table, headed by the keys of the first. */
export function tableOf(rows: readonly Readonly<Record<string, string>>[]): string {
  const heads = Object.keys(rows[0] ?? {});
  const lines = [heads, ...rows.map((row) => heads.map((head) => row[head] ?? ""))];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const [head = "", ...body] = lines.map((line) =>
    lineOf(line.map((cell, i) => cell.padEnd(widths[i] ?? 0))),
  );
  return [head, lineOf(widths.map((width) => "-".repeat(width))), ...body].join("\n");
}

const lineOf = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
