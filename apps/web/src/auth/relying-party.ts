import type { AssuranceLevel } from "@dvd/domain/assurance";
import { freshLoginMinutes } from "@dvd/domain/session/fresh-login";
import type { LoginKind } from "@dvd/domain/session/login";
import { compactVerify, createRemoteJWKSet, customFetch as joseFetch, jwtVerify } from "jose";
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildEndSessionUrl,
  ClientSecretBasic,
  type Configuration,
  type CustomFetch,
  customFetch,
  discovery,
  type IDToken,
} from "openid-client";
import { guardedFetch, type SendRequest } from "./guarded-fetch.ts";
import { LoginRefused } from "./login-refused.ts";

/** One of our two registrations at an identity provider. */
export type LoginClient = {
  kind: LoginKind;
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What this provider calls the levels, by the values of its `acr`. */
  levels: ReadonlyMap<string, AssuranceLevel>;
};

type Checks = { code_verifier?: string | undefined; state?: string | undefined; nonce?: string | undefined };
export type RelyingParty = ReturnType<typeof relyingParty>;

/** The only algorithm that we take, for both providers. A token does not choose how it is checked. */
export const tokenAlgorithm = "ES256";
const metadataMs = 15_000;
const logoutTokenSeconds = 120;

/**
 * What next-auth does not reach: keys that are fetched once and not per login, a provider that is down, the age of a
 * login, and the end that the provider sends. Endpoints are read anew after fifteen seconds: often enough to notice that
 * nobody is there before a person is sent away, and seldom enough to be no load.
 */
export function relyingParty(client: LoginClient, { fetch, now }: { fetch: SendRequest; now: () => Date }) {
  const send = guardedFetch(fetch, () => now().getTime());
  let known: { configuration: Promise<Configuration>; at: number } | undefined;
  let keys: { uri: string; set: ReturnType<typeof createRemoteJWKSet> } | undefined;

  async function configuration(): Promise<Configuration> {
    const at = now().getTime();
    if (!known || at - known.at >= metadataMs) known = { configuration: discover(client, send), at };
    const current = known;
    return current.configuration.catch((error: unknown) => {
      // A failed look is not remembered.
      if (known === current) known = undefined;
      throw error;
    });
  }

  /** Kept over new looks at the endpoints: an unknown key id costs one fetch in thirty seconds, whoever asks how often. */
  async function keySet() {
    const uri = (await configuration()).serverMetadata().jwks_uri;
    if (!uri) throw new LoginRefused("answer-invalid", "no-keys-published");
    if (keys?.uri !== uri)
      keys = {
        uri,
        set: createRemoteJWKSet(new URL(uri), {
          cooldownDuration: 30_000,
          cacheMaxAge: 600_000,
          [joseFetch]: (url, options) =>
            send(url, { ...options, body: null, headers: Object.fromEntries(options.headers) }),
        }),
      };
    return keys.set;
  }

  return {
    client,

    async endpoints() {
      const { authorization_endpoint: authorization, token_endpoint: token } = (await configuration()).serverMetadata();
      if (!authorization || !token) throw new LoginRefused("answer-invalid", "no-endpoints-published");
      return { authorization, token };
    },

    /** Exchanges the code. Whatever does not fit throws; what comes back is verified, signature included. */
    async redeem(
      callback: URL,
      { code_verifier, state, nonce }: Checks,
    ): Promise<{ idToken: string; claims: IDToken }> {
      // An absent expectation would tell the library that there must be none.
      if (!code_verifier || !state || !nonce) throw new LoginRefused("not-begun-here");
      // The library asks for it only where the provider says of itself that it sends it.
      if (callback.searchParams.get("iss") !== client.issuer) throw new LoginRefused("answer-invalid", "iss");
      const tokens = await authorizationCodeGrant(await configuration(), callback, {
        pkceCodeVerifier: code_verifier,
        expectedState: state,
        expectedNonce: nonce,
        maxAge: freshLoginMinutes * 60,
      });
      const claims = tokens.claims();
      if (!tokens.id_token || !claims) throw new LoginRefused("answer-invalid", "no-id-token");
      await compactVerify(tokens.id_token, await keySet(), { algorithms: [tokenAlgorithm] });
      return { idToken: tokens.id_token, claims };
    },

    /**
     * Where a person ends their login at the provider as well (OpenID Connect RP-Initiated Logout 1.0). Named by our client
     * alone: no identity token is kept for it, so the provider asks the person. Null when it has no such place, or one that
     * is no address of the web.
     */
    async endOfLogin(returnTo: string): Promise<string | null> {
      const current = await configuration();
      const endpoint = URL.parse(current.serverMetadata().end_session_endpoint ?? "");
      if (endpoint?.protocol !== new URL(client.issuer).protocol) return null;
      return buildEndSessionUrl(current, { post_logout_redirect_uri: returnTo }).href;
    },

    /** OpenID Connect Back-Channel Logout 1.0, 2.6. Throws when it is not one that this provider just sent to us. */
    async readLogoutToken(token: string) {
      const { payload } = await jwtVerify(token, await keySet(), {
        algorithms: [tokenAlgorithm],
        issuer: client.issuer,
        audience: client.clientId,
        typ: "logout+jwt",
        requiredClaims: ["iat", "jti", "events"],
        maxTokenAge: logoutTokenSeconds,
        clockTolerance: 30,
        currentDate: now(),
      });
      const { events, nonce, sub, sid, iat } = payload;
      const isLogout = typeof events === "object" && events !== null && logoutEvent in events;
      const [subject, providerSession] = [sub ?? null, typeof sid === "string" ? sid : null];
      // A nonce would make it an identity token that somebody sends here instead.
      if (!isLogout || nonce !== undefined || iat === undefined || (subject === null && providerSession === null))
        throw new LoginRefused("answer-invalid", "no-logout-token");
      return { issuer: client.issuer, subject, providerSession, issuedAt: new Date(iat * 1000) };
    },
  };
}

const logoutEvent = "http://schemas.openid.net/event/backchannel-logout";

function discover({ issuer, clientId, clientSecret }: LoginClient, send: CustomFetch): Promise<Configuration> {
  const metadata = { client_secret: clientSecret, id_token_signed_response_alg: tokenAlgorithm };
  return discovery(new URL(issuer), clientId, metadata, ClientSecretBasic(clientSecret), {
    [customFetch]: send,
    // Settings allow http on this machine only.
    execute: issuer.startsWith("http:") ? [allowInsecureRequests] : [],
  });
}
