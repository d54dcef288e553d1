import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { errors, type Provider } from "oidc-provider";
import { expiredPage, loginPage } from "./pages.ts";
import { loginPath, type Realm } from "./realm.ts";
import { isLevelReached, neededLevel, parseLevel } from "./requested-level.ts";

const longestForm = 2_000;

/** Our login page: GET shows the people of the realm, POST logs one of them in. */
export async function handleLogin(
  realm: Realm,
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
) {
  try {
    const { uid, params } = await provider.interactionDetails(request, response);
    const needed = neededLevel(params.acr_values);
    const deny = (reason: string) =>
      provider.interactionFinished(request, response, { error: "access_denied", error_description: reason });
    const show = (status: number) => {
      // That the lowest will do needs no sentence.
      const shown = needed === "substantial" || needed === "high" ? needed : undefined;
      send(response, status, loginPage(realm.kind, loginPath(realm, uid), realm.people, shown, status !== 200));
    };

    if (needed === "unknown") return await deny("none of the requested levels is known here");
    if (request.method === "GET") return show(200);

    const form = await readForm(request);
    if (form?.get("action") === "cancel") return await deny("cancelled by the person");
    const person = realm.people.find(({ sub }) => sub === form?.get("person"));
    const level = parseLevel(form?.get("level"));
    if (person === undefined || level === undefined) return show(400);
    if (!isLevelReached(level, needed)) return await deny("the login did not reach the requested level");
    return await provider.interactionFinished(request, response, { login: { accountId: person.sub, acr: level } });
  } catch (error) {
    if (!(error instanceof errors.SessionNotFound)) throw error;
    return send(response, 400, expiredPage(realm.kind));
  }
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  const length = Number(request.headers["content-length"]);
  const isForm = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded");
  // Without a length the body could be of any size; browsers always send one with a form.
  return isForm && length <= longestForm ? new URLSearchParams(await text(request)) : undefined;
}

function send(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" }).end(page);
}
