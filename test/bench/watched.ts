import { readdirSync, readFileSync } from "node:fs";

const MB = 1e6;
const KB = 1024;

/** Megabytes of memory that a process holds now. */
export const residentMegabytes = (pid: number): number =>
  (Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * KB) / MB;

/** Milliseconds of processor time that the threads of a process have had: to the nanosecond, where `/proc/PID/stat` counts hundredths of a second. */
export const cpuMilliseconds = (pid: number): number =>
  readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + threadNanoseconds(pid, thread), 0) / 1e6;

function threadNanoseconds(pid: number, thread: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]);
  } catch {
    return 0; // It has ended meanwhile.
  }
}
