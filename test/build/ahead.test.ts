import { expect, test } from "vitest";
import { folderOf, note } from "./folder.ts";

test("a withdrawal dated later than now is a warning with its line, at every build until it comes", async () => {
  const folder = folderOf({
    "a.md": note("A", "date: 2024-06-19\nwithdrawn: 2099-01-01"),
    "b.md": note("B", "withdrawn: 2099-01-01T08:00:00Z"),
    "c.md": note("C", "date: 2024-06-19\nwithdrawn: 2024-06-20"),
    "d.md": note("D", "date: 2099-01-01\nwithdrawn: true"),
    "e.html": '<title>E</title><meta name="broadsheet:withdrawn" content="true"><p>Text',
  });
  const expected = [
    "seeds/a.md:4: warning: withdrawn: a date that has come, as an article is withdrawn at once; found 2099-01-01T00:00:00Z, which is not told before it comes",
    "seeds/b.md:3: warning: withdrawn: a date that has come, as an article is withdrawn at once; found 2099-01-01T08:00:00Z, which is not told before it comes",
  ];
  for (let i = 0; i < 2; i++) {
    const { status, complaints } = await folder.build();
    expect(complaints).toEqual(expected);
    expect(status).toBe(0);
  }
});
