/** RFC 9116. */
import { expect, test } from "vitest";
import { app, ask, ORIGIN, publication } from "../sample.ts";

const PATH = "/.well-known/security.txt";

test("whom to tell of a weakness is where RFC 9116 has it, if the publication names somebody", async () => {
  const security = { contact: "mailto:safe@news.example", expires: "2027-01-01T00:00:00Z" };
  const answer = await ask(app({ publication: publication({ security }) }), PATH);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/plain; charset=utf-8"]);
  expect((await answer.text()).split("\n")).toEqual([
    "Contact: mailto:safe@news.example",
    "Expires: 2027-01-01T00:00:00Z",
    "Preferred-Languages: en",
    `Canonical: ${ORIGIN}${PATH}`,
    "",
  ]);
});

test("nobody is named where the publication names nobody", async () => {
  expect((await ask(app(), PATH)).status).toBe(404);
});
