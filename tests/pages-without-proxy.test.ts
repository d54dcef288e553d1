import { existsSync } from "node:fs";
import { appRouter } from "@dvd/api/root";
import { openPortal } from "@dvd/api/testing/portal";
import { anId } from "@dvd/api/testing/sealing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CallerName, callerNames, callerOf } from "./access/callers.ts";
import { existingPages, pageNames, partOf, shownTo } from "./access/pages.ts";
import { openCast, openScene, type Scene } from "./access/scene.ts";
import { procedures, routes, verdictFor } from "./access/table.ts";
import { builtWeb, startWebWithoutProxy } from "./access/web-without-proxy.ts";

/** The words of the table for where somebody is sent. */
const ways: Readonly<Record<string, string>> = {
  "/anmelden": "door",
  "/amt": "home",
  "/vorgaenge": "home",
  "/amt/protokoll": "log",
  "/amt/verwaltung": "members",
};

/** As somebody would ask who has found a way around `proxy.ts`: it sets headers, and nothing is protected by it (AT-35). */
describe.skipIf(!existsSync(builtWeb))("without proxy.ts (when the web is built)", () => {
  let portal: Awaited<ReturnType<typeof openPortal>>;
  let web: Awaited<ReturnType<typeof startWebWithoutProxy>>;
  let scenes: { ongoing: Scene; ended: Scene };
  beforeAll(async () => {
    portal = await openPortal();
    const cast = await openCast(portal);
    scenes = { ongoing: await openScene(cast), ended: await openScene(cast) };
    await scenes.ongoing.claimed();
    await scenes.ended.claimed();
    await scenes.ended.end();
    web = await startWebWithoutProxy(portal.appUrl);
  });
  afterAll(async () => {
    await web.stop();
    await portal.close();
  });

  const sceneOf = (name: CallerName) => (callerOf(name).afterEnd ? scenes.ended : scenes.ongoing);
  const addressOf = (page: string, id: string) =>
    page.replace("[id]", id).replace("[slug]", "service-0").replace("[code]", "case.conflict");

  async function visit(name: CallerName, address: string, headers: Record<string, string> = {}) {
    const { sessionId } = sceneOf(name).caller(name);
    const cookie = sessionId ? { cookie: await web.cookieOf(sessionId) } : {};
    const ask = (at: string) => fetch(web.url + at, { redirect: "manual", headers: { ...cookie, ...headers } });
    const first = await ask(address);
    // A stream is named by what it depends on; Next says the name to whoever asks without.
    const named = first.headers.get("location");
    const answer = named?.startsWith(`${address}?_rsc`) ? await ask(named) : first;
    return { answer, body: await answer.text() };
  }

  function isPartIn(page: string, body: string): boolean {
    const part = partOf(page);
    return part !== null && new RegExp(String.raw`\\?"${part}\\?"`).test(body);
  }

  /** What was delivered, in a word of the table. */
  function seen(page: string, answer: Response, body: string): string {
    // A page that is fetched by a page says in its stream where to go.
    const target = answer.headers.get("location") ?? /NEXT_REDIRECT;\w+;([^;"]+);/.exec(body)?.[1];
    const isDelivered = isPartIn(page, body);
    if (target !== undefined) {
      const { pathname } = new URL(target, web.url);
      const word = ways[pathname] ?? target;
      return isDelivered ? `${word}, with the page` : word;
    }
    if (answer.status !== 200) return String(answer.status);
    return partOf(page) === null || isDelivered ? "page" : "closed";
  }

  it("there is really none: no page has the nonce that it would draw", async () => {
    const { answer } = await visit("nobody", "/");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-security-policy")).not.toContain("nonce-");
  });

  it("every page is in the table, and no other", () => {
    expect(pageNames).toEqual(existingPages());
  });

  it.each(pageNames)("%s is shown to each visitor as the table says, whole and as a stream", async (page) => {
    const expected = Object.fromEntries(callerNames.map((name) => [name, shownTo(page, name)]));
    for (const headers of [{}, { rsc: "1" }, { "x-middleware-subrequest": "proxy" }]) {
      const found: Record<string, string> = {};
      for (const name of callerNames) {
        const { caseId } = await sceneOf(name).claimed();
        const { answer, body } = await visit(name, addressOf(page, caseId), headers);
        const others = sceneOf(name)
          .ids()
          .filter((id) => id !== caseId && body.includes(id));
        found[name] = seen(page, answer, body) + (others.length > 0 ? ", with what is in the case" : "");
      }
      expect([headers, found]).toEqual([headers, expected]);
    }
  });

  it.each(pageNames)("%s is fetched in advance by nobody to whom it is not shown", async (page) => {
    const delivered: string[] = [];
    for (const name of callerNames.filter((one) => shownTo(page, one) !== "page")) {
      const { caseId } = await sceneOf(name).claimed();
      const { body } = await visit(name, addressOf(page, caseId), { rsc: "1", "next-router-prefetch": "1" });
      if (isPartIn(page, body)) delivered.push(name);
    }
    expect(delivered).toEqual([]);
  });

  it("every procedure and every route refuses who is not signed in", async () => {
    // Path → procedure; the type is the nested one of the routers.
    const existing = appRouter._def.procedures as unknown as Readonly<Record<string, { _def: { type: string } }>>;
    const [found, expected]: Record<string, boolean>[] = [{}, {}];
    for (const name of procedures.keys()) {
      const isWriting = existing[name]?._def.type === "mutation";
      const { status } = await fetch(`${web.url}/api/trpc/${name}${isWriting ? "" : "?input=%7B%7D"}`, {
        headers: { origin: web.url, "content-type": "application/json" },
        ...(isWriting && { method: "POST", body: "{}" }),
      });
      Object.assign(found ?? {}, { [name]: status === 401 });
      Object.assign(expected ?? {}, { [name]: verdictFor(procedures, name, "nobody") === "auth.required" });
    }
    for (const name of routes.keys()) {
      const isUpload = name.startsWith("/api/uploads/");
      const sending = isUpload ? { method: "PUT", body: "x", headers: { origin: web.url } } : {};
      const { status } = await fetch(web.url + name.replace(":id", anId()), sending);
      Object.assign(found ?? {}, { [name]: status === 401 });
      Object.assign(expected ?? {}, { [name]: verdictFor(routes, name, "nobody") === "auth.required" });
    }
    expect(found).toEqual(expected);
  });
});
