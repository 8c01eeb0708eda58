import { bundleAt, MODULE } from "../src/build/write.ts";
import { bundledIn } from "../src/bundled.ts";

const { publication, articles, searchIndex } = bundledIn(bundleAt(MODULE));

/** What was built of the seeds of this project. */
export const built = { publication, articles: articles(), searchIndex: searchIndex() };
