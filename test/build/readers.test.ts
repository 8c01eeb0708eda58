/** Of what breaks real readers, what the build sees to: see `test/field` for the rest. */
import { describe, expect, test } from "vitest";
import { folderOf, note } from "./folder.ts";

describe("what breaks real readers", () => {
  test("duplicate guid: the build stops, and names both seeds", async () => {
    const id = "id: tag:tide.example,2026:1";
    const { status, complaints } = await folderOf({ "a.md": note("A", id), "b.md": note("B", id) }).build();
    expect(status).toBe(1);
    expect(complaints.join("\n")).toMatch(/a\.md:3: .*b\.md[\s\S]*b\.md:3: .*a\.md/);
  });

  test("BOM of inputs: it is gone", async () => {
    const folder = folderOf({ "a.md": `\uFEFF${note("High water")}` });
    expect((await folder.build()).status).toBe(0);
    expect(folder.module()).toContain('"title":"High water"');
    expect(folder.module()).not.toContain("\uFEFF");
  });

  test("script/iframe/style in HTML: they are gone", async () => {
    const body = `<p onclick="x()">Water <a href="javascript:x()">in</a></p><script>x()</script><iframe src="https://a.example"></iframe><style>p{}</style>`;
    const folder = folderOf({ "a.html": `---\ntitle: A\n---\n${body}\n` });
    expect((await folder.build()).status).toBe(0);
    expect(folder.module()).not.toMatch(/<script|<iframe|<style|onclick|javascript:/);
  });

  test("MDX/JSX leaking into feed: no component's tag is left", async () => {
    const folder = folderOf({
      "a.md": note("A").replace("The water", "<MyCard client:load>The</MyCard> water"),
    });
    expect((await folder.build()).status).toBe(0);
    expect(folder.module()).not.toMatch(/mycard|client:load/i);
    expect(folder.module()).toContain("The water comes in at noon.");
  });

  test("relative URLs: each is whole, or begins with what stands for the publication's address", async () => {
    const folder = folderOf({ "a.md": note("A").replace("The water", "[The](/b) ![w](w.png) water") });
    expect((await folder.build()).status).toBe(0);
    expect(folder.module()).not.toMatch(/(?:href|src)=\\"(?!\u{FDD0}|https?:)/u);
  });

  test("non-ASCII tag silently lost: a topic may be called as it is", async () => {
    const topics = `id = "urn:uuid:5f0c9a52-6d0e-4c1b-9a55-3f6f3c1f7b10"\ntitle = "T"\nlanguage = "de"\nsince = 2024-06-19\n[[topics]]\nid = "größe"\ntitle = "Größe"\n`;
    const folder = folderOf({ "publication.toml": topics, "a.md": note("A", "topics: größe") });
    expect((await folder.build()).status).toBe(0);
    expect(folder.module()).toContain('"topics":["größe"]');
  });
});
