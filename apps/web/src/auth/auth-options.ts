import type { LoginOutcome, VerifiedLogin } from "@dvd/api/sessions/open-session";
import { assuranceLevels, reaches } from "@dvd/domain/assurance";
import type { SessionId } from "@dvd/domain/ids";
import { freshLoginMinutes } from "@dvd/domain/session/fresh-login";
import { sessionLimits } from "@dvd/domain/session/limits";
import type { AuthOptions, Profile } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { attemptSeconds, cookieNames, isSecure } from "./cookies.ts";
import type { LoginAttempt } from "./login-attempt.ts";
import { LoginRefused, refusedBy } from "./login-refused.ts";
import { readClaims } from "./read-claims.ts";
import type { LoginClient, RelyingParty } from "./relying-party.ts";

export type AuthSettings = { publicUrl: string; sessionSecret: string };

/** One request to next-auth, and what became of the login in it: next-auth itself has no place to pass either on. */
export type AuthPass = {
  open(login: VerifiedLogin): Promise<LoginOutcome>;
  revoke(sessionId: SessionId): Promise<void>;
  /** Absent where no provider takes part, as when somebody signs out. */
  login?: { party: RelyingParty; endpoints: { authorization: string; token: string }; attempt: LoginAttempt };
  opened?: SessionId;
  refused?: LoginRefused;
};

/**
 * next-auth drives the two logins (code, PKCE, state, nonce, each in a sealed cookie of this browser) and seals the cookie
 * of the session; the answer is verified by `relyingParty`, and whether a session is alive is asked of the database at
 * every request (ADR 0003, ADR 0022).
 */
export function authOptions({ publicUrl, sessionSecret }: AuthSettings, pass: AuthPass): AuthOptions {
  const secure = isSecure(publicUrl);
  const names = cookieNames(publicUrl);
  const lax = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  const ofAttempt = { ...lax, maxAge: attemptSeconds };

  return {
    secret: sessionSecret,
    providers: pass.login ? [provider(pass, pass.login)] : [],
    pages: { signIn: "/anmelden", error: "/anmelden" },
    session: { strategy: "jwt", maxAge: sessionLimits.low.total * 60 },
    useSecureCookies: secure,
    cookies: {
      sessionToken: { name: names.session, options: lax },
      csrfToken: { name: names.csrf, options: lax },
      callbackUrl: { name: names.target, options: lax },
      state: { name: names.state, options: ofAttempt },
      nonce: { name: names.nonce, options: ofAttempt },
      pkceCodeVerifier: { name: names.verifier, options: ofAttempt },
    },
    // next-auth's own messages may hold parts of tokens; what matters is logged by the commands.
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
    callbacks: {
      signIn: () => pass.opened !== undefined,
      // The only content of the cookie. Also asked when somebody signs out, with what was in it.
      jwt: ({ token }) => {
        const sid = pass.opened ?? token.sid;
        return sid ? { sid } : {};
      },
      redirect: ({ url, baseUrl }) => safeRedirect(url, baseUrl),
    },
    events: {
      async signOut({ token }) {
        // Our own token, written by the jwt callback above.
        if (typeof token.sid === "string") await pass.revoke(token.sid as SessionId);
      },
    },
  };
}

type Login = NonNullable<AuthPass["login"]>;

function provider(pass: AuthPass, { party, endpoints, attempt }: Login): OAuthConfig<Profile> {
  const { kind, issuer, clientId, clientSecret } = party.client;
  return {
    id: kind,
    name: kind,
    type: "oauth",
    issuer,
    clientId,
    clientSecret,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: {
      url: endpoints.authorization,
      params: {
        scope: "openid",
        // Always asked: a provider that still knows the last person would let the next one in under that name.
        prompt: "login",
        max_age: freshLoginMinutes * 60,
        acr_values: acrValues(party.client, attempt),
      },
    },
    token: {
      url: endpoints.token,
      async request({ params, checks, provider: { callbackUrl } }) {
        try {
          const { idToken, claims } = await party.redeem(callbackOf(callbackUrl, params), checks);
          const outcome = await pass.open(readClaims(party.client, claims, attempt.needed));
          if ("refused" in outcome) throw new LoginRefused(outcome.refused);
          pass.opened = outcome.sessionId;
          return { tokens: { id_token: idToken } };
        } catch (error) {
          pass.refused = refusedBy(error);
          throw error;
        }
      },
    },
    // The claims were read above; next-auth only wants an id.
    profile: ({ sub }) => ({ id: sub ?? "" }),
  };
}

/** The address that the answer came to, as next-auth has taken it apart. */
function callbackOf(callbackUrl: string, params: Record<string, unknown>): URL {
  const callback = new URL(callbackUrl);
  for (const [name, value] of Object.entries(params))
    if (typeof value === "string") callback.searchParams.set(name, value);
  return callback;
}

/** Every level that would do, in the provider's own words, the lowest first. */
const acrValues = ({ levels }: LoginClient, { needed }: LoginAttempt) =>
  assuranceLevels
    .filter((level) => reaches(level, needed))
    .flatMap((level) => [...levels].filter(([, meaning]) => meaning === level).map(([acr]) => acr))
    .join(" ");

/** Only back into our own pages: a path, and not one that a browser reads as another host. */
export function safeRedirect(url: string, baseUrl: string): string {
  const target = URL.parse(url, baseUrl);
  return target?.origin === new URL(baseUrl).origin ? target.href : baseUrl;
}
