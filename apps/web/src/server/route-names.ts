import { paths } from "../lib/paths.ts";
import type { Route } from "./routes.ts";

/** Programs come here: it is the name of a problem (docs/errors.md), and no page of ours leads to it. */
const unlinked = ["/fehler/_"];

/** Every page by the parts of its address; `_` stands for what is filled in, such as the id of a case. */
const pages = [...Object.values(paths), ...unlinked].map((path) => {
  const [address = ""] = (typeof path === "function" ? path("_") : path).split("#");
  return address.split("/");
});

/**
 * What the log calls a request: a name out of our own tables. What somebody else has typed into an address, or an id, is not
 * repeated: a log is no index of documents, and no place for a stranger's words.
 */
export function nameOf({ path: route }: Pick<Route, "path">, asked: string): string {
  if (route !== "/") return route.split("/").filter(Boolean).join(".");
  const parts = asked.split("/");
  const page = pages.find(
    (known) => known.length === parts.length && known.every((part, at) => part === "_" || part === parts[at]),
  );
  return page ? ["page", ...page.filter(Boolean)].join(".") : "page.other";
}
