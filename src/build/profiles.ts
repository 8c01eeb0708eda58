/** Tells what the built publication lacks for each aggregator; fails only where a document itself is malformed. */
import { articles, publication } from "../generated/publication.ts";
import { lint, reportOf } from "./lint.ts";

const linted = lint({ publication, articles }, Date.now());
for (const line of reportOf(linted)) console.log(line);
if (linted.malformed.length > 0) process.exitCode = 1;
