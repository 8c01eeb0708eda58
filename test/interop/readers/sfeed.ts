import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Entry, Reader } from "../reader.ts";
import { run } from "../run.ts";

const VISITS = 2;

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

/** sfeed, as a subscriber runs it: two updates, then what its files hold. */
export const sfeed: Reader = {
  name: "sfeed",
  formats: ["rss", "atom"],
  needs: [
    { command: ["sfeed"], debian: "sfeed" },
    { command: ["curl", "--version"], debian: "curl" },
  ],
  visits: VISITS,
  read: async (urls, folder) => {
    await writeFile(join(folder, "sfeedrc"), configOf(urls, folder));
    for (let visit = 0; visit < VISITS; visit++) await run(["sfeed_update", join(folder, "sfeedrc")], folder);
    const files = urls.map(
      async (url, index) => [url, entriesOf(await readFile(join(folder, `${index}`), "utf8"))] as const,
    );
    return new Map(await Promise.all(files));
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
