import type { WebEnv } from "@dvd/config/env";
import type { SessionId } from "@dvd/domain/ids";
import type { Account, AuthOptions, Profile } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { sessionCookieName } from "./session-cookie.ts";

type Kind = "citizen" | "official";

export type LoginPort = {
  open(login: { kind: Kind; issuer: string; subject: string; acr: string | undefined }): Promise<SessionId | null>;
  revoke(sessionId: SessionId): Promise<void>;
};

/**
 * next-auth drives the two logins (code, PKCE, state, nonce) and seals the cookie; whether a session is alive is asked
 * of the database at every request (ADR 0003). Names and addresses from the identity token stop here.
 */
export function authOptions(env: WebEnv, logins: LoginPort): AuthOptions {
  const secure = env.publicUrl.startsWith("https:");
  // Both callbacks of one login get the same account object; next-auth has no other place to pass something on.
  const opened = new WeakMap<Account, SessionId>();

  return {
    secret: env.sessionSecret,
    providers: [provider("citizen", env.citizenLogin), provider("official", env.officialLogin)],
    pages: { signIn: "/anmelden", error: "/anmelden" },
    session: { strategy: "jwt", maxAge: 12 * 60 * 60 },
    useSecureCookies: secure,
    cookies: {
      sessionToken: {
        name: sessionCookieName(env.publicUrl),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure },
      },
    },
    // next-auth's own messages may hold parts of tokens; what matters is logged by the commands.
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
    callbacks: {
      async signIn({ account, profile }) {
        if (!account) return false;
        const kind: Kind = account.provider === "official" ? "official" : "citizen";
        const issuer = kind === "official" ? env.officialLogin.issuer : env.citizenLogin.issuer;
        const login = { kind, issuer, subject: account.providerAccountId, acr: acrOf(profile) };
        const sessionId = await logins.open(login).catch(() => undefined);
        if (!sessionId) return `/anmelden?grund=${sessionId === null ? "unbekannt" : "stoerung"}`;
        opened.set(account, sessionId);
        return true;
      },
      jwt({ token, account }) {
        const sid = account ? opened.get(account) : token.sid;
        return sid ? { sid } : {};
      },
      redirect: ({ url, baseUrl }) => safeRedirect(url, baseUrl),
    },
    events: {
      async signOut({ token }) {
        // Our own token, written by the jwt callback above.
        if (typeof token.sid === "string") await logins.revoke(token.sid as SessionId);
      },
    },
  };
}

type Client = { issuer: string; clientId: string; clientSecret: string };

function provider(id: Kind, { issuer, clientId, clientSecret }: Client): OAuthConfig<Profile> {
  return {
    id,
    name: id,
    type: "oauth",
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    client: { id_token_signed_response_alg: "ES256" },
    // Always asked: a provider that still knows the last person would let the next one in under that name.
    authorization: { params: { scope: "openid", prompt: "login" } },
    profile: (claims) => ({ id: claims.sub ?? "" }),
  };
}

const acrOf = (profile: Profile | undefined) =>
  profile && "acr" in profile && typeof profile.acr === "string" ? profile.acr : undefined;

/** Only back into our own pages: a path, and not one that a browser reads as another host. */
export function safeRedirect(url: string, baseUrl: string): string {
  const target = URL.parse(url, baseUrl);
  return target?.origin === new URL(baseUrl).origin ? target.href : baseUrl;
}
