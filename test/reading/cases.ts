import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { feedOf } from "./feed.ts";
import { type Check, type Expected, type Item, judge } from "./score.ts";

/** Seeds, and beside each what an editor reads off it. */
export const CASES = "test/reading/cases";

/** A case, and every judgement of what was read off it. */
export interface Judged {
  readonly name: string;
  readonly language: string;
  readonly checks: readonly Check[];
}

/** Publishes every case of a folder, and judges its item in the JSON Feed. */
export async function judgeCases(folder: string): Promise<readonly Judged[]> {
  const names = readdirSync(folder).flatMap((file) =>
    file.endsWith(".expected.json") ? [file.replace(".expected.json", "")] : [],
  );
  const { items } = JSON.parse(await feedOf(folder)) as { readonly items: readonly Item[] };
  return names.sort().map((name) => {
    const expected = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), "utf8")) as Expected;
    return { name, language: expected.language ?? "?", checks: judge(expected, itemOf(expected, items)) };
  });
}

/** Found by its title, else by a sentence of its body. */
function itemOf({ title, must_contain }: Expected, items: readonly Item[]): Item | undefined {
  const key = (text: string) =>
    text
      .normalize("NFC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "");
  const titles = [title].flat().map(key);
  const bodies = items.map((item) => ({ item, body: key(item.content_html.replace(/<[^>]*>|&\w+;/g, "")) }));
  const parts = (must_contain ?? []).map((part) => key(part.replace(/[&<>"]/g, "")));
  return (
    items.find((item) => titles.includes(key(item.title))) ??
    bodies.find(({ body }) => parts.some((part) => body.includes(part)))?.item ??
    items.find((item) => titles.some((one) => key(item.title).includes(one) || one.includes(key(item.title))))
  );
}
