import type { WriteStream } from "node:tty";
import { ProgressBar } from "@opentf/cli-pbar";

/** A bar for uploads, where somebody looks: not in a file, nor under CI. */
export function uploadsOn(stream: WriteStream, { CI }: NodeJS.ProcessEnv) {
  if (!stream.isTTY || CI) return { tell: () => {}, end: () => {} };
  const bar = new ProgressBar({
    stream,
    variant: "PLAIN",
    prefix: "uploading files",
    showCount: true,
    autoClear: true,
  });
  let isShown = false;
  return {
    tell(value: number, total: number) {
      if (isShown) bar.update({ value, total });
      else bar.start({ value, total });
      isShown = true;
    },
    end() {
      if (isShown) bar.stop();
    },
  };
}
