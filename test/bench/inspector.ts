import { once } from "node:events";
import { setTimeout } from "node:timers/promises";

/** V8's inspector of a Worker (Chrome DevTools Protocol). */
export interface Inspector {
  /** Calls a method, and returns its result; throws where it fails. */
  readonly call: (method: string, parameters?: object) => Promise<unknown>;
  readonly close: () => void;
}

interface Message {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Connects to the inspector at an address (`ws://…`). */
export async function openInspector(address: string): Promise<Inspector> {
  const socket = new WebSocket(address);
  await once(socket, "open");
  const waiting = new Map<number, (message: Message) => void>();
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
  });
  let last = 0;
  return {
    async call(method, parameters = {}) {
      const id = ++last;
      const answered = new Promise<Message>((resolve) => waiting.set(id, resolve));
      socket.send(JSON.stringify({ id, method, params: parameters }));
      const { result, error } = await answered;
      waiting.delete(id);
      if (error) throw new Error(`${method}: ${error.message}`);
      return result;
    },
    close: () => socket.close(),
  };
}

/** What an isolate holds, in megabytes: objects, and the bytes of buffers, which lie outside of its heap. */
export interface Heap {
  readonly objects: number;
  readonly buffers: number;
}

const MB = 1e6;

/** What the isolate holds now, garbage included. */
export async function heapOf({ call }: Inspector): Promise<Heap> {
  const { usedSize, backingStorageSize = 0 } = (await call("Runtime.getHeapUsage")) as {
    readonly usedSize: number;
    readonly backingStorageSize?: number;
  };
  return { objects: usedSize / MB, buffers: backingStorageSize / MB };
}

/** Milliseconds between requests that give workerd an occasion to collect garbage: without any it never does what it was told. */
const OCCASION = 100;

/** The same after a full collection of garbage. `url`: of the Worker. */
export async function heapAfterCollection(inspector: Inspector, url: string): Promise<Heap> {
  let isDone = false;
  const done = inspector.call("HeapProfiler.collectGarbage").finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await (await fetch(url)).arrayBuffer();
    await setTimeout(OCCASION);
  }
  await done;
  return heapOf(inspector);
}
