import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Entry, Reader } from "../reader.ts";
import { run, versionOf } from "../run.ts";

/** The configuration of a subscriber who follows sfeed's README ("Caching, incremental data updates"). */
const configOf = (urls: readonly string[], folder: string) => `sfeedpath='${folder}'
fetch() {
  etag="$3.etag"
  curl -L --max-redirs 0 -H "User-Agent:" -f -s -m 15 --compressed \\
    --etag-save "$etag" --etag-compare "$etag" -z "$etag" "$2" 2>/dev/null
}
feeds() {
${urls.map((url, index) => `  feed ${index} '${url}'`).join("\n")}
}
`;

/** sfeed, as a subscriber runs it: some updates, then what its files hold. */
export const sfeed: Reader = {
  name: "sfeed",
  // It does not tell its version itself.
  version: () => versionOf(["dpkg-query", "-W", "-f", `\${Version}`, "sfeed"]),
  formats: ["rss", "atom"],
  needs: [
    { command: ["sfeed"], debian: "sfeed" },
    { command: ["curl", "--version"], debian: "curl" },
  ],
  visits: 2,
  open: async (urls, folder) => {
    await writeFile(join(folder, "sfeedrc"), configOf(urls, folder));
    const shown = async (url: string, index: number) =>
      [url, entriesOf(await readFile(join(folder, `${index}`), "utf8"))] as const;
    return {
      visit: async () => void (await run(["sfeed_update", join(folder, "sfeedrc")], folder)),
      close: async () => new Map(await Promise.all(urls.map(shown))),
    };
  },
};

/** One entry a line, its fields parted by tabs (sfeed(5)). */
const entriesOf = (lines: string): readonly Entry[] =>
  lines
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [seconds = "", title = "", , content = "", , id = ""] = line.split("\t");
      return {
        id,
        title,
        published: seconds === "" ? undefined : Number(seconds),
        bodyHtml: unescaped(content),
      };
    });

const ESCAPES: Readonly<Record<string, string>> = { "\\n": "\n", "\\t": "\t", "\\\\": "\\" };

const unescaped = (field: string): string => field.replace(/\\[nt\\]/g, (pair) => ESCAPES[pair] ?? pair);
