import { articles, publication } from "./generated/publication.ts";
import { createApp } from "./http/app.ts";
import { pages } from "./pages/index.tsx";

export default createApp({ publication, articles, pages });
