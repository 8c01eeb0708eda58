/** Tells what the built publication lacks for each aggregator; fails only where a document itself is malformed. */
import { bundledIn } from "../bundled.ts";
import { lint, reportOf } from "./lint.ts";
import { bundleAt, MODULE } from "./write.ts";

const { publication, articles } = bundledIn(bundleAt(MODULE));
const linted = lint({ publication, articles: articles() }, Date.now());
for (const line of reportOf(linted)) console.log(line);
if (linted.malformed.length > 0) process.exitCode = 1;
