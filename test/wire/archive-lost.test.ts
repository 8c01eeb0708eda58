/** A deployment whose archive is lost in part: what needs it says so, and nothing else is touched. */
import { readdirSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectOf } from "./project.ts";
import { served } from "./serve.ts";

const project = projectOf(300, "entries = 10\nbundled = 50");
const files = readdirSync(project.archive).map((name) => join(project.archive, name));
const [oldest = "", second = ""] = files
  .filter((file) => readFileSync(file, "utf8").includes("contentHtml"))
  .filter((file) => readFileSync(file, "utf8").split("\n").length === 102);
rmSync(oldest);
truncateSync(second, 2000);
const { ask } = served(project.configPath);

test("the newest feeds are there, and what needs a lost file is a 503 that no cache keeps", async () => {
  for (const path of ["/rss.xml", "/atom.xml", "/feed.json"]) expect((await ask(path)).status).toBe(200);
  const paths = Array.from({ length: 70 }, (_, i) => `/archive/${i + 1}/rss.xml`);
  const answers = await Promise.all(paths.map((path) => ask(path)));
  const lost = answers.filter(({ status }) => status !== 200);
  expect(lost.length).toBeGreaterThan(20);
  expect(lost.length).toBeLessThan(60);
  for (const { status, headers } of lost) {
    expect([status, headers["cache-control"], headers.etag]).toEqual([503, "no-store", undefined]);
    expect(headers["retry-after"]).toMatch(/^\d+$/);
  }
});
