import type { Validators } from "../../src/http/conditional.ts";

/** What a client sends, as texts. */
export type Sent = Readonly<Partial<Record<string, string>>>;

/** What an answer to a GET or HEAD may be, where it is 200 without conditions. */
export type Allowed = ReadonlySet<number>;

const LIST = /^[\t ,]*(?:(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"[\t ]*(?:,[\t ,]*|$))+$/;
const TAG = /(?:W\/)?"([\x21\x23-\x7e\x80-\xff]*)"/g;

/**
 * RFC 9110 §13.2.2, written anew for tests, step by step. What the grammar of §8.8.3 and §5.6.7 has no reading for may be read
 * kindly, but never so that a client which names neither the tag nor a date gets a 304.
 */
export function allowed(sent: Sent, { etag, modified }: Validators): Allowed {
  const failed = isFailed(sent, modified);
  if (failed === true) return new Set([412]);
  const same = isSame(sent, etag.replace(/^W\/"|"$/g, ""), modified);
  const rest = same === undefined ? [200, 304] : [same ? 304 : 200];
  return new Set(failed === undefined ? [412, ...rest] : rest);
}

/** Steps 1 and 2; nothing where it may be read either way. */
function isFailed(sent: Sent, modified: number | undefined): boolean | undefined {
  const tags = sent["if-match"];
  // Strong comparison: our tags are weak.
  if (tags !== undefined) return tags.trim() !== "*";
  const after = isAfter(modified, sent["if-unmodified-since"]);
  return after === undefined ? undefined : after === "after";
}

/** Steps 3 and 4. */
function isSame(sent: Sent, opaque: string, modified: number | undefined): boolean | undefined {
  const tags = sent["if-none-match"];
  if (tags !== undefined) return isAmong(tags, opaque);
  const after = isAfter(modified, sent["if-modified-since"]);
  return after === undefined ? undefined : after === "not after";
}

function isAmong(tags: string, opaque: string): boolean | undefined {
  if (tags.trim() === "*") return true;
  if (LIST.test(tags)) {
    const found = [...tags.matchAll(TAG)].map(([, inner = ""]) => inner);
    if (found.includes(opaque)) return true;
    // A suffix that a proxy leaves is none of the specification's business: either will do.
    return found.some((inner) => inner.startsWith(opaque)) ? undefined : false;
  }
  return tags.includes(opaque) ? undefined : false;
}

const FORMS = [
  /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/,
  /^\w{6,9}, \d\d-\w{3}-\d\d \d\d:\d\d:\d\d GMT$/,
  /^\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}$/,
];

/** Where a change lies from a date; `none` where there is no date, nothing where a text might be one. */
function isAfter(
  modified: number | undefined,
  text: string | undefined,
): "after" | "not after" | "none" | undefined {
  if (modified === undefined || text === undefined) return "none";
  const date = Date.parse(text);
  if (Number.isNaN(date)) return "none";
  if (!FORMS.some((form) => form.test(text.trim()))) return undefined;
  return modified > date ? "after" : "not after";
}
