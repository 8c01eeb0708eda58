/** The publication's sign. */
import { expect, test } from "vitest";
import { readXml, texts } from "../feeds/xml.ts";
import { app, ask, ORIGIN, publication, textAt } from "../sample.ts";
import { pageAt } from "./page.ts";

test.each([
  ["The Sample", "T"],
  ["“éclair”", "É"],
  ["  <&> 3 men", "3"],
  ["日報", "日"],
  ["𝒳-files", "𝒳"],
  ["!!!", "·"],
])("the sign of %s is %s, and says whose it is", async (title, letter) => {
  const asked = app({ publication: publication({ title }) });
  const svg = readXml(await textAt(asked, "/favicon.svg"));
  expect([svg.name, svg.uri]).toEqual(["svg", "http://www.w3.org/2000/svg"]);
  expect(texts(svg, "text")).toEqual([letter]);
  expect(texts(svg, "title")).toEqual([title]);
});

test("pages name the sign, and what browsers ask for by themselves leads to it", async () => {
  const asked = app();
  for (const path of ["/", "/articles/high-water", "/nothing"])
    expect((await pageAt(asked, path)).hrefs('link[rel="icon"]')).toEqual(["/favicon.svg"]);
  expect((await ask(asked, "/favicon.svg")).headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
  const old = await ask(asked, "/favicon.ico");
  expect([old.status, old.headers.get("location")]).toEqual([308, `${ORIGIN}/favicon.svg`]);
});

test("a publication with a picture of its own has that as its sign", async () => {
  const asked = app({ publication: publication({ icon: "https://pictures.example/icon.png?a=1&b=2" }) });
  const links = (await pageAt(asked, "/")).all('link[rel="icon"]');
  expect(links.map((link) => link.getAttribute("href"))).toEqual([
    "https://pictures.example/icon.png?a=1&b=2",
  ]);
  const old = await ask(asked, "/favicon.ico");
  expect([old.status, old.headers.get("location")]).toEqual([
    308,
    "https://pictures.example/icon.png?a=1&b=2",
  ]);
});
