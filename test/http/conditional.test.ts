/** Conditional requests against a small model of RFC 9110 §13.2.2, written anew here. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { app, article, ask } from "../sample.ts";

const CHANGE = Date.parse("2026-03-02T09:30:00Z");
const asked = app({ articles: [article({ updated: new Date(CHANGE).toISOString() })] });
const etag = (await ask(asked, "/atom.xml")).headers.get("etag") ?? "";
const ours = etag.slice('W/"'.length, -1);

interface Tag {
  readonly weak: boolean;
  readonly opaque: string;
}
interface Condition {
  readonly ifNoneMatch?: "*" | readonly Tag[];
  readonly ifModifiedSince?: number | "invalid";
}

/** §13.2.2, steps 3 and 4; §13.1.2 compares weakly; §13.1.3 ignores what is no date. */
function expected({ ifNoneMatch, ifModifiedSince }: Condition): 200 | 304 {
  if (ifNoneMatch === "*") return 304;
  if (ifNoneMatch) return ifNoneMatch.some(({ opaque }) => opaque === ours) ? 304 : 200;
  if (typeof ifModifiedSince !== "number") return 200;
  return CHANGE <= ifModifiedSince ? 304 : 200;
}

/** The characters of an opaque tag (§8.8.3), those that have a meaning elsewhere more often. */
const opaque = fc.oneof(
  fc.constant(ours),
  fc
    .array(fc.oneof(fc.constantFrom(",", "W", "/", "*", "\\", "'"), fc.constantFrom(...ours)), {
      maxLength: 24,
    })
    .map((characters) => characters.join("")),
);
const tags = fc.array(fc.record({ weak: fc.boolean(), opaque }), { minLength: 1, maxLength: 5 });
const date = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map((seconds) => CHANGE + seconds * 1000),
  fc.integer({ min: Date.UTC(1980) / 1000, max: Date.UTC(2049) / 1000 }).map((seconds) => seconds * 1000),
);
const condition: fc.Arbitrary<Condition> = fc.record(
  {
    ifNoneMatch: fc.oneof(
      { weight: 1, arbitrary: fc.constant("*" as const) },
      { weight: 6, arbitrary: tags },
    ),
    ifModifiedSince: fc.oneof({ weight: 6, arbitrary: date }, fc.constant("invalid" as const)),
  },
  { requiredKeys: [] },
);

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const two = (number: number, filler = "0") => String(number).padStart(2, filler);

/** The three forms of a date (§5.6.7). */
const FORMS = [
  (at: Date) => at.toUTCString(),
  (at: Date) =>
    `${DAYS[at.getUTCDay()]}, ${two(at.getUTCDate())}-${MONTHS[at.getUTCMonth()]}-${two(at.getUTCFullYear() % 100)} ${at.toISOString().slice(11, 19)} GMT`,
  (at: Date) =>
    `${DAYS[at.getUTCDay()]?.slice(0, 3)} ${MONTHS[at.getUTCMonth()]} ${two(at.getUTCDate(), " ")} ${at.toISOString().slice(11, 19)} ${at.getUTCFullYear()}`,
];
const SEPARATORS = [", ", ",", " ,\t", ", ,"];
const INVALID = ["", "yesterday", "Mon, 99 Foo 2026 00:00:00 GMT", "NaN", "-"];

/** A condition in the words of one client. */
function headersOf({ ifNoneMatch, ifModifiedSince }: Condition, style: number): Headers {
  const headers = new Headers();
  const pick = <T>(list: readonly T[]): T | undefined => list[style % list.length];
  const tagsText = (list: readonly Tag[]) =>
    list.map(({ weak, opaque }) => `${weak ? "W/" : ""}"${opaque}"`).join(pick(SEPARATORS));
  if (ifNoneMatch) headers.set("if-none-match", ifNoneMatch === "*" ? "*" : tagsText(ifNoneMatch));
  if (ifModifiedSince === "invalid") headers.set("if-modified-since", pick(INVALID) ?? "");
  else if (ifModifiedSince !== undefined)
    headers.set("if-modified-since", pick(FORMS)?.(new Date(ifModifiedSince)) ?? "");
  return headers;
}

const METHODS = ["GET", "HEAD"];
const PATHS = ["/atom.xml", "/atom.xml?unknown"];

test("whatever a client's conditions, the answer is the one of RFC 9110", async () => {
  const styles = fc.nat({ max: 59 });
  await fc.assert(
    fc.asyncProperty(condition, styles, fc.constantFrom(...METHODS), fc.constantFrom(...PATHS), judged),
    { numRuns: 2000 },
  );
});

async function judged(one: Condition, style: number, method: string, path: string) {
  const answer = await ask(asked, path, { method, headers: headersOf(one, style) });
  expect(answer.status).toBe(expected(one));
  expect(answer.headers.get("etag")).toBe(etag);
}
