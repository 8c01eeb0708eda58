import { join } from "node:path";
import * as v from "valibot";
import type { Reader } from "../reader.ts";
import { run } from "../run.ts";

// Debian's own: another python3 may come first on the PATH, without Debian's packages.
const PYTHON = "/usr/bin/python3";
const SCRIPT = join(import.meta.dirname, "poll.py");

const ENTRY = v.object({
  id: v.string(),
  title: v.string(),
  published: v.nullable(v.number()),
  bodyHtml: v.string(),
});

/** Python's feedparser: its caller keeps both validators. It finds fault with malformed documents and wrong content types. */
export const feedparser: Reader = {
  name: "feedparser",
  formats: ["rss", "atom"],
  needs: [{ command: [PYTHON, "-c", "import feedparser"], debian: "python3-feedparser" }],
  visits: 2,
  read: async (urls, folder) => {
    const printed = await run([PYTHON, SCRIPT], folder, JSON.stringify(urls));
    const shelf = v.parse(v.record(v.string(), v.array(ENTRY)), JSON.parse(printed));
    return new Map(
      Object.entries(shelf).map(([url, entries]) => [
        url,
        entries.map((entry) => ({ ...entry, published: entry.published ?? undefined })),
      ]),
    );
  },
};
