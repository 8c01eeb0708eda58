import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const README = join(import.meta.dirname, "../../README.md");
const MARKS = /(<!-- readers: [^\n]*-->\n).*?(<!-- end of readers -->)/s;

/** Puts the table between its two marks in the README. */
export async function writeReadme(table: string): Promise<void> {
  const text = await readFile(README, "utf8");
  if (!MARKS.test(text))
    throw new Error("README.md: expected two marks around the table of readers; found none");
  await writeFile(
    README,
    text.replace(MARKS, (_, first: string, second: string) => `${first}\n${table}\n\n${second}`),
  );
}
