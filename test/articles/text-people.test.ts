import { expect, test } from "vitest";
import type { Draft } from "../../src/articles/article.ts";
import { draftOf } from "./read.ts";

const SOLID = {
  en: "The ferry between the two islands sails again from Monday, the harbour office said on Friday after a week of repairs.",
  de: "Die Fähre zwischen den beiden Inseln fährt ab Montag wieder, wie das Hafenamt am Freitag nach den Reparaturen mitteilte.",
  fr: "Le bateau entre les deux îles reprendra la mer lundi, a annoncé vendredi la capitainerie après une semaine de travaux.",
  ja: "両島を結ぶ船は月曜日から再び運航すると、港の事務所が一週間の修理を終えた金曜日に発表した。乗客は喜んでいるという。",
  zh: "往返两岛的渡轮将于星期一恢复航行，港务处在一星期的维修之后于星期五宣布了这个消息，乘客都感到十分高兴，纷纷表示欢迎。",
} as const;

const TITLES = {
  en: "Boats again",
  de: "Wieder Schiffe",
  fr: "Le bateau revient",
  ja: "船が戻る",
  zh: "渡轮恢复",
} as const;

/** A page with these lines between title and text, and below it. */
const page = (language: keyof typeof SOLID, above: string, below = ""): Draft =>
  draftOf(
    "a.txt",
    `---\nlanguage: ${language}\n---\n${TITLES[language]}\n\n${above}\n\n${SOLID[language]}\n\n${SOLID[language]}\n\n${below}\n`,
  );
const namesOf = ({ authors }: Draft) => authors.map(({ name }) => name);

test("who edited a report did not write it", () => {
  const below = "(Reporting by Ines Marrow in Oban and Jo Hale; Editing by Ted Fenn)";
  expect(namesOf(page("en", "12 February 2026", below))).toEqual(["Ines Marrow", "Jo Hale"]);
});

test("what stands before a day is no part of a name", () => {
  expect(namesOf(page("fr", "AFP le 12/02/2026 à 07:45"))).toEqual([]);
  expect(namesOf(page("fr", "Odile Grenier le 12/02/2026 à 07:45"))).toEqual(["Odile Grenier"]);
});

test("a first sentence below the day that begins with capitals names nobody", () => {
  const draft = page("de", "Stand: 30.10.2025 21:40 Uhr\n\nDie Werft Sand-Ufer hat alle Schiffe geholt.");
  expect(namesOf(draft)).toEqual([]);
  expect(draft.contentHtml).toContain("<p>Die Werft Sand-Ufer hat alle Schiffe geholt.</p>");
});

test("a full stop behind a name is no part of it, but behind a shortened word", () => {
  expect(namesOf(page("de", "30.10.2025", "Das Gespräch führte Rieke Toms."))).toEqual(["Rieke Toms"]);
  const twice = page("de", "30.10.2025\nVon Rieke Toms", "Das Gespräch führte Rieke Toms.");
  expect(namesOf(twice)).toEqual(["Rieke Toms"]);
  expect(namesOf(page("en", "30 October 2025\nBy Sam Weld Jr."))).toEqual(["Sam Weld Jr."]);
});

test.each([
  ["ja", "2026年2月12日", "（記者・北野さくら）", "北野さくら"],
  ["zh", "2026年2月12日", "（河湾日报记者 林一帆）", "林一帆"],
] as const)("a reporter in brackets is no agency: %s", (language, day, bracket, name) => {
  for (const draft of [page(language, day, bracket), page(language, day, `${SOLID[language]}${bracket}`)]) {
    expect(namesOf(draft)).toEqual([name]);
    expect(draft.agencies).toEqual([]);
  }
});

test("the outlet's own staff is no agency", () => {
  for (const below of ["(red/dpa)", `${SOLID.de} (red/dpa)`])
    expect(page("de", "30.10.2025", below).agencies).toEqual(["dpa"]);
});
