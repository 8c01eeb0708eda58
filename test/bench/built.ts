import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { buildSite, hasHugo, writeSite } from "./hugo.ts";
import { type Measured, measured, middle } from "./measured.ts";
import { editSeed } from "./scaled.ts";
import { inventing } from "./seeds.ts";

type Row = Readonly<Record<string, string | number>>;

const MB = 1e6;
/** Up to so many articles three builds from nothing are made, and one of more. */
const FEW = 1000;
/** Hugo holds all pages in memory: up to so many it is asked to. */
const MOST_COMPARED = 100_000;
const RUNS = 3;
const EDITS = 5;
/** A time that lies back less than two seconds proves nothing to a build. */
const RACY = 2500;

/**
 * What builds take, by the command that `npm run build` runs: seconds, processor seconds of all threads, and the most memory.
 *
 * - From nothing, in turn with Hugo building the same articles as Markdown; medians of three after one that warms up, or one of
 *   each where there are more than 1,000. The two do different work. Ours detects the language, finds title, date, people, body
 *   and topics in the text, and writes what the Worker renders feeds and pages from when it is asked. Hugo is told all of that in
 *   front matter, and renders: one bare page per article, RSS with full content for the site, each language (its sections) and
 *   each topic. Whatever else it makes by default (lists as HTML, the sitemap) is off. Both use all cores.
 * - After an edit of one seed: the median of five from all over. All other files had been written more than two seconds before
 *   the build before, so that their times alone tell that they are as they were.
 */
export async function built(folder: string, size: number): Promise<Row> {
  const site = mkdtempSync(join(tmpdir(), "broadsheet-hugo-"));
  try {
    const isCompared = hasHugo() && size <= MOST_COMPARED;
    if (isCompared) writeSite(site, inventing(size));
    await setTimeout(RACY);
    const ours: Measured[] = [];
    const hugos: Measured[] = [];
    const isFew = size <= FEW;
    for (let run = isFew ? -1 : 0; run < (isFew ? RUNS : 1); run++) {
      const [own, hugo] = [await anew(folder), isCompared ? await buildSite(site) : undefined];
      if (run < 0) continue;
      ours.push(own);
      if (hugo) hugos.push(hugo);
    }
    return {
      ...cells("build", middle(ours)),
      ...(hugos.length > 0 && cells("Hugo", middle(hugos))),
      ...cells("one edit", middle(await edited(folder))),
      ...filesIn(join(folder, "src/generated/archive")),
    };
  } finally {
    rmSync(site, { recursive: true });
  }
}

const build = (folder: string): Promise<Measured> =>
  measured(process.execPath, ["src/build/index.ts"], folder);

/** Takes away what was built, and what is kept of it, and builds. */
function anew(folder: string): Promise<Measured> {
  for (const name of ["src/generated", "node_modules/.cache"])
    rmSync(join(folder, name), { recursive: true, force: true });
  return build(folder);
}

async function edited(folder: string): Promise<readonly Measured[]> {
  const took: Measured[] = [];
  for (let edit = 0; edit < EDITS; edit++) {
    await setTimeout(RACY);
    editSeed(folder, edit / EDITS);
    took.push(await build(folder));
  }
  return took;
}

const cells = (what: string, { seconds, cpuSeconds, peakMegabytes }: Measured): Row => ({
  [`${what}, s`]: seconds.toFixed(2),
  [`${what}, CPU s`]: cpuSeconds.toFixed(2),
  [`${what}, peak MB`]: Math.round(peakMegabytes),
});

function filesIn(archive: string): Row {
  const files = readdirSync(archive);
  const bytes = files.reduce((sum, name) => sum + statSync(join(archive, name)).size, 0);
  return { files: files.length, "files, MB": Math.round(bytes / MB) };
}
