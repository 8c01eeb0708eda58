import { type Complaint, inFile } from "./complaint.ts";
import type { Card } from "./grown.ts";

/**
 * A withdrawal that is dated later than now (milliseconds), as a warning: whoever writes that may mean to withdraw the article then.
 * A tombstone says when an entry was removed (RFC 6721 §3), and cannot name a moment that has not come.
 */
export function aheadIn({ path, withdrawal }: Card, now: number): readonly Complaint[] {
  if (!withdrawal || Date.parse(withdrawal.at) <= now) return [];
  return inFile(path, [
    {
      line: withdrawal.line,
      expected: "withdrawn: a date that has come, as an article is withdrawn at once",
      found: `${withdrawal.at}, which is not told before it comes`,
    },
  ]);
}
