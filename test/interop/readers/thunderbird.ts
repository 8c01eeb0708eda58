import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import * as v from "valibot";
import { type Entry, type Reader, secondsOf } from "../reader.ts";
import { environmentIn, versionOf } from "../run.ts";
import { type Marionette, marionetteAt } from "./marionette.ts";

const SCRIPT = join(import.meta.dirname, "thunderbird.js");
const FILES = v.object({ value: v.array(v.tuple([v.string(), v.string()])) });
const STARTS = 150;

/** Thunderbird without a screen: its own feed code subscribes and fetches, and its mailboxes hold what it shows. */
export const thunderbird: Reader = {
  name: "Thunderbird",
  version: () => versionOf(["dpkg-query", "-W", "-f", `\${Version}`, "thunderbird"]),
  formats: ["rss", "atom"],
  datesChanges: ["atom"],
  needs: [{ command: ["test", "-x", "/usr/bin/thunderbird"], debian: "thunderbird" }],
  visits: 2,
  open: async (urls, home) => {
    // Port 0: any that is free; it writes down which.
    await writeFile(join(home, "user.js"), 'user_pref("marionette.port", 0);\n');
    const flags = ["--headless", "--marionette", "-remote-allow-system-access", "-profile", home];
    const program = spawn("thunderbird", flags, { env: environmentIn(home), stdio: "ignore" });
    const marionette = await started(home, program);
    const script = await readFile(SCRIPT, "utf8");
    let files: readonly (readonly [string, string])[] = [];
    return {
      async visit() {
        files = v.parse(FILES, await marionette.run(script, [urls])).value;
      },
      async close() {
        const ended = once(program, "exit");
        marionette.close();
        program.kill();
        await ended;
        const read = async ([url, file]: readonly [string, string]) =>
          [url, entriesOf(await readFile(file, "utf8"))] as const;
        return new Map(await Promise.all(files.map(read)));
      },
    };
  },
};

async function started(home: string, program: ChildProcess): Promise<Marionette> {
  for (let tries = 0; tries < STARTS && program.exitCode === null; tries++) {
    const port = Number(await readFile(join(home, "MarionetteActivePort"), "utf8").catch(() => "0"));
    if (port > 0) return marionetteAt(port);
    await wait(200);
  }
  program.kill();
  throw new Error("expected Thunderbird to start; it did not");
}

/** A mailbox has a message for each entry: `From ` begins one, and its id is the entry's with a made-up host. */
const entriesOf = (mailbox: string): readonly Entry[] =>
  mailbox
    .split(/^From - .*\r?\n/m)
    .slice(1)
    .map((message) => {
      const end = /\r?\n\r?\n/.exec(message)?.index ?? 0;
      const head = message.slice(0, end).replace(/\r?\n[ \t]+/g, " ");
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(head)?.[1]?.trim() ?? "";
      return {
        id: field("Message-Id").replace(/^<|@[^@]*$/g, ""),
        title: field("Subject"),
        published: secondsOf(field("Date")),
        bodyHtml: /<body[^>]*>(.*)<\/body>/s.exec(message)?.[1] ?? "",
      };
    });
