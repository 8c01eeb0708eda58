/** What is bundled is read as it was written. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { bundleAt, writeModule } from "../../src/build/write.ts";
import { bundledIn } from "../../src/bundled.ts";
import { article, publication } from "../sample.ts";

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "broadsheet-bundled-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

const bytesOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("", "a\nb\r\u2028c", "\uFFFD\u{1F30A}"));

test("publication, articles all at once or one by one, and the index, whatever they say", () => {
  const path = join(folder(), "publication.ts");
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), text, (titles, title) => {
      const own = publication({ title });
      const articles = titles.map((one) => article({ title: one }));
      const searchIndex = JSON.stringify({ title });
      writeModule(path, { publication: own, articles: articles.map(bytesOf), searchIndex });
      const read = bundledIn(bundleAt(path));
      expect(read.publication).toEqual(own);
      expect([read.ready, read.archive(), read.searchIndex()]).toEqual([undefined, undefined, searchIndex]);
      expect(read.articles()).toEqual(articles);
      const newest = read.newest();
      expect(Array.from({ length: newest.length }, (_, i) => newest.at(i))).toEqual(articles);
      expect(newest.at(newest.length)).toBeUndefined();
    }),
  );
});

test("a file that is not as it was written is written anew, and others are taken away", () => {
  const path = folder();
  const bundle = { publication: publication(), articles: [bytesOf(article())], searchIndex: "" };
  writeModule(join(path, "publication.ts"), bundle);
  const [name = ""] = readdirSync(path).filter((one) => one.endsWith(".bin"));
  const whole = bundleAt(join(path, "publication.ts"));
  writeFileSync(join(path, name), whole.subarray(0, 100));
  writeFileSync(join(path, `${"0".repeat(32)}.bin`), "left by a build that was killed");
  writeModule(join(path, "publication.ts"), bundle);
  expect(bundleAt(join(path, "publication.ts"))).toEqual(whole);
  expect(readdirSync(path).sort()).toEqual([name, "publication.ts"]);
});
