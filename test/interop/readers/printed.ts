import * as v from "valibot";
import type { Shelf } from "../reader.ts";

const ENTRY = v.object({
  id: v.string(),
  title: v.string(),
  published: v.nullish(v.number()),
  bodyHtml: v.string(),
});

/** What the programs in this folder print: a JSON object of addresses, each with its entries. */
export function shelfIn(printed: string): Shelf {
  const shelf = v.parse(v.record(v.string(), v.array(ENTRY)), JSON.parse(printed));
  return new Map(
    Object.entries(shelf).map(([url, entries]) => [
      url,
      entries.map((entry) => ({ ...entry, published: entry.published ?? undefined })),
    ]),
  );
}
