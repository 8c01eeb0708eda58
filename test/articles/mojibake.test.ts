import { describe, expect, it } from "vitest";
import { readSeed } from "../../src/articles/seed.ts";

const CUSTOMS = { language: "de", timeZone: "UTC", topics: new Set<string>() };

function warningsOf(text: string): readonly string[] {
  const read = readSeed("a.txt", new TextEncoder().encode(text), CUSTOMS);
  return read.ok ? read.warnings.map(({ line, found }) => `${line}: ${found}`) : ["not read"];
}

const page = (sentence: string) =>
  `Die Brücke ist fertig – Flussblatt – 03.04.2021\n\nDie Brücke ist fertig\n\n${sentence} Am Sonntag wurde sie mit Blasmusik und einem langen Umzug aus beiden Orten eröffnet.\n`;

describe("text that was read in a wrong encoding before it was saved", () => {
  it("is told, with its first line", () => {
    expect(warningsOf(page("Die BrÃ¼cke Ã¼ber den Fluss ist fertig."))).toEqual([
      '5: "Ã¼", as of a wrong encoding',
    ]);
    expect(warningsOf(page("Sie sagte: â€žEndlichâ€œ."))).toEqual(['5: "â€ž", as of a wrong encoding']);
  });

  it("is told where a decoder left its mark", () => {
    expect(warningsOf(page("Die Br\ufffdcke ist fertig."))).toEqual(['5: "\ufffd", as of a wrong encoding']);
  });

  it("is not suspected where letters are meant", () => {
    expect(warningsOf(page("São Paulo, MÃE, Ñandú und 20 Â° sind so gemeint."))).toEqual([]);
  });
});
