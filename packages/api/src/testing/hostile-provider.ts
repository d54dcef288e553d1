import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { exportJWK, generateKeyPair, type JWK, type JWTHeaderParameters, SignJWT } from "jose";
import { type Configuration, Provider } from "oidc-provider";
import { listen } from "./serve.ts";

export type Claims = Record<string, unknown>;
/** What a provider may do that it must not. Without any, it is an honest one. */
export type Switches = {
  person?: string;
  acr?: string | undefined;
  claims?: (claims: Claims) => Claims;
  /** Replaces the whole identity token. */
  token?: (claims: Claims) => Promise<string>;
  kid?: string;
  /** What it says of itself. */
  metadata?: (document: Claims) => Claims;
  /** How the answer goes back through the browser. */
  answer?: (location: URL) => void;
  /** Gives the same tokens again for a code that was used. */
  forgetful?: boolean;
};

type Client = {
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  logoutUri: string;
  signedOutUri: string;
};
export type HostileProvider = Awaited<ReturnType<typeof startHostileProvider>>;

/** A real `oidc-provider` on loopback, with switches between it and the portal. It logs in whom the switch names. */
export async function startHostileProvider(client: Client) {
  let switches: Switches = {};
  let key = await newKey();
  const seen = { discovery: 0, jwks: 0, tokens: 0 };
  const answers = new Map<string, unknown>();
  let handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  const { url: issuer, close } = await listen(server);
  const provider = new Provider(
    issuer,
    configuration(client, key.secret, () => switches),
  );
  const callback = provider.callback();

  handle = async (request, response) => {
    const path = request.url?.split("?")[0] ?? "";
    if (path === "/.well-known/openid-configuration") {
      seen.discovery += 1;
      if (switches.metadata && !request.headers["x-untouched"]) return sendMetadata(switches.metadata, response);
    }
    if (path === "/jwks") {
      seen.jwks += 1;
      return sendJson(response, 200, { keys: [key.public] });
    }
    if (path === "/token" && !request.headers["x-untouched"]) return sendTokens(request, response);
    if (path.startsWith("/login/"))
      return provider.interactionFinished(request, response, {
        login: { accountId: switches.person ?? "citizen-1", ...(switches.acr && { acr: switches.acr }) },
      });
    if (path.startsWith("/auth")) changeRedirect(response);
    return callback(request, response);
  };

  async function sendMetadata(change: (document: Claims) => Claims, response: ServerResponse) {
    const inner = await fetch(`${issuer}/.well-known/openid-configuration`, { headers: { "x-untouched": "1" } });
    // The provider's own words, which this test only changes.
    sendJson(response, 200, change((await inner.json()) as Claims));
  }

  function changeRedirect(response: ServerResponse) {
    const setHeader = response.setHeader.bind(response);
    response.setHeader = (name, value) => {
      if (name.toLowerCase() !== "location" || !String(value).startsWith(client.redirectUri))
        return setHeader(name, value);
      const location = new URL(String(value));
      switches.answer?.(location);
      return setHeader(name, location.href);
    };
  }

  async function sendTokens(request: IncomingMessage, response: ServerResponse) {
    seen.tokens += 1;
    const body = await text(request);
    const code = new URLSearchParams(body).get("code") ?? "";
    if (switches.forgetful && answers.has(code)) return sendJson(response, 200, answers.get(code));
    const inner = await fetch(`${issuer}/token`, {
      method: "POST",
      headers: {
        "x-untouched": "1",
        authorization: String(request.headers.authorization),
        "content-type": "application/x-www-form-urlencoded",
      },
      body,
    });
    // The provider's own answer, which this test only repeats.
    const answer = (await inner.json()) as Claims;
    if (inner.ok) {
      const claims = changed(decode(String(answer.id_token)));
      answer.id_token = await (switches.token ?? ((given) => sign(given)))(claims);
    }
    answers.set(code, answer);
    sendJson(response, inner.status, answer);
  }

  const changed = (claims: Claims) => switches.claims?.(claims) ?? claims;
  const sign = (claims: Claims, header: Partial<JWTHeaderParameters> = {}) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: "ES256", kid: switches.kid ?? key.public.kid, ...header })
      .sign(key.private);

  return {
    issuer,
    seen,
    sign,
    publicKey: () => key.public,
    set: (next: Switches) => {
      switches = next;
    },
    /** From now on it signs with a new key, and publishes that one only. */
    async rotate() {
      key = await newKey();
    },
    stop: close,
  };
}

function configuration(client: Client, signingKey: JWK, switches: () => Switches): Configuration {
  return {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [client.redirectUri],
        post_logout_redirect_uris: [client.signedOutUri],
        grant_types: ["authorization_code"],
        response_types: ["code"],
        backchannel_logout_uri: client.logoutUri,
        backchannel_logout_session_required: true,
        token_endpoint_auth_method: "client_secret_basic",
        id_token_signed_response_alg: "ES256",
      },
    ],
    jwks: { keys: [signingKey] },
    pkce: { required: () => true },
    scopes: ["openid"],
    acrValues: ["low", "substantial", "high"],
    claims: { openid: ["sub", "acr", "tenant", "roles"] },
    conformIdTokenClaims: false,
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, tenant: "here", roles: ["official"] }),
    }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        accountId: oidc.session?.accountId ?? "",
        clientId: oidc.client?.clientId ?? "",
      });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
    interactions: { url: (_, { uid }) => `/login/${uid}` },
    cookies: { keys: [randomUUID()] },
    ttl: { AuthorizationCode: 60, AccessToken: 600, IdToken: 600, Interaction: 900, Session: 900, Grant: 900 },
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    renderError: (ctx, { error }) => {
      ctx.body = `provider: ${error} ${switches().person ?? ""}`;
    },
  };
}

async function newKey() {
  const pair = await generateKeyPair("ES256", { extractable: true });
  const named = { kid: randomUUID(), alg: "ES256", use: "sig" };
  return {
    private: pair.privateKey,
    secret: { ...(await exportJWK(pair.privateKey)), ...named },
    public: { ...(await exportJWK(pair.publicKey)), ...named },
  };
}

// Made by the provider a moment ago, so it is JSON.
const decode = (token: string) => JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as Claims;

function sendJson(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
