import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type DemoPeople, officeOf } from "../demo-people.ts";
import { EmbeddedError } from "../errors.ts";
import type { Service } from "../services.ts";
import { loadIdentitySecrets } from "./identity-secrets.ts";
import { handleLogin } from "./login.ts";
import { stylesheetPath } from "./pages.ts";
import { createProvider, type IdentityClient, type Realm } from "./realm.ts";
import { stylesheet } from "./style.ts";

export type IdentityOptions = {
  host: string;
  port: number;
  /** Holds `identity.json` with the signing keys. */
  dataDir: string;
  clients: { citizen: IdentityClient; official: IdentityClient };
  people: DemoPeople;
};

export type Issuers = { citizen: string; official: string };
export type Identity = Service & { issuers: Issuers };

const loopbackHosts = ["127.0.0.1", "::1"];
const paths = { citizen: "/buergerkonto", official: "/amt" };

/** Known before the providers run: the demo data needs them first. */
export function issuersAt(host: string, port: number): Issuers {
  const origin = originOf(host, port);
  return { citizen: `${origin}${paths.citizen}`, official: `${origin}${paths.official}` };
}

const originOf = (host: string, port: number) => `http://${host.includes(":") ? `[${host}]` : host}:${port}`;

/**
 * The identity providers of the demo, two issuers behind one listener. Whoever reaches them may be anybody: so they
 * refuse any address but loopback, and nothing that is deployed imports this folder.
 */
export async function startIdentity(options: IdentityOptions): Promise<Identity> {
  const { host, port, dataDir } = options;
  if (!loopbackHosts.includes(host)) throw new EmbeddedError("not-loopback", { host });
  const origin = originOf(host, port);
  const realms = await describeRealms(options, dataDir);
  const served = realms.map((realm) => {
    const provider = createProvider(realm, origin, Date.now);
    return { realm, provider, handle: provider.callback(), policy: contentPolicy(realm.client) };
  });

  const handleRequest = async (request: IncomingMessage, response: ServerResponse) => {
    const url = request.url ?? "/";
    const path = url.split("?")[0] ?? url;
    response.setHeader("x-content-type-options", "nosniff");
    response.setHeader("referrer-policy", "no-referrer");
    if (path === stylesheetPath) return void response.setHeader("content-type", "text/css").end(stylesheet);
    // Without an answer every login would leave an error in the console of the browser.
    if (path === "/favicon.ico") return void response.writeHead(204).end();

    const target = served.find(({ realm }) => path.startsWith(`${realm.path}/`));
    if (target === undefined) return void response.writeHead(404).end();
    const { realm, provider, handle, policy } = target;
    const isLogin = path.startsWith(`${realm.path}/anmelden/`);
    response.setHeader("content-security-policy", isLogin ? policy.ownPages : policy.protocolPages);
    if (isLogin) return handleLogin(realm, provider, request, response);
    // The library finds out where it is mounted by comparing the two.
    Object.assign(request, { originalUrl: url, url: url.slice(realm.path.length) });
    return handle(request, response);
  };

  const server = createServer((request, response) => {
    handleRequest(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.listen({ host, port });
  await once(server, "listening");
  const ended = once(server, "close").then(() => undefined);
  const end = () => {
    server.close();
    // Browsers keep connections open in case they need them again.
    server.closeAllConnections();
  };
  return {
    issuers: issuersAt(host, port),
    ended,
    kill: end,
    async stop() {
      end();
      await ended;
    },
  };
}

async function describeRealms({ clients, people }: IdentityOptions, dataDir: string): Promise<[Realm, Realm]> {
  const { pairwiseSalt, ...secrets } = await loadIdentitySecrets(dataDir);
  return [
    {
      kind: "citizen",
      path: paths.citizen,
      people: people.citizens.map(({ sub, name }) => ({ sub, name, claims: undefined })),
      client: clients.citizen,
      secrets: secrets.citizen,
      pairwiseSalt,
    },
    {
      kind: "official",
      path: paths.official,
      people: people.officials.map((official) => {
        const { sub, name, tenant, units, roles } = official;
        return { sub, name, detail: officeOf(official, people), claims: { tenant, units, roles } };
      }),
      client: clients.official,
      secrets: secrets.official,
      pairwiseSalt,
    },
  ];
}

/** Browsers also hold the redirect after a form against `form-action`: the way back to the client must be in it. */
function contentPolicy(client: IdentityClient): { ownPages: string; protocolPages: string } {
  const origins = new Set([...client.redirectUris, ...client.postLogoutRedirectUris].map((uri) => new URL(uri).origin));
  const common = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action ${["'self'", ...origins].join(" ")}`,
  ];
  return {
    ownPages: common.join("; "),
    // The library has two pages that only forward; it adds the hash of that one line to `script-src`, if there is one.
    protocolPages: [...common, "script-src 'self'"].join("; "),
  };
}
