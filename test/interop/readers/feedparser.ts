import { join } from "node:path";
import type { Reader } from "../reader.ts";
import { run } from "../run.ts";
import { shelfIn } from "./printed.ts";

// Debian's own: another python3 may come first on the PATH, without Debian's packages.
const PYTHON = "/usr/bin/python3";
const SCRIPT = join(import.meta.dirname, "poll.py");

/** Python's feedparser: its caller keeps both validators, and what it was told. It finds fault with malformed documents and wrong content types. */
export const feedparser: Reader = {
  name: "feedparser",
  version: () => run([PYTHON, "-c", "import feedparser; print(feedparser.__version__, end='')"], "/"),
  formats: ["rss", "atom"],
  needs: [{ command: [PYTHON, "-c", "import feedparser"], debian: "python3-feedparser" }],
  visits: 2,
  open: async (urls, folder) => {
    let printed = "{}";
    return {
      async visit() {
        printed = await run([PYTHON, SCRIPT], folder, JSON.stringify(urls));
      },
      close: async () => shelfIn(printed),
    };
  },
};
