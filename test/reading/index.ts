import { CASES, type Judged, judgeCases } from "./cases.ts";

// `npm run test:reading`: how well each field of each language is read; `-- FOLDER` for other cases.
const judged = await judgeCases(process.argv[2] ?? CASES);
for (const { name, checks } of judged)
  for (const { field, found } of checks.filter(({ ok }) => !ok)) console.log(`${name} ${field}: ${found}`);
console.table(tableOf(judged));
const checks = judged.flatMap((one) => one.checks);
const held = checks.filter(({ ok }) => ok).length;
const whole = judged.filter((one) => one.checks.every(({ ok }) => ok)).length;
console.log(
  `${judged.length} cases, ${whole} without a fault; ${held} of ${checks.length} checks hold (${((100 * held) / checks.length).toFixed(1)} %)`,
);
if (held < checks.length) process.exitCode = 1;

/** Held and judged, by language and field. */
function tableOf(judged: readonly Judged[]): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const fields = [...new Set(judged.flatMap(({ checks }) => checks.map(({ field }) => field)))];
  const languages = [...new Set(judged.map(({ language }) => language))].sort();
  const row = (some: readonly Judged[]) =>
    Object.fromEntries([
      ["cases", String(some.length)],
      ...fields.map((field) => {
        const all = some.flatMap(({ checks }) => checks.filter((check) => check.field === field));
        return [field, `${all.filter(({ ok }) => ok).length}/${all.length}`] as const;
      }),
    ]);
  const rows = languages.map(
    (language) => [language, row(judged.filter((one) => one.language === language))] as const,
  );
  return Object.fromEntries([...rows, ["all", row(judged)]]);
}
