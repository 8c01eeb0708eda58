/** What goes wrong while an archive is uploaded, and what is said of it. */
import { hash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keysIn } from "../../src/build/bucket/s3.ts";
import { upload } from "../../src/build/bucket/upload.ts";
import { BUCKET, boundProject, run, servedFromBucket, uploadedIn } from "./bucket.ts";
import { wayTo } from "./way.ts";

const { project, ask, bucket, endpoint, files, publish } = servedFromBucket(120);

test("connections that break are tried again", async () => {
  const folder = project.archive;
  const { files: uploaded } = await upload(folder, bucket(await wayTo(endpoint(), { breaks: 3 })), () => {});
  expect(uploaded).toBe(files().length);
  expect(uploadedIn(await publish())).toEqual([0, files().length]);
  expect((await ask("/archive/1/rss.xml")).status).toBe(200);
});

test("a file that is not as the build wrote it is not uploaded, and is named", async () => {
  const [name = ""] = files();
  await bucket().remove(name);
  const path = join(project.archive, name);
  for (const bytes of ["", "[]\n", '[2,"0123456789abcdef"]\n{}\n']) {
    writeFileSync(path, bytes);
    await expect(upload(project.archive, bucket(), () => {})).rejects.toThrow(
      `${path}: a file as the build wrote it`,
    );
  }
  for await (const held of bucket().list()) expect(held.name).not.toBe(name);
  // A build comes first, which mends it.
  expect(uploadedIn(await publish())).toEqual([1, files().length - 1]);
});

test("a list is read to its end, however many pages it has", async () => {
  const held = new Map<string, string>();
  for await (const { name, md5 } of bucket().list()) held.set(name, md5);
  expect([...held.keys()].filter((name) => name.endsWith(".jsonl")).sort()).toEqual(files().sort());
  for (const name of files())
    expect(held.get(name)).toBe(hash("md5", readFileSync(join(project.archive, name)), "hex"));
});

test("what is missing or wrong is named, with what to do", async () => {
  const said = async (args: readonly string[], env: NodeJS.ProcessEnv) => {
    const { status, out, complaints } = await publish(args, env);
    expect([status, out]).toEqual([1, expect.not.stringContaining("uploaded")]);
    return complaints;
  };
  expect(await said([], { R2_SECRET_ACCESS_KEY: "" })).toMatch(
    /^R2_SECRET_ACCESS_KEY: set .*; found nothing\n$/,
  );
  expect(await said([], { R2_ENDPOINT: "", CLOUDFLARE_ACCOUNT_ID: "" })).toMatch(/^CLOUDFLARE_ACCOUNT_ID: /);
  expect(await said([], { R2_SECRET_ACCESS_KEY: "wrong" })).toContain(
    `keys that may read and write the bucket "${BUCKET}"; found 403 SignatureDoesNotMatch`,
  );
  expect(await said([], { R2_ENDPOINT: endpoint().replace(/s3$/, "s3/x") })).toMatch(
    /^wrangler.toml: a bucket that exists/,
  );
  expect(await said(["--remove-after", "soon"], {})).toMatch(/^--remove-after: a number of days/);
  expect(await said(["--remove"], {})).toMatch(/^publish:r2: /);
});

test("a bucket is asked for at its account, in its jurisdiction", () => {
  const keys = { R2_ACCESS_KEY_ID: "k", R2_SECRET_ACCESS_KEY: "s" };
  const at = (env: NodeJS.ProcessEnv, jurisdiction: string, account = "") =>
    keysIn({ ...keys, ...env }, { bucket: BUCKET, jurisdiction, account }).endpoint;
  expect(at({ CLOUDFLARE_ACCOUNT_ID: "abc" }, "")).toBe("https://abc.r2.cloudflarestorage.com");
  expect(at({}, "eu", "def")).toBe("https://def.eu.r2.cloudflarestorage.com");
});

test("without a bucket `publish:r2` says so, and a deploy has nothing to do", async () => {
  const plain = boundProject(1);
  writeFileSync(plain.configPath, "");
  const args = ["src/build/bucket/index.ts"];
  const { status, complaints } = await run(plain.path, args, {});
  expect([status, complaints]).toEqual([
    1,
    expect.stringMatching(/^wrangler.toml: a bucket that is bound as "ARCHIVE"/),
  ]);
  expect(await run(plain.path, [...args, "--if-bound"], {})).toEqual({ status: 0, out: "", complaints: "" });
});
