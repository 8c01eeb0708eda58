import type { Pages } from "../src/http/pages.ts";

const nothing = () => "";

/** For an app of which no page is asked: Node runs it without knowing JSX. */
export const noPages: Pages = {
  channel: nothing,
  article: nothing,
  search: nothing,
  subscribe: nothing,
  absent: nothing,
  feedCss: nothing,
  iconSvg: nothing,
  styleCss: "",
  scriptJs: "",
};
