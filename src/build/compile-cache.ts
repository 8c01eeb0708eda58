import { enableCompileCache } from "node:module";
import { join } from "node:path";

// What is imported from here on is compiled once and kept: half of a small build was compiling.
enableCompileCache(join(import.meta.dirname, "../../node_modules/.cache/broadsheet"));
