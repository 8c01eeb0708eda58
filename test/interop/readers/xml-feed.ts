import { join } from "node:path";
import type { Reader } from "../reader.ts";
import { run } from "../run.ts";
import { shelfIn } from "./printed.ts";

// Debian's own: another perl may come first on the PATH, without Debian's packages.
const PERL = "/usr/bin/perl";
const SCRIPT = join(import.meta.dirname, "poll.pl");

/** Perl's XML::Feed, with URI::Fetch that it brings: its caller keeps both validators. */
export const xmlFeed: Reader = {
  name: "XML::Feed",
  version: () => run([PERL, "-MXML::Feed", "-e", "print XML::Feed->VERSION"], "/"),
  formats: ["rss", "atom"],
  needs: [{ command: [PERL, "-MXML::Feed", "-e", "1"], debian: "libxml-feed-perl" }],
  visits: 2,
  open: async (urls, folder) => {
    let printed = "{}";
    return {
      async visit() {
        printed = await run([PERL, SCRIPT], folder, JSON.stringify(urls));
      },
      close: async () => shelfIn(printed),
    };
  },
};
