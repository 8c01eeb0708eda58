import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { median } from "./median.ts";

/** What a command took. */
export interface Measured {
  readonly seconds: number;
  /** Of all its threads. */
  readonly cpuSeconds: number;
  /** The most memory it held at once; 0 where there is no /proc. */
  readonly peakMegabytes: number;
}

const EVERY = 10;
/** Linux counts processor time in hundredths of a second, whatever the machine. */
const TICKS = 100;

/** Runs a command to its end and watches it in /proc: there is no other way to a child's memory that needs no tool. */
export async function measured(command: string, args: readonly string[], cwd: string): Promise<Measured> {
  const began = performance.now();
  const child = spawn(command, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });
  const said: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
  let seen = { cpuSeconds: 0, peakMegabytes: 0 };
  const timer = setInterval(() => {
    seen = watched(child.pid) ?? seen;
  }, EVERY);
  const [status] = (await once(child, "exit")) as [number | null];
  clearInterval(timer);
  if (status !== 0)
    throw new Error(`${command} ended with ${status}: ${Buffer.concat(said).toString().slice(0, 2000)}`);
  return { seconds: (performance.now() - began) / 1000, ...seen };
}

function watched(pid: number | undefined): Omit<Measured, "seconds"> | undefined {
  try {
    const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    if (!peak) return undefined;
    return {
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS,
      peakMegabytes: (Number(peak) * 1024) / 1e6,
    };
  } catch {
    return undefined; // It has ended, or there is no /proc.
  }
}

/** The middle of what a command took each time. */
export const middle = (runs: readonly Measured[]): Measured => ({
  seconds: median(runs.map(({ seconds }) => seconds)),
  cpuSeconds: median(runs.map(({ cpuSeconds }) => cpuSeconds)),
  peakMegabytes: median(runs.map(({ peakMegabytes }) => peakMegabytes)),
});
