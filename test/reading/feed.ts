import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Article } from "../../src/articles/article.ts";
import { articlesOf } from "../../src/build/bundle.ts";
import { readSeeds } from "../../src/build/read.ts";
import { report } from "../../src/build/report.ts";
import { createApp } from "../../src/http/app.ts";
import { noPages } from "../no-pages.ts";

const PUBLICATION = `id = "urn:uuid:00000000-0000-4000-8000-000000000000"
title = "Reading"
language = "en"
since = 2000-01-01
entries = 100000
`;

/** The JSON Feed that comes of a folder of seeds, by the build and the app; throws what the build complains of. */
export async function feedOf(folder: string): Promise<string> {
  const seeds = mkdtempSync(join(tmpdir(), "broadsheet-reading-"));
  try {
    cpSync(folder, seeds, { recursive: true });
    writeFileSync(join(seeds, "publication.toml"), PUBLICATION);
    const built = readSeeds(seeds);
    if (!built.collection) throw new Error(report(built, folder).join("\n"));
    const { publication } = built.collection;
    const read = [...articlesOf(built.collection)].map(
      (json): Article => JSON.parse(Buffer.from(json).toString()),
    );
    const answer = await createApp({ publication, articles: read, pages: noPages }).request("/feed.json");
    return await answer.text();
  } finally {
    rmSync(seeds, { recursive: true });
  }
}
