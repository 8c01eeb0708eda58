import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderOf, note, PUBLICATION } from "./folder.ts";

const EDGE = '[vars]\nEDGE_CACHE = "on"\n[exports.Cached]\ntype = "worker"\n';

test("a cache at the edge that is switched on without an address is a warning with its line", async () => {
  const folder = folderOf({ "a.md": note("A") });
  const complaintsWith = async (config: string) => {
    writeFileSync(join(folder.path, "wrangler.toml"), config);
    const { status, complaints } = await folder.build();
    expect(status).toBe(0);
    return complaints;
  };
  expect(await complaintsWith(EDGE)).toEqual([
    "wrangler.toml:2: warning: EDGE_CACHE where publication.toml names its `url`; found none: the cache is not asked, as it does not tell hosts apart",
  ]);
  expect(await complaintsWith(EDGE.replace("on", "off"))).toEqual([]);
  expect(await complaintsWith('name = "tide"\n')).toEqual([]);
  folder.put({ "publication.toml": `url = "https://tide.example"\n${PUBLICATION}` });
  expect(await complaintsWith(EDGE)).toEqual([]);
});
