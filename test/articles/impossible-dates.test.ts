import { expect, test } from "vitest";
import { complaintsOf, draftOf, outcomeOf } from "./read.ts";

const TEXT = [
  "Der Hafen von Kiel bleibt am Wochenende wegen des hohen Wassers für alle Schiffe geschlossen.",
  "Das sagte eine Sprecherin der Stadt, die am Vormittag vor die Kameras getreten war.",
  "Am Montag soll wieder alles so sein wie vorher, wenn der Wind nicht noch einmal dreht.",
  "Die Fischer hoffen, dass es dabei bleibt, und flicken so lange ihre Netze an Land.",
];
const page = (...head: readonly string[]) => ["Hafen bleibt geschlossen", ...head, ...TEXT].join("\n\n");
const within = (line: string, at = 1) =>
  ["Hafen bleibt geschlossen", ...TEXT.slice(0, at), line, ...TEXT.slice(at)].join("\n\n");

test.each([
  ["31.02.2024", "31.02.2024"],
  ["31.02.2024, 11:35 Uhr", "31.02.2024, 11:35 Uhr"],
  ["31.02.2024 - 11:35 Uhr", "31.02.2024 - 11:35 Uhr"],
  ["11:35 Uhr, 31.02.2024", "11:35 Uhr, 31.02.2024"],
  ["Veröffentlicht am 31.02.2024", "31.02.2024"],
  ["Veröffentlicht am 31.02.2024 um 11:35 Uhr", "31.02.2024 um 11:35 Uhr"],
  ["Veröffentlicht: 31. Februar 2024", "31. Februar 2024"],
  ["Stand: 31.02.2024", "31.02.2024"],
  ["Stand: 31.02.2024, 11:35 Uhr", "31.02.2024, 11:35 Uhr"],
  ["Erstellt am 45.13.2024", "45.13.2024"],
  ["Mittwoch, 31.02.2024", "31.02.2024"],
  ["Kiel, 31.02.2024", "31.02.2024"],
  ["Kiel, den 31.02.2024", "31.02.2024"],
  ["Mittwoch 31.02.2024", "31.02.2024"],
  ["Kiel 31. Februar 2024, 11:35 Uhr", "31. Februar 2024, 11:35 Uhr"],
  ["2024-02-31", "2024-02-31"],
  ["2024-02-31T11:35:00Z", "2024-02-31T11:35:00Z"],
])("a day of publication that no calendar has stops the build: %s", (line, found) => {
  expect(complaintsOf(outcomeOf("a.txt", page(line)))).toEqual([`3: a date that exists; "${found}"`]);
});

test("a day of change that no calendar has stops the build", () => {
  const seed = page("Veröffentlicht: 19.06.2024", "Aktualisiert: 31.06.2024, 11:35 Uhr");
  expect(complaintsOf(outcomeOf("a.txt", seed))).toEqual([`5: a date that exists; "31.06.2024, 11:35 Uhr"`]);
});

const NUMBERS = [
  "Version 45.13.2024",
  "Die Version 45.13.2024, 11:35 Uhr",
  "45.13.2024: 31:29",
  "Telefon 0431 45.13.2024",
  "Tel. 45-13-2024",
  "Fax: 45/13/2024",
  "Ergebnis: 31.02.2024",
];

test.each(NUMBERS)("a number in the text that looks like an impossible day stops nothing: %s", (line) => {
  for (const at of [1, 2, 3, 4]) {
    expect(draftOf("a.txt", within(line, at)).published).toBe(undefined);
    expect(draftOf("a.txt", within(`${line} steht auf dem Schild, das am Hafen hängt.`, at)).published).toBe(
      undefined,
    );
    expect(
      draftOf(
        "a.txt",
        page("19.06.2024").replace(TEXT[at - 1] ?? "", (text) => `${text}\n\n${line}`),
      ).published,
    ).toBe("2024-06-19T00:00:00Z");
  }
});

test.each(["Version 45.13.2024", "Telefon 45-13-2024", "Tel.: 45.13.2024"])(
  "nor does one above the text that is said to be something else: %s",
  (line) => {
    expect(draftOf("a.txt", page(line)).published).toBe(undefined);
    expect(draftOf("a.txt", page(line, "19.06.2024")).published).toBe("2024-06-19T00:00:00Z");
  },
);

test("nor does one in a title", () => {
  const seed = page("19.06.2024").replace("Hafen bleibt geschlossen", "Version 45.13.2024 für den Hafen");
  expect(draftOf("a.txt", seed).published).toBe("2024-06-19T00:00:00Z");
  expect(draftOf("a.txt", seed.replace("19.06.2024\n\n", "")).published).toBe(undefined);
});

test("beside a title, where pages name their day, one does", () => {
  const seed = page().replace(/^.*/, "Hafen bleibt geschlossen | Die Förde | 31.02.2024");
  expect(complaintsOf(outcomeOf("a.txt", seed))).toEqual([`1: a date that exists; "31.02.2024"`]);
});
