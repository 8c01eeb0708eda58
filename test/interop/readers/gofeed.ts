import { join } from "node:path";
import type { Reader } from "../reader.ts";
import { run } from "../run.ts";
import { shelfIn } from "./printed.ts";

const SOURCES = "/usr/share/gocode";
const PACKAGE = "golang-github-mmcdole-gofeed-dev";
const SCRIPT = join(import.meta.dirname, "poll.go");

/** Go's gofeed, built from Debian's sources without a network: fetches by itself, and remembers nothing. */
export const gofeed: Reader = {
  name: "gofeed",
  version: async () =>
    (await run(["dpkg-query", "-W", "-f", `\${Version}`, PACKAGE], "/")).replace(/-[^-]*$/, ""),
  formats: ["rss", "atom", "json"],
  needs: [
    { command: ["go", "version"], debian: "golang-go" },
    { command: ["test", "-d", `${SOURCES}/src/github.com/mmcdole/gofeed`], debian: PACKAGE },
  ],
  visits: 1,
  open: async (urls, folder) => {
    const settings = ["GO111MODULE=off", `GOPATH=${SOURCES}`, `GOCACHE=${folder}/cache`];
    await run(["env", ...settings, "go", "build", "-o", "poll", SCRIPT], folder);
    let printed = "{}";
    return {
      async visit() {
        printed = await run([join(folder, "poll"), ...urls], folder);
      },
      close: async () => shelfIn(printed),
    };
  },
};
