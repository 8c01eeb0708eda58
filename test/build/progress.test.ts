import { WriteStream } from "node:tty";
import { expect, test } from "vitest";
import { progressOn } from "../../src/build/progress.ts";

/** A stream that remembers what was written to it. */
function terminal(isTTY: boolean) {
  const written: string[] = [];
  const stream: WriteStream = Object.assign(Object.create(WriteStream.prototype), {
    isTTY,
    write: (text: string) => written.push(text) > 0,
    cursorTo: () => true,
    clearLine: () => true,
    moveCursor: () => true,
    clearScreenDown: () => true,
  });
  return { stream, text: () => written.join("") };
}

/** What is shown after 500 ms, and after another two seconds, of a build that reads 100 of 400 seeds. */
function shown(isTTY: boolean, environment: NodeJS.ProcessEnv) {
  let now = 0;
  const { stream, text } = terminal(isTTY);
  const { tell, end } = progressOn(stream, environment, () => now);
  now += 500;
  tell(50, 400);
  const soon = text();
  now += 2000;
  tell(100, 400);
  end();
  return { soon, later: text() };
}

test("on a terminal what takes longer than a second has a bar, a rate and the time left", () => {
  const { soon, later } = shown(true, {});
  expect(soon).toBe("");
  expect(later).toContain("25% [100/400] 40/s, 8 s left");
});

test.each([
  ["in a file", false, {}],
  ["under CI", true, { CI: "true" }],
])("nothing is shown %s", (_, isTTY, environment) => {
  expect(shown(isTTY, environment).later).toBe("");
});
