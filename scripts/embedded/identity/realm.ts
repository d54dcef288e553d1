import { createHmac } from "node:crypto";
import { assuranceLevels } from "@dvd/domain/assurance";
import { type Account, type ClientMetadata, type Configuration, interactionPolicy, Provider } from "oidc-provider";
import type { RealmSecrets } from "./identity-secrets.ts";
import { createMemoryStore } from "./memory-store.ts";
import { errorPage, loggedOutPage, logoutPage, type Choice, type RealmKind } from "./pages.ts";
import { isLevelReached, neededLevel } from "./requested-level.ts";

export type IdentityClient = {
  id: string;
  secret: string;
  redirectUris: readonly string[];
  postLogoutRedirectUris: readonly string[];
  /** Where the provider says that it has ended a login. */
  backchannelLogoutUri: string;
};

export type RealmPerson = Choice & {
  claims: { tenant: string; units: readonly string[]; roles: readonly string[] } | undefined;
};

export type Realm = {
  kind: RealmKind;
  /** Where the issuer begins below the origin, such as `/amt`. */
  path: string;
  people: readonly RealmPerson[];
  client: IdentityClient;
  secrets: RealmSecrets;
  pairwiseSalt: string;
};

export const loginPath = (realm: Realm, uid: string) => `${realm.path}/anmelden/${uid}`;

export function createProvider(realm: Realm, origin: string, now: () => number): Provider {
  const configuration: Configuration = {
    adapter: createMemoryStore(now),
    clients: [clientMetadata(realm)],
    jwks: { keys: [realm.secrets.signingKey] },
    enabledJWA: { idTokenSigningAlgValues: ["ES256"] },
    pkce: { required: () => true },
    responseTypes: ["code"],
    scopes: ["openid"],
    acrValues: [...assuranceLevels],
    // No claim with a name: the portal must work without ever learning one.
    claims: { openid: ["sub", "acr", ...(realm.kind === "official" ? ["tenant", "units", "roles"] : [])] },
    // The portal reads the ID token only; the standard would put the claims above into the userinfo answer.
    conformIdTokenClaims: false,
    subjectTypes: [realm.kind === "citizen" ? "pairwise" : "public"],
    pairwiseIdentifier: (_ctx, sub, client) => pseudonym(realm.pairwiseSalt, client.clientId, sub),
    findAccount: (_ctx, sub) => findAccount(realm, sub),
    loadExistingGrant: async (ctx) => {
      const { client, params, session, provider } = ctx.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      // Our own client needs no consent page: what it asks for is granted.
      const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
      if (typeof params?.scope === "string") grant.addOIDCScope(params.scope);
      await grant.save();
      return grant;
    },
    interactions: { policy: policy(), url: (_ctx, interaction) => loginPath(realm, interaction.uid) },
    cookies: {
      keys: [realm.secrets.cookieKey],
      // Both realms live on one origin; with the same names a login here would count there.
      names: {
        session: `dvd-${realm.kind}-session`,
        interaction: `dvd-${realm.kind}-interaction`,
        resume: `dvd-${realm.kind}-resume`,
      },
    },
    ttl: { AuthorizationCode: 60, AccessToken: 600, IdToken: 600, Interaction: 900, Session: 28_800, Grant: 28_800 },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = logoutPage(realm.kind, form);
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.type = "html";
          ctx.body = loggedOutPage(realm.kind);
        },
      },
    },
    renderError: (ctx, { error }) => {
      ctx.type = "html";
      ctx.body = errorPage(realm.kind, error);
    },
  };
  return new Provider(`${origin}${realm.path}`, configuration);
}

/** A login of the wanted level that happened earlier is taken over; a lower one has to be repeated. */
function policy(): interactionPolicy.DefaultPolicy {
  const prompts = interactionPolicy.base();
  const isTooLow = new interactionPolicy.Check("level_too_low", "a login of a higher level is needed", ({ oidc }) => {
    const needed = neededLevel(oidc.params?.acr_values);
    return oidc.session?.accountId !== undefined && !isLevelReached(oidc.acr, needed);
  });
  prompts.get("login")?.checks.add(isTooLow);
  return prompts;
}

function clientMetadata({ kind, client }: Realm): ClientMetadata {
  return {
    client_id: client.id,
    client_secret: client.secret,
    redirect_uris: [...client.redirectUris],
    post_logout_redirect_uris: [...client.postLogoutRedirectUris],
    grant_types: ["authorization_code"],
    response_types: ["code"],
    token_endpoint_auth_method: "client_secret_basic",
    id_token_signed_response_alg: "ES256",
    backchannel_logout_uri: client.backchannelLogoutUri,
    backchannel_logout_session_required: true,
    subject_type: kind === "citizen" ? "pairwise" : "public",
  };
}

function findAccount(realm: Realm, sub: string): Account | undefined {
  const person = realm.people.find((candidate) => candidate.sub === sub);
  return person && { accountId: sub, claims: () => ({ sub, ...person.claims }) };
}

/**
 * By client and not by its host, as the standard proposes: the host contains the port, and a portal that had to take
 * another port would meet only strangers.
 */
const pseudonym = (salt: string, clientId: string, sub: string) =>
  createHmac("sha256", salt)
    .update(JSON.stringify([clientId, sub]))
    .digest("base64url");
