import { type AnyFeed, parseFeed } from "feedsmith";
import { type Entry, forgetful, type Reader, secondsOf } from "../reader.ts";
import { packageVersion } from "../run.ts";

/** feedsmith (npm): finds out the format by itself, and leaves HTTP to its caller. */
export const feedsmith: Reader = {
  name: "feedsmith",
  version: () => packageVersion("feedsmith"),
  formats: ["rss", "atom", "json"],
  needs: [],
  visits: 1,
  open: forgetful(async (url) => entriesOf(parseFeed(await (await fetch(url)).text()))),
};

function entriesOf(parsed: AnyFeed): readonly Entry[] {
  switch (parsed.format) {
    case "rss":
      return (parsed.feed.items ?? []).map((item) =>
        entry(item.guid?.value, item.title, item.pubDate, item.content?.encoded),
      );
    case "atom":
      return (parsed.feed.entries ?? []).map((item) =>
        entry(item.id, item.title?.value, item.published, item.content?.value),
      );
    case "json":
      return (parsed.feed.items ?? []).map((item) =>
        entry(item.id, item.title, item.date_published, item.content_html),
      );
    default:
      throw new Error(`expected RSS 2.0, Atom or JSON Feed; found ${parsed.format}`);
  }
}

const entry = (id = "", title = "", date: string | undefined, bodyHtml = ""): Entry => ({
  id,
  title,
  published: secondsOf(date),
  bodyHtml,
});
