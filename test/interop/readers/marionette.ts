import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A connection by which a Mozilla program is driven (its own protocol: length, colon, JSON). */
export interface Marionette {
  /** What a script hands to its last argument, run with the program's own rights. */
  readonly run: (script: string, args: readonly unknown[]) => Promise<unknown>;
  readonly close: () => void;
}

const SECONDS = 50;

/** Speaks to the port that the program listens on. */
export async function marionetteAt(port: number): Promise<Marionette> {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  const next = messagesOf(socket);
  await next(); // Its greeting.
  let id = 0;
  const call = async (command: string, parameters: object): Promise<unknown> => {
    const message = Buffer.from(JSON.stringify([0, ++id, command, parameters]));
    socket.write(`${message.length}:${message}`);
    const [, , error, result] = (await next()) as [
      number,
      number,
      { readonly message: string } | null,
      unknown,
    ];
    if (error) throw new Error(error.message);
    return result;
  };
  await call("WebDriver:NewSession", {});
  await call("Marionette:SetContext", { value: "chrome" });
  await call("WebDriver:SetTimeouts", { script: SECONDS * 1000 });
  return {
    run: (script, args) =>
      call("WebDriver:ExecuteAsyncScript", { script, args, sandbox: "system", newSandbox: true }),
    close: () => socket.destroy(),
  };
}

function messagesOf(socket: Socket): () => Promise<unknown> {
  let bytes = Buffer.alloc(0);
  return async () => {
    for (;;) {
      const colon = bytes.indexOf(":");
      const end = colon + 1 + Number(bytes.subarray(0, Math.max(colon, 0)).toString());
      if (colon > 0 && bytes.length >= end) {
        const message: unknown = JSON.parse(bytes.subarray(colon + 1, end).toString());
        bytes = bytes.subarray(end);
        return message;
      }
      const [chunk] = (await once(socket, "data")) as [Buffer];
      bytes = Buffer.concat([bytes, chunk]);
    }
  };
}
