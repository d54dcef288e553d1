import { createServer } from "node:http";
import { createDb } from "@dvd/db/client";
import { afterAll, describe, expect, it } from "vitest";
import { filesystemBlobStore } from "../adapters/blob/filesystem.ts";
import { serveHealth } from "../http/health.ts";
import { openPortal } from "../testing/portal.ts";
import { listen } from "../testing/serve.ts";
import { blobProbe, checkHealth, databaseProbe, issuerProbe, type Probe } from "./check-health.ts";

const portal = await openPortal();
const issuer = await listen(
  createServer((request, response) => {
    response.writeHead(request.url === "/.well-known/openid-configuration" ? 200 : 404).end("{}");
  }),
);
const nowhere = await listen(createServer());
await nowhere.close();
const publishedAt = (url: string) => async () => {
  const { ok } = await fetch(`${url}/.well-known/openid-configuration`);
  if (!ok) throw new Error("refused");
};
const goneDb = createDb(portal.appUrl.replace(/:\d+\//, `:${new URL(nowhere.url).port}/`), { applicationName: "gone" });
afterAll(async () => {
  await goneDb.close();
  await issuer.close();
  await portal.close();
});

const working = [
  databaseProbe(portal.deps.db),
  blobProbe(portal.deps.blobs),
  issuerProbe("login", publishedAt(issuer.url)),
];
const time = { responseMs: expect.any(Number) };

describe("health", () => {
  it("is healthy when every component answers, with its response time", async () => {
    expect(await checkHealth(working)).toEqual({
      status: "healthy",
      components: {
        database: { status: "healthy", ...time },
        blobs: { status: "healthy", ...time },
        login: { status: "healthy", ...time },
      },
    });
  });

  it("is degraded when only somebody else's server is down: whoever is logged in can go on", async () => {
    for (const broken of [nowhere.url, `${issuer.url}/not-an-issuer`]) {
      const health = await checkHealth([databaseProbe(portal.deps.db), issuerProbe("login", publishedAt(broken))]);
      expect(health).toMatchObject({
        status: "degraded",
        components: { database: { status: "healthy" }, login: { status: "degraded" } },
      });
    }
  });

  it("is unhealthy without the database, also when something else is degraded", async () => {
    const health = await checkHealth([databaseProbe(goneDb.db), issuerProbe("login", publishedAt(nowhere.url))]);
    expect(health).toMatchObject({ status: "unhealthy", components: { database: { status: "unhealthy", ...time } } });
  });

  it("is unhealthy when nothing can be stored", async () => {
    const blobs = filesystemBlobStore("/proc/no-such-place");
    expect(await checkHealth([blobProbe(blobs)])).toMatchObject({ status: "unhealthy" });
  });

  it("asks a component once for all who ask at the same time, and again after five seconds", async () => {
    let runs = 0;
    let broken = false;
    const probe: Probe = {
      name: "counted",
      vital: true,
      run: async () => {
        runs += 1;
        if (broken) throw new Error("down");
      },
    };
    let time = 1_000;
    const ask = async () => (await checkHealth([probe], () => time)).status;
    expect(await Promise.all([ask(), ask(), ask()])).toEqual(["healthy", "healthy", "healthy"]);
    expect(runs).toBe(1);

    broken = true;
    time += 4_999;
    expect(await ask()).toBe("healthy");
    expect(runs).toBe(1);
    time += 1;
    expect(await ask()).toBe("unhealthy");
    expect(runs).toBe(2);
  });

  it("does not wait for a component that never answers", async () => {
    const silent: Probe = { name: "silent", vital: true, run: () => new Promise(() => undefined) };
    expect(await checkHealth([silent])).toMatchObject({ components: { silent: { status: "unhealthy" } } });
  });
});

describe("the health addresses", async () => {
  const state = { probes: working, isStopping: false };
  const server = await listen(
    createServer((request, response) => {
      serveHealth(request.url ?? "", response, state.probes, () => state.isStopping)
        .then((served) => served || response.writeHead(404).end())
        .catch(() => response.destroy());
    }),
  );
  afterAll(() => server.close());
  const ask = async (path: string, change: Partial<typeof state> = {}) => {
    Object.assign(state, { probes: working, isStopping: false }, change);
    const response = await fetch(`${server.url}${path}`);
    return `${response.status} ${/"status":"(\w+)"/.exec(await response.text())?.[1] ?? ""}`;
  };
  const degraded = { probes: [databaseProbe(portal.deps.db), issuerProbe("login", publishedAt(nowhere.url))] };
  const unhealthy = { probes: [databaseProbe(goneDb.db)] };

  it("say alive, ready and how everything is", async () => {
    expect(await ask("/healthz/live")).toBe("200 healthy");
    expect(await ask("/healthz/ready")).toBe("200 healthy");
    expect(await ask("/health")).toBe("200 healthy");
    expect(await ask("/healthz")).toBe("404 ");
  });

  it("keep a degraded process in service, and say so to people", async () => {
    expect(await ask("/healthz/ready", degraded)).toBe("200 healthy");
    expect(await ask("/health", degraded)).toBe("200 degraded");
  });

  it("take a process without its database out of service, but do not kill it", async () => {
    expect(await ask("/healthz/live", unhealthy)).toBe("200 healthy");
    expect(await ask("/healthz/ready", unhealthy)).toBe("503 unhealthy");
    expect(await ask("/health", unhealthy)).toBe("503 unhealthy");
  });

  it("take a process out of service that is on its way out", async () => {
    expect(await ask("/healthz/ready", { isStopping: true })).toBe("503 unhealthy");
    expect(await ask("/healthz/live", { isStopping: true })).toBe("200 healthy");
  });
});
