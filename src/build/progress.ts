import { createRequire } from "node:module";
import type { WriteStream } from "node:tty";
import type { ProgressBar } from "@opentf/cli-pbar";

/** Shows how far something is, until its end. */
export interface Progress {
  readonly tell: (done: number, of: number) => void;
  /** Takes away what was shown. */
  readonly end: () => void;
}

/** Milliseconds: what is over sooner needs no bar, and more often than that no eye sees it. */
const SOON = 1000;
const OFTEN = 100;

const require = createRequire(import.meta.url);

/** A bar with a rate and the time left, on what takes longer than a second; none where nobody looks: in a file, or under CI. */
export function progressOn(
  stream: WriteStream,
  { CI }: NodeJS.ProcessEnv,
  clock = () => performance.now(),
  what = "reading seeds",
): Progress {
  if (!stream.isTTY || CI) return { tell: () => {}, end: () => {} };
  const began = clock();
  let bar: ProgressBar | undefined;
  let shown = 0;
  return {
    tell(done, of) {
      const now = clock();
      if (now - began < SOON || now - shown < OFTEN) return;
      const state = { value: done, total: of, suffix: pace(done, of, now - began) };
      if (bar) bar.update(state);
      else {
        bar = barOn(stream, what);
        bar.start(state);
      }
      shown = now;
    },
    end: () => bar?.stop(),
  };
}

/** The package is loaded once there is something to show: most builds are over before. Plain, as the other kind tells what is done by colours alone. */
function barOn(stream: WriteStream, prefix: string): ProgressBar {
  const bars: typeof import("@opentf/cli-pbar") = require("@opentf/cli-pbar");
  return new bars.ProgressBar({ stream, variant: "PLAIN", prefix, showCount: true, autoClear: true });
}

/** How many a second, and how long the rest takes at that. */
function pace(done: number, of: number, milliseconds: number): string {
  if (done === 0) return "";
  const left = Math.ceil((((of - done) / done) * milliseconds) / 1000);
  const minutes = left >= 60 ? `${Math.floor(left / 60)} min ` : "";
  return `${Math.round((done / milliseconds) * 1000)}/s, ${minutes}${left % 60} s left`;
}
