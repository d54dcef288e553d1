import { randomFillSync } from "node:crypto";
import { parseArgs } from "node:util";
import { createDeps } from "@dvd/api/deps";
import { listServices } from "@dvd/api/directory/list-services";
import { getForm } from "@dvd/api/forms/get-form";
import { blobProbe, databaseProbe, issuerProbe } from "@dvd/api/health/check-health";
import { serveHealth } from "@dvd/api/http/health";
import { nameNetworks } from "@dvd/api/limits/network-names";
import { openLiveHub } from "@dvd/api/live/hub";
import { endSession } from "@dvd/api/sessions/end-session";
import { endSessionsOfProvider } from "@dvd/api/sessions/end-sessions-of-provider";
import { openSession } from "@dvd/api/sessions/open-session";
import { refuseLogin } from "@dvd/api/sessions/refuse-login";
import { wasRemoved } from "@dvd/api/sessions/was-removed";
import { webEnv } from "@dvd/config/env";
import { endOnCrash } from "@dvd/config/end-on-crash";
import { createLogger } from "@dvd/config/log";
import { reportStartFailure } from "@dvd/config/report-start-failure";
import { uuidv7 } from "@dvd/domain/ids";
import { clientAddress } from "@dvd/domain/limits/networks";
import { cookieNames } from "./src/auth/cookies.ts";
import { relyingParty } from "./src/auth/relying-party.ts";
import { authHandler } from "./src/auth/serve-auth.ts";
import { paths } from "./src/lib/paths.ts";
import { type Bridge, setBridge } from "./src/server/bridge.ts";
import { createHttpServer } from "./src/server/http-server.ts";
import { guardBridge, logWhatIsPrinted } from "./src/server/page-failure.ts";
import { preparePages } from "./src/server/pages.ts";
import { openViewers } from "./src/server/viewers.ts";

/** One process: pages, tRPC, REST, sealed bytes and live streams on one origin (ADR 0002). */
async function main() {
  const { values: args } = parseArgs({ options: { dev: { type: "boolean", default: false } } });
  const start = performance.now();
  const env = webEnv();
  const log = createLogger({ level: env.logLevel, service: "web" });
  endOnCrash(log);
  const { deps, listen, close } = await createDeps(env, log, "dvd-web");
  const namesOf = nameNetworks(env.pseudonymKey);
  let isStopping = false;

  const viewers = openViewers(deps, {
    cookieName: cookieNames(env.publicUrl).session,
    sessionSecret: env.sessionSecret,
  });
  const bridge: Bridge = {
    viewerOf: viewers.ofPage,
    wasRemoved: async (cookieHeader) => {
      const sessionId = await viewers.sessionOf(cookieHeader);
      return sessionId !== null && wasRemoved(deps, sessionId);
    },
    listServices: () => listServices(deps),
    getForm: (serviceKey) => getForm(deps, { serviceKey }),
    securityContact: env.securityContact,
  };
  setBridge(guardBridge(bridge, log));
  const loginDeps = { ...deps, pseudonymKey: env.pseudonymKey };
  const provider = { fetch, now: deps.now };
  const parties = {
    citizen: relyingParty(env.citizenLogin, provider),
    official: relyingParty(env.officialLogin, provider),
  };
  const auth = authHandler({
    settings: env,
    parties,
    port: {
      open: (login, place) => openSession(loginDeps, login, place),
      revoke: (sessionId) => endSession(deps, sessionId),
      refuse: (refused) => refuseLogin(deps, refused),
      endOfProvider: (ended) => endSessionsOfProvider(loginDeps, ended),
    },
  });

  const hub = await openLiveHub({ ...deps, listen, currentActor: viewers.ofStream });

  if (!args.dev) logWhatIsPrinted(log);
  const pages = await preparePages({ dev: args.dev, host: env.host, port: env.port });
  const probes = [
    databaseProbe(deps.db),
    blobProbe(deps.blobs),
    issuerProbe("citizen-login", parties.citizen.endpoints),
    issuerProbe("official-login", parties.official.endpoints),
  ];
  const server = createHttpServer({
    newContext: (request) => {
      const correlationId = uuidv7<string>(deps.now(), randomFillSync(new Uint8Array(10)));
      const forwarded = String(request.headers["x-forwarded-for"] ?? "");
      const networks = namesOf(clientAddress(request.socket.remoteAddress ?? "", forwarded, env.trustedProxies));
      return { ...deps, log: log.child({ correlationId }), correlationId, networks };
    },
    viewerOf: viewers.ofCall,
    auth,
    live: hub.serve,
    health: (path, response) => serveHealth(path, response, probes, () => isStopping),
    pages: async (request, response) => {
      await viewers.noteVisit(request);
      await pages(request, response);
    },
    publicOrigin: env.publicUrl,
    security: env.securityContact ? { contact: env.securityContact, page: paths.reportWeakness } : null,
    upgrades: args.dev,
  });

  deps.operations.note({ actor: null, correlationId: "process" }, { type: "service.started", name: "web" });
  server.listen(env.port, env.host, () =>
    log.event("process.started", { profile: env.profile, port: env.port, ms: performance.now() - start }),
  );

  const stop = async (reason: string) => {
    if (isStopping) return;
    isStopping = true;
    log.event("process.stopping", { reason });
    deps.operations.note({ actor: null, correlationId: "process" }, { type: "service.stopped", name: "web" });
    await hub.close();
    // Requests under way are answered; idle connections are closed at once.
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 10_000).unref();
    });
    await close();
    process.exit(0);
  };
  process.once("SIGTERM", () => void stop("SIGTERM"));
  process.once("SIGINT", () => void stop("SIGINT"));
}

main().catch((error: unknown) => reportStartFailure(error, "web"));
