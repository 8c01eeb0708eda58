import { createApp } from "../../src/http/app.ts";
import { pages } from "../../src/pages/index.tsx";
import { articles, publication } from "./articles.ts";

export default createApp({ publication, articles: articles(50), pages });
