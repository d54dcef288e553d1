import { isDeepStrictEqual } from "node:util";
import type { RequestContext } from "@dvd/api/context";
import { codeOf } from "@dvd/api/errors";
import { serveHealth } from "@dvd/api/http/health";
import { getChallenge } from "@dvd/api/proofs/get-challenge";
import { appRouter } from "@dvd/api/root";
import { openHubOf } from "@dvd/api/testing/live";
import { openPortal } from "@dvd/api/testing/portal";
import { listen } from "@dvd/api/testing/serve";
import { proofHeader, solveChallenge } from "@dvd/api/testing/solve-challenge";
import { encodeBase64 } from "@dvd/api/wire";
import { isProvenAction } from "@dvd/domain/limits/proof";
import { createHttpServer } from "@dvd/web/server/http-server";
import { covers, routes as served } from "@dvd/web/server/routes";
import { afterAll, describe, expect, it } from "vitest";
import { publicOrigin, requests, send } from "./access/call-route.ts";
import { callerNames, callerOf, type CallerName, isUnrelated } from "./access/callers.ts";
import { describeAccess } from "./access/describe.ts";
import { inputs } from "./access/inputs.ts";
import { type Caller, openCast, openScene, type Scene } from "./access/scene.ts";
import { type AccessTable, fresh, procedures, routes, verdictFor } from "./access/table.ts";

const portal = await openPortal();
const cast = await openCast(portal);
const hub = await openHubOf(portal);
let visitor: RequestContext = portal.requestOf(null);
const notAsked = () => Promise.reject(new Error("asked for elsewhere"));
const server = await listen(
  createHttpServer({
    newContext: () => visitor,
    viewerOf: async () => visitor.actor,
    live: hub.serve,
    health: (path, response) => serveHealth(path, response, [], () => false),
    auth: notAsked,
    pages: notAsked,
    publicOrigin,
    security: { contact: "mailto:sicherheit@portal.test", page: "/schwachstelle-melden" },
  }),
);
afterAll(async () => {
  await hub.close();
  await server.close();
  await portal.close();
});

type Outcome = { verdict: string; answer: string };
type Target = {
  name: string;
  table: AccessTable;
  isWriting: boolean;
  /** Everything that a call needs has happened when it resolves. */
  prepare: (scene: Scene, by: Caller) => Promise<() => Promise<Outcome>>;
};

// Path → procedure; the type is the nested one of the routers.
const existing = appRouter._def.procedures as unknown as Readonly<Record<string, { _def: { type: string } }>>;

const procedureTarget = (name: string): Target => ({
  name,
  table: procedures,
  isWriting: existing[name]?._def.type === "mutation",
  async prepare(scene, by) {
    const input = wired(await inputs[name]?.(scene, by));
    const challenge = isProvenAction(name) && (await getChallenge(by.ctx, { action: name }));
    const proof = challenge ? proofHeader(solveChallenge(challenge)) : undefined;
    return async () => {
      const caller = appRouter.createCaller({ ...(await by.request()), proof });
      const call: unknown = name.split(".").reduce<unknown>((at, key) => Reflect.get(Object(at), key), caller);
      if (typeof call !== "function") throw new Error(`there is no ${name}`);
      return Promise.resolve(call(input)).then(
        (answer: unknown) => ({ verdict: "ok", answer: JSON.stringify(answer) }),
        (error: unknown) => ({ verdict: codeOf(error), answer: "" }),
      );
    };
  },
});

const routeTarget = (name: string): Target => ({
  name,
  table: routes,
  isWriting: name.startsWith("/api/uploads/"),
  async prepare(scene, by) {
    const request = await requests[name]?.(scene, by);
    if (!request) throw new Error(`tests/access/call-route.ts makes no request of ${name}`);
    return async () => {
      visitor = await by.request();
      return send(server.url, request);
    };
  },
});

/** Bytes as they travel. */
function wired(value: unknown): unknown {
  if (value instanceof Uint8Array) return encodeBase64(value);
  if (Array.isArray(value)) return value.map(wired);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wired(inner)]));
}

async function sceneFor(target: Target, isEnded: boolean) {
  const scene = await openScene(cast);
  if (!isEnded) return scene;
  // What the call is about has been there before its owner left.
  for (const name of ["owner", "assignee"] as const) await target.prepare(scene, scene.caller(name));
  await scene.end();
  return scene;
}

/** Those who are refused, after one another on one case: it stays as it was for the next. */
async function refuse(
  target: Target,
  scene: Scene,
  names: readonly CallerName[],
  callerFor = (name: CallerName) => scene.caller(name),
) {
  const attempts: [CallerName, () => Promise<Outcome>][] = [];
  for (const name of names) attempts.push([name, await target.prepare(scene, callerFor(name))]);
  const before = await portal.imprint();
  const seen: Record<string, string> = {};
  for (const [name, call] of attempts) seen[name] = (await call()).verdict;
  if (!isDeepStrictEqual(await portal.imprint(), before)) seen.rows = "changed by a call that was refused";
  return seen;
}

async function answer(target: Target, scene: Scene, name: CallerName): Promise<string> {
  const call = await target.prepare(scene, scene.caller(name));
  const before = await scene.rows();
  const { verdict, answer: told } = await call();
  if (!isUnrelated(name)) return verdict;
  const hasTouched = !isDeepStrictEqual(await scene.rows(), before);
  const isTold = scene.ids().some((id) => told.includes(id));
  return verdict + (hasTouched ? ", and changed what is another's" : "") + (isTold ? ", and told of another's" : "");
}

/** The same person, whose login is an hour old when they call. Whatever the call needs was done before that. */
const sinceAnHour = (by: Caller): Caller => ({
  ...by,
  async request() {
    const { actor, ...request } = await by.request();
    if (!actor) return { ...request, actor };
    return { ...request, actor: { ...actor, authenticatedAt: new Date(request.now().getTime() - 3_600_000) } };
  },
});

const targets = [...Array.from(procedures.keys(), procedureTarget), ...Array.from(routes.keys(), routeTarget)];

describe.each(targets)("$name", (target) => {
  it.each([
    ["while the account exists", false],
    ["after its end", true],
  ] as const)("answers each caller as the table says, %s", async (_when, isEnded) => {
    const names = callerNames.filter((name) => (callerOf(name).afterEnd ?? false) === isEnded);
    const expected = Object.fromEntries(names.map((name) => [name, verdictFor(target.table, target.name, name)]));
    let scene = await sceneFor(target, isEnded);
    const seen = await refuse(
      target,
      scene,
      names.filter((name) => expected[name] !== "ok"),
    );
    for (const [place, name] of names.filter((one) => expected[one] === "ok").entries()) {
      // What is only read can be read by the next one as well.
      if (target.isWriting && place > 0) scene = await sceneFor(target, isEnded);
      seen[name] = await answer(target, scene, name);
    }
    expect(seen).toEqual(expected);
  });

  const entitled = callerNames.filter(
    (name) =>
      callerOf(name).column !== "nobody" &&
      !callerOf(name).afterEnd &&
      verdictFor(target.table, target.name, name) === "ok",
  );
  it("answers those whom it answers, with a login that is an hour old, as the table says", async () => {
    const scene = await openScene(cast);
    const caller = (name: CallerName) => sinceAnHour(scene.caller(name));
    const accept = async (name: CallerName) => (await (await target.prepare(scene, caller(name)))()).verdict;
    const [answered, expected] = fresh.has(target.name)
      ? [entitled, "auth.login-too-old"]
      : [entitled.slice(0, 1), "ok"];
    // Where it is answered, one speaks for all: the scene may be another one afterwards.
    const seen = fresh.has(target.name)
      ? await refuse(target, scene, answered, caller)
      : Object.fromEntries(await Promise.all(answered.map(async (name) => [name, await accept(name)])));
    expect(seen).toEqual(Object.fromEntries(answered.map((name) => [name, expected])));
  });
});

describe("the tables", () => {
  it("name every procedure of the router and no other, and make an input for each", () => {
    const hint = "tests/access/table.ts says who may call it, tests/access/inputs.ts how";
    expect([...procedures.keys()], hint).toEqual(Object.keys(existing).toSorted());
    expect(Object.keys(inputs).toSorted(), hint).toEqual(Object.keys(existing).toSorted());
  });

  it("name every route of the web that is asked for here, and make a request of each", () => {
    const elsewhere: Readonly<Record<string, string>> = {
      "/api/auth/signin/": "apps/web/src/auth/hostile-provider.test.ts",
      "/api/auth/callback/": "apps/web/src/auth/hostile-provider.test.ts",
      "/api/auth/": "apps/web/src/auth/hostile-provider.test.ts",
      "/api/trpc/": "the procedures above",
      "/api/v1/": "the public ones among them",
      "/api/": "refused, whoever asks: apps/web/src/server/routes.test.ts",
      "/_next/": "the same built files for everybody",
      "/": "tests/pages-without-proxy.test.ts",
    };
    const hint = "tests/access/table.ts says who may ask for it, tests/access/call-route.ts how";
    const routeOf = (name: string) => served.find((route) => covers(route, name))?.path;
    const named = new Set(Array.from(routes.keys(), routeOf));
    const expected = new Set(served.map(({ path }) => path).filter((path) => !(path in elsewhere)));
    expect(named, hint).toEqual(expected);
    expect(Object.keys(requests).toSorted(), hint).toEqual([...routes.keys()].toSorted());
  });

  it("ask for a fresh login where there is something", () => {
    expect([...fresh].filter((name) => !procedures.has(name) && !routes.has(name))).toEqual([]);
  });

  it("are the published ones", async () => {
    const hint = "docs/access-matrix.md is out of date; `vitest run tests/access-matrix.test.ts -u` rewrites it";
    await expect(describeAccess(), hint).toMatchFileSnapshot("../docs/access-matrix.md");
  });
});
