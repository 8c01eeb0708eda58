import { execFile } from "node:child_process";

/** Runs a program at home in a folder, without a proxy of this machine's; what it prints, or an error that says why it failed. */
export function run(
  command: readonly [string, ...string[]],
  folder: string,
  input: string = "",
): Promise<string> {
  const [program, ...args] = command;
  const env = { PATH: process.env.PATH, HOME: folder, LANG: "C.UTF-8", no_proxy: "127.0.0.1" };
  const options = { cwd: folder, env, timeout: 60_000, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, options, (error, printed, complaint) =>
      error ? reject(new Error(complaint.trim() || error.message)) : resolve(printed),
    );
    // A program that is missing or ends early leaves nobody to listen.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}
