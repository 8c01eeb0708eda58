import { hash } from "node:crypto";

/** What stands for bytes or a text: no two that differ have the same. */
export const digestOf = (content: string | Uint8Array): string =>
  hash("sha256", content, "base64url").slice(0, 22);
