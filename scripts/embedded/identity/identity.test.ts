import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { demoPeople } from "../demo-people.ts";
import { freeTestPort, loopback } from "../ports.ts";
import { type Identity, startIdentity } from "./identity.ts";
import { TestBrowser } from "./test-browser.ts";

const portal = "http://localhost:3000";
const clientOf = (kind: "citizen" | "official", id: string) => ({
  id,
  secret: `${kind}-secret-of-this-test`,
  redirectUris: [`${portal}/api/auth/callback/${kind}`],
  postLogoutRedirectUris: [`${portal}/abgemeldet`],
  backchannelLogoutUri: `${portal}/api/auth/backchannel/${kind}`,
});
const clients = { citizen: clientOf("citizen", "portal"), official: clientOf("official", "portal") };
const tokenAnswer = z.object({ id_token: z.string() });

const folder = mkdtempSync(join(tmpdir(), "dvd-identity-"));
const started: Identity[] = [];
let identity: Identity;
beforeAll(async () => {
  identity = await startAside(clients);
});
afterAll(async () => {
  for (const each of started) await each.stop();
  rmSync(folder, { recursive: true });
});

/** The same data folder at another port: what a restart is to the keys and pseudonyms. */
async function startAside(of: typeof clients): Promise<Identity> {
  const port = await freeTestPort(Math.random());
  const next = await startIdentity({ host: loopback, port, dataDir: folder, clients: of, people: demoPeople });
  started.push(next);
  return next;
}

type Kind = "citizen" | "official";
type Wish = { kind?: Kind; verifier?: string; without?: string; change?: Record<string, string>; at?: Identity };

function authorizationUrl({ kind = "citizen", verifier = "", without = "", change = {}, at = identity }: Wish): string {
  const url = new URL(`${at.issuers[kind]}/auth`);
  const parameters: Record<string, string> = {
    client_id: clients[kind].id,
    redirect_uri: clients[kind].redirectUris[0] ?? "",
    response_type: "code",
    scope: "openid",
    state: "the-state",
    nonce: "the-nonce",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    ...change,
  };
  for (const [name, value] of Object.entries(parameters))
    if (!without.includes(name)) url.searchParams.set(name, value);
  return url.href;
}

async function redeem(kind: Kind, code: string, verifier: string, at = identity, id = "portal"): Promise<Response> {
  const { secret, redirectUris } = clients[kind];
  return fetch(`${at.issuers[kind]}/token`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}` },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code,
      redirect_uri: redirectUris[0] ?? "",
      code_verifier: verifier,
    }),
  });
}

async function logIn(kind: Kind, person: string, level: string, wish: Wish = {}, browser = new TestBrowser()) {
  const verifier = randomBytes(32).toString("base64url");
  const page = await browser.follow(authorizationUrl({ kind, verifier, ...wish }));
  const back = await browser.follow(page.url, { person, level, action: "login" });
  const answer = new URL(back.url).searchParams;
  return { browser, verifier, answer, back };
}

async function idTokenOf(kind: Kind, person: string, level = "substantial"): Promise<string> {
  const { answer, verifier } = await logIn(kind, person, level);
  const response = await redeem(kind, answer.get("code") ?? "", verifier);
  return tokenAnswer.parse(await response.json()).id_token;
}

async function subjectAt(at: Identity, clientId: string, person: string): Promise<string | undefined> {
  const { answer, verifier } = await logIn("citizen", person, "low", { at, change: { client_id: clientId } });
  const response = await redeem("citizen", answer.get("code") ?? "", verifier, at, clientId);
  return decodeJwt(tokenAnswer.parse(await response.json()).id_token).sub;
}

describe("the development identity provider", () => {
  it("logs a citizen in by code and PKCE, with an ES256 token that the published key verifies", async () => {
    const token = await idTokenOf("citizen", "citizen-1001", "high");
    const keys = createRemoteJWKSet(new URL(`${identity.issuers.citizen}/jwks`));
    const { payload } = await jwtVerify(token, keys, { issuer: identity.issuers.citizen, audience: "portal" });
    expect(decodeProtectedHeader(token).alg).toBe("ES256");
    expect(payload).toMatchObject({ acr: "high", nonce: "the-nonce" });
  });

  it("tells the authority, the units and the roles of an official, and nothing of the kind about a citizen", async () => {
    expect(decodeJwt(await idTokenOf("official", "official-2001"))).toMatchObject({
      sub: "official-2001",
      tenant: "musterfurt",
      units: ["wohngeldstelle"],
      roles: ["official"],
      acr: "substantial",
    });
    const citizen = decodeJwt(await idTokenOf("citizen", "citizen-1001"));
    expect(Object.keys(citizen)).not.toEqual(expect.arrayContaining(["tenant"]));
  });

  it("releases no name of anybody", async () => {
    const everybody = [
      ...demoPeople.citizens.map(({ sub, name }) => ({ kind: "citizen" as const, sub, name })),
      ...demoPeople.officials.map(({ sub, name }) => ({ kind: "official" as const, sub, name })),
    ];
    for (const { kind, sub, name } of everybody) {
      const claims = decodeJwt(await idTokenOf(kind, sub));
      for (const part of name.split(/[ -]/))
        expect(JSON.stringify(claims).toLowerCase()).not.toContain(part.toLowerCase());
      expect(Object.keys(claims).filter((claim) => claim.includes("name") || claim === "email")).toEqual([]);
    }
  });

  it("knows a citizen by a pseudonym: the same at each login, another for another person or client", async () => {
    const aylin = decodeJwt(await idTokenOf("citizen", "citizen-1001")).sub;
    expect(decodeJwt(await idTokenOf("citizen", "citizen-1001", "low")).sub).toBe(aylin);
    expect(decodeJwt(await idTokenOf("citizen", "citizen-1002")).sub).not.toBe(aylin);
    expect(aylin).not.toContain("1001");

    const elsewhere = await startAside({ ...clients, citizen: clientOf("citizen", "another-portal") });
    const same = await startAside(clients);
    expect(await subjectAt(elsewhere, "another-portal", "citizen-1001")).not.toBe(aylin);
    expect(await subjectAt(same, "portal", "citizen-1001")).toBe(aylin);
  });

  it("refuses another return address, even a longer one, and does not redirect there", async () => {
    for (const address of [`${portal}/api/auth/callback/citizen/`, "http://localhost:3000.example/x", `${portal}/`]) {
      const { response, url } = await new TestBrowser().follow(authorizationUrl({ change: { redirect_uri: address } }));
      expect(response.status).toBe(400);
      expect(url.startsWith(identity.issuers.citizen)).toBe(true);
    }
  });

  it("refuses a request without PKCE, or with the plain method", async () => {
    const without = await new TestBrowser().follow(authorizationUrl({ without: "code_challenge_method" }));
    expect(new URL(without.url).searchParams.get("error")).toBe("invalid_request");
    const plain = await new TestBrowser().follow(authorizationUrl({ change: { code_challenge_method: "plain" } }));
    expect(new URL(plain.url).searchParams.get("error")).toBe("invalid_request");
  });

  it("refuses a code with the wrong verifier, and a code that was used", async () => {
    const wrong = await logIn("citizen", "citizen-1001", "low");
    expect((await redeem("citizen", wrong.answer.get("code") ?? "", "x".repeat(43))).status).toBe(400);
    const twice = await logIn("citizen", "citizen-1001", "low");
    expect((await redeem("citizen", twice.answer.get("code") ?? "", twice.verifier)).status).toBe(200);
    expect((await redeem("citizen", twice.answer.get("code") ?? "", twice.verifier)).status).toBe(400);
  });

  it("denies a login below the requested level, and any request for a level it does not know", async () => {
    const high = { change: { acr_values: "high" } };
    const low = await logIn("citizen", "citizen-1001", "substantial", high);
    expect(low.answer.get("error")).toBe("access_denied");
    expect(low.answer.get("code")).toBeNull();
    const enough = await logIn("citizen", "citizen-1001", "high", high);
    expect(enough.answer.get("code")).not.toBeNull();

    const unknown = await new TestBrowser().follow(authorizationUrl({ change: { acr_values: "military" } }));
    expect(new URL(unknown.url).searchParams.get("error")).toBe("access_denied");
  });

  it("takes an earlier login over, but asks again when a higher level is wanted", async () => {
    const { browser } = await logIn("citizen", "citizen-1001", "low");
    const again = await browser.follow(authorizationUrl({ verifier: "v" }));
    expect(new URL(again.url).origin).toBe(portal);
    const higher = await browser.follow(authorizationUrl({ verifier: "v", change: { acr_values: "high" } }));
    expect(higher.url).toContain("/anmelden/");
  });

  it("lets another person log in in the same browser, who then counts alone", async () => {
    const { browser } = await logIn("citizen", "citizen-1001", "low");
    const page = await browser.follow(authorizationUrl({ verifier: "v", change: { prompt: "login" } }));
    const forward = await browser.follow(page.url, { person: "citizen-1002", level: "low", action: "login" });
    // The page that a browser sends on by itself ends the first login.
    const forwarding = await forward.response.text();
    const [, action = ""] = /action="([^"]+)"/.exec(forwarding) ?? [];
    const [, xsrf = ""] = /name="xsrf" value="([^"]+)"/.exec(forwarding) ?? [];
    const back = await browser.follow(action, { xsrf, logout: "yes" });
    expect(new URL(back.url).searchParams.get("code")).not.toBeNull();
  });

  it("does not let a login of one realm count in the other", async () => {
    const { browser } = await logIn("citizen", "citizen-1001", "high");
    const other = await browser.follow(authorizationUrl({ kind: "official", verifier: "v" }));
    expect(other.url).toContain("/amt/anmelden/");
    expect(await other.response.text()).not.toContain("Aylin");
    expect(browser.cookieNames().filter((name) => !/^dvd-(citizen|official)-/.test(name))).toEqual([]);
  });

  it("shows the form again when no person was chosen or the person is not of this realm", async () => {
    for (const person of ["", "official-2001"]) {
      const { back } = await logIn("citizen", person, "high");
      expect(back.response.status).toBe(400);
      expect(await back.response.text()).toContain('role="alert"');
    }
  });

  it("lets the person cancel", async () => {
    const browser = new TestBrowser();
    const page = await browser.follow(authorizationUrl({ verifier: "v" }));
    const back = await browser.follow(page.url, { action: "cancel" });
    expect(new URL(back.url).searchParams.get("error")).toBe("access_denied");
  });

  it("says in German that a login has expired", async () => {
    const response = await new TestBrowser().open(`${identity.issuers.citizen}/anmelden/long-gone`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("abgelaufen");
  });

  it("logs out on request and returns only to a registered address", async () => {
    const { browser, answer, verifier } = await logIn("citizen", "citizen-1001", "low");
    const response = await redeem("citizen", answer.get("code") ?? "", verifier);
    const { id_token } = tokenAnswer.parse(await response.json());
    const logout = (to: string) =>
      `${identity.issuers.citizen}/session/end?${new URLSearchParams({ id_token_hint: id_token, post_logout_redirect_uri: to })}`;

    expect((await browser.open(logout("http://localhost:3000/elsewhere"))).status).toBe(400);
    const page = await (await browser.open(logout(`${portal}/abgemeldet`))).text();
    expect(page).toContain("Abmelden?");
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const back = await browser.open(`${identity.issuers.citizen}/session/end/confirm`, { xsrf, logout: "yes" });
    expect(back.headers.get("location")).toBe(`${portal}/abgemeldet`);
    const next = await browser.follow(authorizationUrl({ verifier: "v" }));
    expect(next.url).toContain("/anmelden/");
  });

  it("serves pages without scripts, under a policy that lets the form return to the portal", async () => {
    const { response } = await new TestBrowser().follow(authorizationUrl({ verifier: "v" }));
    const page = await response.text();
    expect(page).toContain('<html lang="de">');
    expect(page).not.toMatch(/<script|style="|onclick/);
    const policy = response.headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`form-action 'self' ${portal}`);
    expect(policy).not.toContain("script-src");
    expect((await fetch(`${new URL(identity.issuers.citizen).origin}/favicon.ico`)).status).toBe(204);
  });

  it("keeps its signing keys over a restart, in a file that only its owner can read", async () => {
    const before = await (await fetch(`${identity.issuers.official}/jwks`)).text();
    const restarted = await startAside(clients);
    expect(await (await fetch(`${restarted.issuers.official}/jwks`)).text()).toBe(before);
    expect(before).not.toContain('"d"');
    expect(statSync(join(folder, "identity.json")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, "identity.json"), "utf8")).toContain('"d"');
  });

  it("refuses to listen on anything but loopback", async () => {
    const options = { port: 31_999, dataDir: folder, clients, people: demoPeople };
    for (const host of ["0.0.0.0", "::", "localhost.example", "192.168.0.1"]) {
      await expect(startIdentity({ ...options, host })).rejects.toMatchObject({ code: "not-loopback" });
    }
  });
});
