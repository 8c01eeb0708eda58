/** The detector of languages, and its data of 1.6 MB. */
export { eld } from "eld/small";
