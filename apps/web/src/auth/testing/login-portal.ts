import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { RequestContext } from "@dvd/api/context";
import { endSession } from "@dvd/api/sessions/end-session";
import { endSessionsOfProvider } from "@dvd/api/sessions/end-sessions-of-provider";
import { findViewer } from "@dvd/api/sessions/find-viewer";
import { openSession } from "@dvd/api/sessions/open-session";
import { refuseLogin } from "@dvd/api/sessions/refuse-login";
import { openPortal, pseudonymKey } from "@dvd/api/testing/portal";
import { listen } from "@dvd/api/testing/serve";
import type { Actor } from "@dvd/domain/actor";
import { type LoginKind, loginKinds } from "@dvd/domain/session/login";
import { createHttpServer } from "../../server/http-server.ts";
import { cookieNames } from "../cookies.ts";
import { relyingParty } from "../relying-party.ts";
import { authHandler } from "../serve-auth.ts";
import { readSessionCookie } from "../session-cookie.ts";
import { Browser } from "./browser.ts";
import { type HostileProvider, startHostileProvider, type Switches } from "@dvd/api/testing/hostile-provider";

const sessionSecret = "seals the cookies of a test run, and nothing else";
const levels = new Map([
  ["low", "low"],
  ["substantial", "substantial"],
  ["high", "high"],
] as const);
const wellBehaved: Record<LoginKind, Switches> = {
  citizen: { person: "citizen-1", acr: "substantial" },
  official: { person: "official-0", acr: "substantial" },
};
const clientOf = (kind: LoginKind) => ({ clientId: `portal-${kind}`, clientSecret: `${kind}-secret-of-this-test` });

type Ended = { grund: string | null; location: URL; actor: Actor | null };
type Wish = { switches?: Switches; browser?: Browser; form?: Record<string, string>; target?: string };

/** The portal's real login, before two real providers that can be told to misbehave. */
export async function openLoginPortal() {
  const publicUrl = await freeAddress();
  const clients = { citizen: clientOf("citizen"), official: clientOf("official") };
  const startProvider = (kind: LoginKind) =>
    startHostileProvider({
      ...clients[kind],
      redirectUri: `${publicUrl}/api/auth/callback/${kind}`,
      logoutUri: `${publicUrl}/api/auth/backchannel/${kind}`,
      signedOutUri: `${publicUrl}/abgemeldet`,
    });
  const providers = { citizen: await startProvider("citizen"), official: await startProvider("official") };
  const portal = await openPortal({ officialIssuer: providers.official.issuer });
  const deps = { ...portal.deps, pseudonymKey };
  const settings = { publicUrl, sessionSecret };
  const names = cookieNames(publicUrl);
  let requests = 0;

  const partyFor = (kind: LoginKind, issuer: string) =>
    relyingParty(
      { kind, issuer, ...clients[kind], levels },
      {
        now: () => new Date(),
        fetch: (url, options) => {
          requests += 1;
          return fetch(url, options);
        },
      },
    );
  const handlerFor = (issuers: Record<LoginKind, string>) =>
    authHandler({
      settings,
      parties: { citizen: partyFor("citizen", issuers.citizen), official: partyFor("official", issuers.official) },
      port: {
        open: (login, place) => openSession(deps, login, place),
        revoke: (sessionId) => endSession(deps, sessionId),
        refuse: (refused) => refuseLogin(deps, refused),
        endOfProvider: (ended) => endSessionsOfProvider(deps, ended),
      },
    });
  const issuersOf = (of: Record<LoginKind, HostileProvider>) => ({
    citizen: of.citizen.issuer,
    official: of.official.issuer,
  });
  let auth = handlerFor(issuersOf(providers));

  const viewerOf = async (cookieHeader: string | undefined) => {
    const sessionId = await readSessionCookie(cookieHeader, names.session, sessionSecret);
    return sessionId && findViewer(deps, sessionId, { touch: false });
  };
  const server = createHttpServer({
    newContext: (): Omit<RequestContext, "actor"> => ({ ...portal.deps, correlationId: randomUUID(), networks: [] }),
    viewerOf: ({ headers }) => viewerOf(headers.cookie),
    auth: (ctx, request, response) => auth(ctx, request, response),
    live: async (_, __, response) => void response.end(),
    health: async () => false,
    pages: (_, response) => void response.end("a page"),
    publicOrigin: publicUrl,
  });
  await new Promise<void>((resolve) => {
    server.listen(Number(new URL(publicUrl).port), "127.0.0.1", resolve);
  });

  const callbackOf = (kind: LoginKind) => `${publicUrl}/api/auth/callback/${kind}`;
  const post = (browser: Browser, path: string, form: Record<string, string>, origin = publicUrl) =>
    browser.open(publicUrl + path, form, { origin });

  /** As our page does it: a token against forged forms, then the address of the provider. */
  async function begin(kind: LoginKind, { browser = new Browser(), form = {}, target = "/vorgaenge" }: Wish = {}) {
    const csrf = (await (await browser.open(`${publicUrl}/api/auth/csrf`)).json()) as { csrfToken: string };
    const { csrfToken } = csrf;
    const response = await post(browser, `/api/auth/signin/${kind}`, { csrfToken, callbackUrl: target, ...form });
    const { url } = (await response.json()) as { url: string };
    return new URL(url, publicUrl);
  }

  /** Up to the address with which the provider sends the browser back. */
  async function goToProvider(kind: LoginKind, { browser = new Browser(), switches = {}, ...wish }: Wish = {}) {
    providers[kind].set({ ...wellBehaved[kind], ...switches });
    const url = await begin(kind, { browser, ...wish });
    if (url.origin === publicUrl) return url.href;
    return browser.follow(url.href, (at) => at.startsWith(publicUrl));
  }

  /** Comes back, and says where that ended and as whom. */
  async function comeBack(url: string, browser: Browser): Promise<Ended> {
    const response = url.includes("/api/auth/") ? await browser.open(url) : null;
    const location = new URL(response?.headers.get("location") ?? url, publicUrl);
    return {
      grund: location.searchParams.get("grund"),
      location,
      actor: await viewerOf(browser.cookieHeader(publicUrl)),
    };
  }

  return {
    publicUrl,
    portal,
    providers,
    names,
    clients,
    callbackOf,
    post,
    begin,
    goToProvider,
    comeBack,
    viewerOf: (browser: Browser) => viewerOf(browser.cookieHeader(publicUrl)),
    requests: () => requests,
    startProvider,
    /** From here on with new memory of keys and endpoints, and with other providers when there are any. */
    restart: (of: Partial<Record<LoginKind, HostileProvider>> = {}) => {
      auth = handlerFor(issuersOf({ ...providers, ...of }));
    },
    async logIn(kind: LoginKind, wish: Wish = {}): Promise<Ended & { browser: Browser }> {
      const browser = wish.browser ?? new Browser();
      return { browser, ...(await comeBack(await goToProvider(kind, { ...wish, browser }), browser)) };
    },
    async close() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      for (const kind of loginKinds) await providers[kind].stop();
      await portal.close();
    },
  };
}

/** The portal's address is registered at the providers before it runs. */
async function freeAddress(): Promise<string> {
  const { url, close } = await listen(createServer());
  await close();
  return url;
}
