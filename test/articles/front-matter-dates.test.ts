import { expect, test } from "vitest";
import { complaintsAbout, draftOf, statedBy, withFacts } from "./read.ts";

const BERLIN = { timeZone: "Europe/Berlin" };

test.each([
  ["2024-06-19T10:35:00Z", "2024-06-19T10:35:00Z"],
  ["2024-06-19T10:35Z", "2024-06-19T10:35:00Z"],
  ["2024-06-19T10:35:00.999Z", "2024-06-19T10:35:00Z"],
  ["2024-06-19T10:35:00+02:00", "2024-06-19T08:35:00Z"],
  ["2024-06-19T10:35:00+0530", "2024-06-19T05:05:00Z"],
  ["2024-06-19 10:35 -03:30", "2024-06-19T14:05:00Z"],
  ["2024-06-19 23:30 EST", "2024-06-20T04:30:00Z"],
  ["2024-06-19 11:35 MEZ", "2024-06-19T10:35:00Z"],
  ["2024-06-19 11:35 MESZ", "2024-06-19T09:35:00Z"],
])("a zone is taken literally, wherever the publication is: %s", (written, instant) => {
  expect(statedBy(`date: ${written}`, BERLIN).published).toBe(instant);
});

test.each([
  ["2024-06-19T10:35:00", "2024-06-19T08:35:00Z"],
  ["2024-12-19T10:35:00", "2024-12-19T09:35:00Z"],
  ["2024-06-19 10:35", "2024-06-19T08:35:00Z"],
  ["2024-03-31T02:30:00", "2024-03-31T01:30:00Z"],
  ["2024-10-27T02:30:00", "2024-10-27T00:30:00Z"],
])("a time without a zone is the publication's, in summer as in winter: %s", (written, instant) => {
  expect(statedBy(`date: ${written}`, BERLIN).published).toBe(instant);
});

test("a day without a time is midnight in UTC, wherever the publication is", () => {
  for (const timeZone of ["UTC", "Europe/Berlin", "Pacific/Kiritimati", "America/Los_Angeles"])
    expect(statedBy("date: 2024-06-19", { timeZone }).published).toBe("2024-06-19T00:00:00Z");
});

test.each([
  ["en", "19 June 2024", "2024-06-19T00:00:00Z"],
  ["en", "June 19th, 2024", "2024-06-19T00:00:00Z"],
  ["en", "June 19, 2024 5:30 pm EDT", "2024-06-19T21:30:00Z"],
  ["de", "19. Juni 2024", "2024-06-19T00:00:00Z"],
  ["de", "19. März 2024, 11:35 Uhr MEZ", "2024-03-19T10:35:00Z"],
  ["es", "19 de junio de 2024", "2024-06-19T00:00:00Z"],
  ["fr", "1er août 2024 à 11 h 35", "2024-08-01T11:35:00Z"],
  ["de", "19.06.2024", "2024-06-19T00:00:00Z"],
  ["en-US", "06/19/2024", "2024-06-19T00:00:00Z"],
])("dates in words are read in the seed's language: %s, %s", (language, written, instant) => {
  expect(statedBy(`language: ${language}\ndate: '${written}'`).published).toBe(instant);
});

test.each([
  "2023-02-29",
  "2024-13-01",
  "2024-06-31",
  "2024-00-10",
  "2024-06-19T25:00:00Z",
  "2024-06-19T10:61:00Z",
  "10:35",
  "June",
  "'2024'",
  "2024-06-19 and 2024-06-20",
])("what is no date is a fault: %s", (written) => {
  expect(complaintsAbout(`date: ${written}`)).toEqual([
    expect.stringMatching(/^2: date: a date that exists/),
  ]);
});

test("a leap day is a day where there is one", () => {
  expect(statedBy("date: 2024-02-29").published).toBe("2024-02-29T00:00:00Z");
});

test("a change is never before the publication, whichever of them front matter states", () => {
  const seed = "High water | The Pier | 19 June 2024\n\nThe tide comes in.\n\nUpdated 20 June 2024, 11:35";
  const { published = "", updated } = draftOf("a.txt", withFacts("date: 2024-07-01", seed));
  expect(published).toBe("2024-07-01T00:00:00Z");
  expect(updated === undefined || updated >= published).toBe(true);
});

test("a change alone in front matter leaves the day that the text states", () => {
  const seed = "High water – The Pier – 19 June 2024\n\nThe tide comes in at noon, as it did yesterday.";
  expect(draftOf("a.txt", withFacts("language: en\nupdated: 2024-07-01", seed))).toMatchObject({
    published: "2024-06-19T00:00:00Z",
    updated: "2024-07-01T00:00:00Z",
  });
});

test("a page's change is dropped where front matter states a later publication", () => {
  const page =
    '<meta property="article:modified_time" content="2024-06-20"><h1>High water</h1><p>The tide comes in.';
  const { published = "", updated } = draftOf("a.html", withFacts("date: 2024-07-01", page));
  expect(published).toBe("2024-07-01T00:00:00Z");
  expect(updated === undefined || updated >= published).toBe(true);
});

test.each([
  ["en", "Wed, 19 Jun 2024 10:35:00 +0200", "2024-06-19T08:35:00Z"],
  ["de", "Mittwoch, 19. Juni 2024, 11:35 Uhr (MEZ)", "2024-06-19T10:35:00Z"],
])("the day of the week may stand before a date: %s, %s", (language, written, instant) => {
  expect(statedBy(`language: ${language}\ndate: '${written}'`).published).toBe(instant);
});

test.each(["not 2024-06-19", "2024-06-19 perhaps", "2024-06-19 11:35 MEZ foo bar", "2024-06-19T10:35:00+02"])(
  "a date with anything else beside it is a fault: %s",
  (written) => {
    expect(complaintsAbout(`date: ${written}`)).toHaveLength(1);
  },
);
