import Parser from "rss-parser";
import { type Entry, forgetful, type Reader, secondsOf } from "../reader.ts";
import { packageVersion } from "../run.ts";

/** What its types leave out. */
interface More {
  readonly id?: string;
  readonly "content:encoded"?: string;
}

/** rss-parser (npm): fetches by itself, and remembers nothing. */
export const rssParser: Reader = {
  name: "rss-parser",
  version: () => packageVersion("rss-parser"),
  formats: ["rss", "atom"],
  needs: [],
  visits: 1,
  open: forgetful(visit),
};

async function visit(url: string): Promise<readonly Entry[]> {
  const { items } = await new Parser<object, More>().parseURL(url);
  return items.map((item) => ({
    id: item.guid ?? item.id ?? "",
    title: item.title ?? "",
    published: secondsOf(item.isoDate),
    bodyHtml: item["content:encoded"] ?? item.content ?? "",
  }));
}
