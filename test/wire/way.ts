import { connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** What is wrong with a way: so many connections break at once, or nothing more gets through after so many bytes. */
interface Wrong {
  readonly breaks?: number;
  readonly bytes?: number;
}

/** An address that leads to another, over connections with something wrong, until a test is over. */
export async function wayTo(
  address: string,
  { breaks = 0, bytes = Number.POSITIVE_INFINITY }: Wrong,
): Promise<string> {
  const { hostname, port, pathname } = new URL(address);
  let [breaking, passing] = [breaks, bytes];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    breaking -= 1;
    if (breaking >= 0) return void socket.destroy();
    const other = connect(Number(port), hostname);
    for (const one of [socket, other]) {
      open.add(one);
      one.on("error", () => one.destroy());
    }
    socket.on("data", (some: Buffer) => {
      passing -= some.length;
      if (passing > 0) other.write(some);
    });
    socket.on("end", () => other.end());
    return void other.pipe(socket);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const one of open) one.destroy();
    server.close();
  });
  const at = server.address();
  return `http://127.0.0.1:${typeof at === "object" ? at?.port : ""}${pathname}`;
}
