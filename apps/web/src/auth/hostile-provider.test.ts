import { randomUUID } from "node:crypto";
import type { LoginRefusal } from "@dvd/domain/session/login";
import { SignJWT } from "jose";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { Browser } from "./testing/browser.ts";
import type { Claims, Switches } from "@dvd/api/testing/hostile-provider";
import { openLoginPortal } from "./testing/login-portal.ts";

const world = await openLoginPortal();
const { providers, portal } = world;
afterEach(() => {
  vi.useRealTimers();
  world.restart();
});
afterAll(() => world.close());

const seconds = () => Math.floor(Date.now() / 1000);
const without = (name: string) => (claims: Claims) =>
  Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));
const withClaim = (change: Claims) => (claims: Claims) => ({ ...claims, ...change });
/** Only what the code looks at is moved; sockets and timers go on. */
const laterBy = (ms: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });

const audited = () => portal.sql<{ id: string; type: string; reason: string | null }[]>`
  select id, type, payload ->> 'reason' as reason from audit_intake order by created_at, id`;

/** What the audit has now and did not have before, whatever the clocks of the two say. */
const auditedSince = async (before: { id: string }[]) => {
  const known = new Set(before.map(({ id }) => id));
  const fresh = (await audited()).filter(({ id }) => !known.has(id));
  return fresh.map(({ type, reason }) => [type, reason].filter((part) => part !== null).join(" "));
};

describe("an honest provider", () => {
  it("opens a session for a citizen, and for an official of their authority", async () => {
    expect(await world.logIn("citizen")).toMatchObject({
      grund: null,
      actor: { kind: "citizen", assurance: "substantial" },
    });
    expect(await world.logIn("official", { target: "/amt" })).toMatchObject({
      grund: null,
      location: { pathname: "/amt" },
      actor: { kind: "official" },
    });
  });

  it("is asked for exactly the address that is registered, whatever stands in the request", async () => {
    const form = {
      redirect_uri: "https://evil.example/",
      response_type: "token",
      scope: "openid email",
      prompt: "none",
    };
    const asked = (await world.begin("citizen", { form })).searchParams;
    expect(asked.get("redirect_uri")).toBe(world.callbackOf("citizen"));
    const browser = new Browser();
    const { csrfToken } = (await (await browser.open(`${world.publicUrl}/api/auth/csrf`)).json()) as {
      csrfToken: string;
    };
    const query = new URLSearchParams(form).toString();
    const response = await world.post(browser, `/api/auth/signin/citizen?${query}`, { csrfToken, callbackUrl: "/" });
    const url = new URL(((await response.json()) as { url: string }).url);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      redirect_uri: world.callbackOf("citizen"),
      response_type: "code",
      scope: "openid",
      prompt: "login",
      max_age: "300",
      code_challenge_method: "S256",
    });
    url.searchParams.set("redirect_uri", `${world.callbackOf("citizen")}/`);
    expect(await (await browser.open(url.href)).text()).toContain("invalid_redirect_uri");
  });

  it("leads back to our own pages only", async () => {
    for (const target of [
      "https://evil.example/",
      "//evil.example",
      "///evil.example",
      "/\\evil.example",
      "\\\\evil.example",
      "//evil\u3002example",
      "/\t/evil.example",
      "javascript:alert(1)",
      "data:text/html,x",
      "https://portal.test@evil.example",
    ]) {
      const { location } = await world.logIn("citizen", { target });
      expect(location.origin).toBe(world.publicUrl);
    }
  });
});

type Case = [what: string, expected: LoginRefusal, switches: Switches];
const token = (make: (claims: Claims) => Promise<string>): Switches => ({ token: make });
const hmac = (secret: Uint8Array) =>
  token((claims) => new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).sign(secret));
const json64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const bytes = (text: string) => new TextEncoder().encode(text);

const refusedTokens: Case[] = [
  ["from another issuer", "answer-invalid", { claims: withClaim({ iss: "https://idp.example" }) }],
  ["for another client", "answer-invalid", { claims: withClaim({ aud: "another-portal" }) }],
  [
    "for several clients, none of whom is said to have asked",
    "answer-invalid",
    {
      claims: withClaim({ aud: ["portal-citizen", "another-portal"] }),
    },
  ],
  ["with the nonce of another login", "answer-invalid", { claims: withClaim({ nonce: "of another login" }) }],
  ["without a nonce", "answer-invalid", { claims: without("nonce") }],
  ["that has expired", "answer-invalid", { claims: (claims) => ({ ...claims, exp: seconds() - 60 }) }],
  ["without a signature", "answer-invalid", token(async (claims) => `${json64({ alg: "none" })}.${json64(claims)}.`)],
  ["signed with our own secret", "answer-invalid", hmac(bytes("citizen-secret-of-this-test"))],
  [
    "signed with its public key as if that were a secret",
    "answer-invalid",
    {
      token: (claims) =>
        new SignJWT(claims)
          .setProtectedHeader({ alg: "HS256" })
          .sign(bytes(JSON.stringify(providers.citizen.publicKey()))),
    },
  ],
  [
    "whose signature is of another token",
    "answer-invalid",
    {
      token: async (claims) => {
        const [head, , signature] = (await providers.citizen.sign({ ...claims, sub: "citizen-2" })).split(".");
        return `${head}.${json64(claims)}.${signature}`;
      },
    },
  ],
  ["signed with a key that it does not publish", "answer-invalid", { kid: "nobody-knows" }],
  [
    "that brings its key along",
    "answer-invalid",
    {
      token: async (claims) => {
        const { generateKeyPair, exportJWK } = await import("jose");
        const own = await generateKeyPair("ES256", { extractable: true });
        const jwk = await exportJWK(own.publicKey);
        return new SignJWT(claims).setProtectedHeader({ alg: "ES256", jwk }).sign(own.privateKey);
      },
    },
  ],
  ["without the time of the login", "answer-invalid", { claims: without("auth_time") }],
  [
    "about a login of ten minutes ago",
    "not-fresh",
    { claims: (claims) => ({ ...claims, auth_time: seconds() - 600 }) },
  ],
  ["without a level", "claims-missing", { claims: without("acr") }],
  ["with a level that nobody has agreed on", "claims-missing", { claims: withClaim({ acr: "military" }) }],
];

describe("a token", () => {
  it.each(refusedTokens)("%s opens nothing: %s", async (_what, expected, switches) => {
    const from = await audited();
    const { grund, location, actor } = await world.logIn("citizen", { switches });
    expect(location.pathname).toBe("/anmelden");
    expect(grund).toBe(expected);
    expect(actor).toBeNull();
    expect(location.searchParams.get("zurueck")).toBe("/vorgaenge");
    expect(await auditedSince(from)).toEqual([`session.refused ${expected}`]);
  });

  it("is refused also while nobody can write it down, and the log and the audit say that something is missing", async () => {
    await portal.deps.operations.flush();
    await portal.sql`delete from audit_intake`;
    portal.logLines.length = 0;
    await portal.sql`revoke execute on function identity_refuse_login(text) from dvd_app`;
    const { grund } = await world.logIn("citizen", { switches: { claims: without("acr") } });
    await portal.sql`grant execute on function identity_refuse_login(text) to dvd_app`;
    expect(grund).toBe("claims-missing");
    expect(portal.logLines.filter((line) => line.includes('"audit.failed"'))).toHaveLength(1);
    await portal.deps.operations.flush();
    const gaps = await portal.sql`select payload from audit_intake where type = 'audit.gap'`;
    expect([...gaps]).toEqual([{ payload: { dropped: 1 } }]);
  });

  it("below the level that was asked for opens nothing, and one that reaches it does", async () => {
    const form = { niveau: "high" };
    const asked = (await world.begin("citizen", { form })).searchParams;
    expect(asked.get("acr_values")).toBe("high");
    for (const acr of ["low", "substantial"])
      expect(await world.logIn("citizen", { form, switches: { claims: withClaim({ acr }) } })).toMatchObject({
        grund: "level-too-low",
        actor: null,
      });
    expect(await world.logIn("citizen", { form, switches: { claims: withClaim({ acr: "high" }) } })).toMatchObject({
      actor: { assurance: "high" },
    });
  });

  const ofOfficials: Case[] = [
    ["without an authority", "claims-missing", { claims: without("tenant") }],
    ["without roles", "claims-missing", { claims: without("roles") }],
    ["with roles that are none of ours", "claims-missing", { claims: withClaim({ roles: ["gardener"] }) }],
    ["with one factor", "level-too-low", { claims: withClaim({ acr: "low" }) }],
    ["of another authority", "unknown-person", { claims: withClaim({ tenant: "there" }) }],
    ["about somebody who was never invited", "unknown-person", { person: "official-99" }],
  ];
  it.each(ofOfficials)("of an official %s opens nothing: %s", async (_what, expected, switches) => {
    expect(await world.logIn("official", { switches })).toMatchObject({ grund: expected, actor: null });
  });

  it("about the same subject from another issuer is about somebody else", async () => {
    const foreign = await world.startProvider("official");
    foreign.set({ person: "official-0", acr: "substantial" });
    world.restart({ official: foreign });
    const browser = new Browser();
    const url = await world.begin("official", { browser });
    const back = await browser.follow(url.href, (at) => at.startsWith(world.publicUrl));
    expect(await world.comeBack(back, browser)).toMatchObject({ grund: "unknown-person", actor: null });
    await foreign.stop();
  });
});

describe("claims", () => {
  it("cannot change what every object is", async () => {
    const poison = '"__proto__":{"polluted":1,"roles":["admin"]},"constructor":{"prototype":{"polluted":1}}';
    for (const kind of ["citizen", "official"] as const) {
      // An own property of this name, as it comes out of JSON.
      const claims = (given: Claims) => JSON.parse(`${JSON.stringify(given).slice(0, -1)},${poison}}`) as Claims;
      const { actor } = await world.logIn(kind, { switches: { claims } });
      expect(actor).toMatchObject({ kind });
      expect(Reflect.get({}, "polluted")).toBe(undefined);
      expect(Reflect.get({}, "roles")).toBe(undefined);
    }
    const query = "__proto__[polluted]=1&constructor[prototype][polluted]=1&__proto__=1";
    await new Browser().open(`${world.publicUrl}/api/auth/callback/citizen?${query}`);
    await world.post(new Browser(), "/api/auth/signin/citizen", {
      __proto__: "1",
      "constructor[prototype][polluted]": "1",
    });
    expect(Reflect.get({}, "polluted")).toBe(undefined);
  });
});

describe("an answer", () => {
  it("that a person has turned back from is no alarm", async () => {
    const from = await audited();
    const browser = new Browser();
    const asked = await world.begin("citizen", { browser });
    const answer = new URLSearchParams({
      error: "access_denied",
      state: asked.searchParams.get("state") ?? "",
      iss: providers.citizen.issuer,
    });
    const { grund } = await world.comeBack(`${world.callbackOf("citizen")}?${answer.toString()}`, browser);
    expect(grund).toBe("cancelled");
    expect(await auditedSince(from)).toEqual([]);
  });

  it("counts once: not in the same browser, and not for somebody who has copied its cookies", async () => {
    const switches = { forgetful: true };
    const browser = new Browser();
    const back = await world.goToProvider("citizen", { browser, switches });
    const thief = browser.copy();
    expect(await world.comeBack(back, browser)).toMatchObject({ grund: null, actor: { kind: "citizen" } });
    expect((await world.comeBack(back, new Browser())).grund).toBe("not-begun-here");
    expect((await world.comeBack(back, browser)).grund).toBe("not-begun-here");
    expect(await world.comeBack(back, thief)).toMatchObject({ grund: "used-twice", actor: null });
  });

  it("with a code of an earlier login opens nothing", async () => {
    const browser = new Browser();
    const first = new URL(await world.goToProvider("citizen", { browser }));
    await world.comeBack(first.href, browser);
    const second = new URL(await world.goToProvider("citizen", { browser }));
    second.searchParams.set("code", first.searchParams.get("code") ?? "");
    expect((await world.comeBack(second.href, browser)).grund).toBe("answer-invalid");
  });

  it("to a login that another browser has begun opens nothing", async () => {
    const attacker = await world.goToProvider("citizen", { switches: { person: "attacker" } });
    const victim = new Browser();
    expect(await world.comeBack(attacker, victim)).toMatchObject({ grund: "not-begun-here", actor: null });
    await world.goToProvider("citizen", { browser: victim });
    expect(await world.comeBack(attacker, victim)).toMatchObject({ grund: "answer-invalid", actor: null });
  });

  it("without a state, or with another, opens nothing", async () => {
    for (const change of [
      (url: URL) => url.searchParams.delete("state"),
      (url: URL) => url.searchParams.set("state", "x"),
    ])
      expect(await world.logIn("citizen", { switches: { answer: change } })).toMatchObject({
        grund: "answer-invalid",
        actor: null,
      });
  });

  it("that does not say from whom it is, or that it is from another provider, opens nothing", async () => {
    for (const change of [
      (url: URL) => url.searchParams.delete("iss"),
      (url: URL) => url.searchParams.set("iss", providers.official.issuer),
    ])
      expect(await world.logIn("citizen", { switches: { answer: change } })).toMatchObject({
        grund: "answer-invalid",
        actor: null,
      });
    const silent = without("authorization_response_iss_parameter_supported");
    const provider = await world.startProvider("citizen");
    world.restart({ citizen: provider });
    provider.set({ metadata: silent, acr: "substantial", answer: (url) => url.searchParams.delete("iss") });
    const browser = new Browser();
    const back = await browser.follow((await world.begin("citizen", { browser })).href, (at) =>
      at.startsWith(world.publicUrl),
    );
    expect(await world.comeBack(back, browser)).toMatchObject({ grund: "answer-invalid", actor: null });
  });

  it.each(["citizen", "official"] as const)("of the %s provider opens nothing at the other door", async (kind) => {
    const other = kind === "citizen" ? "official" : "citizen";
    const browser = new Browser();
    const back = await world.goToProvider(kind, { browser });
    const misled = back.replace(world.callbackOf(kind), world.callbackOf(other));
    expect((await world.comeBack(misled, browser)).grund).toBe("not-begun-here");

    const claimsOfOther = { iss: providers[kind].issuer, aud: world.clients[kind].clientId };
    const switches = {
      token: (claims: Claims) => providers[kind].sign({ ...claims, ...claimsOfOther, sub: "official-0" }),
    };
    expect(await world.logIn(other, { switches })).toMatchObject({ grund: "answer-invalid", actor: null });
    const rightNames = { token: (claims: Claims) => providers[kind].sign(claims) };
    expect(await world.logIn(other, { switches: rightNames })).toMatchObject({ grund: "answer-invalid", actor: null });
  });
});

describe("keys", () => {
  it("are fetched once for many logins", async () => {
    const before = providers.citizen.seen.jwks;
    for (let login = 0; login < 5; login += 1) expect((await world.logIn("citizen")).actor).not.toBeNull();
    expect(providers.citizen.seen.jwks).toBe(before + 1);
  });

  it("are fetched once more for a flood of unknown names, not once for each", async () => {
    await world.logIn("citizen");
    laterBy(31_000);
    const before = providers.citizen.seen.jwks;
    for (let login = 0; login < 8; login += 1)
      expect((await world.logIn("citizen", { switches: { kid: randomUUID() } })).grund).toBe("answer-invalid");
    expect(providers.citizen.seen.jwks).toBe(before + 1);
  });

  it("that were changed are found after half a minute, and the old ones open nothing any more", async () => {
    await world.logIn("citizen");
    const former = providers.citizen.publicKey().kid ?? "";
    await providers.citizen.rotate();
    expect((await world.logIn("citizen")).grund).toBe("answer-invalid");
    laterBy(31_000);
    expect((await world.logIn("citizen")).actor).not.toBeNull();
    expect((await world.logIn("citizen", { switches: { kid: former } })).grund).toBe("answer-invalid");
  });
});

describe("a session", () => {
  it("begins anew with each login, and the former one of this browser is over", async () => {
    const { browser } = await world.logIn("citizen");
    const former = browser.copy();
    const second = await world.logIn("citizen", { browser });
    expect(second.actor).not.toBeNull();
    expect(await world.viewerOf(former)).toBeNull();
  });

  it("of one browser does not end with the login of another", async () => {
    const { browser } = await world.logIn("citizen");
    await world.logIn("citizen");
    expect(await world.viewerOf(browser)).not.toBeNull();
  });

  it("is not made from an id that was there before the login", async () => {
    const { browser, actor } = await world.logIn("citizen");
    const again = await world.logIn("citizen", { browser });
    expect(again.actor?.sessionId).not.toBe(actor?.sessionId);
  });

  it("ends with the sign-out that our page asks for, and with no form of another page", async () => {
    const { browser } = await world.logIn("citizen");
    const { csrfToken } = (await (await browser.open(`${world.publicUrl}/api/auth/csrf`)).json()) as {
      csrfToken: string;
    };
    const kept = browser.copy();
    expect((await world.post(browser, "/api/auth/signout", { csrfToken }, "https://evil.example")).status).toBe(403);
    await world.post(browser.copy(), "/api/auth/signout", { csrfToken: "guessed" });
    expect(await world.viewerOf(kept)).not.toBeNull();
    await world.post(browser, "/api/auth/signout", { csrfToken, callbackUrl: "/" });
    expect(await world.viewerOf(kept)).toBeNull();
  });
});

describe("a provider that is down", () => {
  it("keeps nobody waiting: the sign-in page says so, and who is logged in stays logged in", async () => {
    const provider = await world.startProvider("citizen");
    provider.set({ person: "citizen-7", acr: "substantial" });
    world.restart({ citizen: provider });
    const browser = new Browser();
    const asked = await world.begin("citizen", { browser });
    const back = await browser.follow(asked.href, (at) => at.startsWith(world.publicUrl));
    expect((await world.comeBack(back, browser)).actor).not.toBeNull();
    const halfway = new Browser();
    const answer = await halfway.follow((await world.begin("citizen", { browser: halfway })).href, (at) =>
      at.startsWith(world.publicUrl),
    );

    await provider.stop();
    expect((await world.comeBack(answer, halfway)).grund).toBe("provider-down");
    laterBy(16_000);
    for (let visit = 0; visit < 2; visit += 1) {
      const refused = await world.begin("citizen", { target: "/konto" });
      expect(refused.pathname + refused.search).toBe("/anmelden?grund=provider-down&als=citizen&zurueck=%2Fkonto");
    }
    expect(await world.viewerOf(browser)).not.toBeNull();

    // Three failures in a row: for fifteen seconds nothing is even tried.
    const before = world.requests();
    for (let visit = 0; visit < 5; visit += 1)
      expect((await world.begin("citizen")).searchParams.get("grund")).toBe("provider-down");
    expect(world.requests()).toBe(before);
    laterBy(16_000);
    await world.begin("citizen");
    expect(world.requests()).toBe(before + 1);
    // The door of officials is another provider's.
    expect((await world.logIn("official")).actor).not.toBeNull();
  });
});

describe("signing out", () => {
  const signOut = async (browser: Browser, callbackUrl: string) => {
    const { csrfToken } = (await (await browser.open(`${world.publicUrl}/api/auth/csrf`)).json()) as {
      csrfToken: string;
    };
    const response = await world.post(browser, "/api/auth/signout", { csrfToken, callbackUrl });
    return ((await response.json()) as { url: string }).url;
  };
  const leave = async (kind: string, query = "") => {
    const response = await new Browser().open(`${world.publicUrl}/api/auth/end/${kind}${query}`);
    return { status: response.status, location: response.headers.get("location") ?? "" };
  };
  const signedOut = () => `${world.publicUrl}/abgemeldet`;

  it("ends our session without asking the provider, and leads to a page of ours", async () => {
    const { browser } = await world.logIn("citizen");
    const kept = browser.copy();
    const before = world.requests();
    expect(await signOut(browser, "/abgemeldet?als=citizen")).toBe(`${signedOut()}?als=citizen`);
    expect(await world.viewerOf(kept)).toBeNull();
    expect(world.requests()).toBe(before);
    for (const foreign of ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
      expect(new URL(await signOut(browser, foreign)).origin).toBe(world.publicUrl);
  });

  it("goes on at the provider, which is told who asks and where to lead back, and no more", async () => {
    const { browser } = await world.logIn("citizen");
    const { status, location } = await leave("citizen");
    const url = new URL(location);
    expect(status).toBe(302);
    expect(url.origin).toBe(new URL(providers.citizen.issuer).origin);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: world.clients.citizen.clientId,
      post_logout_redirect_uri: signedOut(),
    });

    // It asks the person, and then leads back.
    const asking = await (await browser.open(location)).text();
    const [, xsrf = ""] = /name="xsrf" value="([^"]+)"/.exec(asking) ?? [];
    const [, action = ""] = /action="([^"]+)"/.exec(asking) ?? [];
    const ended = await browser.open(action, { xsrf, logout: "yes" }, { origin: url.origin });
    expect(ended.headers.get("location")).toBe(signedOut());
  });

  it("leads back to us only, whatever stands in the address, and the provider keeps to that", async () => {
    const { location } = await leave("citizen", "?post_logout_redirect_uri=https://evil.example/&client_id=another");
    expect(new URL(location).searchParams.getAll("post_logout_redirect_uri")).toEqual([signedOut()]);
    const changed = new URL(location);
    changed.searchParams.set("post_logout_redirect_uri", "https://evil.example/");
    expect(await (await new Browser().open(changed.href)).text()).toContain("post_logout_redirect_uri not registered");
  });

  const endings: [what: string, endpoint: unknown][] = [
    ["has no place for it", undefined],
    ["names a script instead", "javascript:alert(1)"],
    ["names no address", "not an address"],
    ["names an address of another kind", "ftp://idp.example/end"],
  ];
  it.each(endings)("says so where a provider %s", async (_what, endpoint) => {
    providers.citizen.set({
      // What is undefined does not stand in JSON.
      metadata: (document) => ({ ...document, end_session_endpoint: endpoint }),
    });
    world.restart();
    expect(await leave("citizen")).toEqual({ status: 302, location: "/abgemeldet?als=citizen&grund=not-offered" });
    providers.citizen.set({});
  });

  it("is whole without the provider: our session is over, and the page says what may not be", async () => {
    const provider = await world.startProvider("citizen");
    provider.set({ person: "citizen-8", acr: "substantial" });
    world.restart({ citizen: provider });
    const browser = new Browser();
    const asked = await world.begin("citizen", { browser });
    const back = await browser.follow(asked.href, (at) => at.startsWith(world.publicUrl));
    expect((await world.comeBack(back, browser)).actor).not.toBeNull();
    await provider.stop();
    laterBy(16_000);
    const kept = browser.copy();
    expect(await signOut(browser, "/abgemeldet?als=citizen")).toBe(`${signedOut()}?als=citizen`);
    expect(await world.viewerOf(kept)).toBeNull();
    expect(await leave("citizen")).toEqual({ status: 302, location: "/abgemeldet?als=citizen&grund=provider-down" });
  });

  it("has a door for our two providers and for nobody else", async () => {
    for (const kind of ["nobody", "", "citizen/x"]) expect((await leave(kind)).status).toBe(404);
    expect((await world.post(new Browser(), "/api/auth/end/citizen", {})).status).toBe(404);
  });
});

describe("the end that a provider sends", () => {
  const logoutEvent = "http://schemas.openid.net/event/backchannel-logout";
  type Kind = "citizen" | "official";
  const logoutToken = (kind: Kind, claims: Claims = {}, header: object = {}) =>
    providers[kind].sign(
      {
        iss: providers[kind].issuer,
        aud: world.clients[kind].clientId,
        iat: seconds(),
        exp: seconds() + 60,
        jti: randomUUID(),
        events: { [logoutEvent]: {} },
        ...claims,
      },
      { typ: "logout+jwt", ...header },
    );
  const deliver = async (kind: Kind, token: string) => {
    const body = new URLSearchParams({ logout_token: token });
    return (await fetch(`${world.publicUrl}/api/auth/backchannel/${kind}`, { method: "POST", body })).status;
  };
  const loggedIn = async (person: string) => {
    let sid: unknown;
    const claims = (given: Claims) => {
      ({ sid } = given);
      return given;
    };
    const { browser } = await world.logIn("citizen", { switches: { person, claims } });
    return { browser, sid: String(sid) };
  };

  it("ends the session that it names, or all of a person when it names none, and nobody else's", async () => {
    const [one, two, other] = [await loggedIn("citizen-1"), await loggedIn("citizen-1"), await loggedIn("citizen-2")];
    expect(await deliver("citizen", await logoutToken("citizen", { sub: "citizen-1", sid: one.sid }))).toBe(200);
    expect(await world.viewerOf(one.browser)).toBeNull();
    expect(await world.viewerOf(two.browser)).not.toBeNull();
    expect(await deliver("citizen", await logoutToken("citizen", { sub: "citizen-1" }))).toBe(200);
    expect(await world.viewerOf(two.browser)).toBeNull();
    expect(await world.viewerOf(other.browser)).not.toBeNull();
    // Told again, it is not an error.
    expect(await deliver("citizen", await logoutToken("citizen", { sid: other.sid }))).toBe(200);
    expect(await deliver("citizen", await logoutToken("citizen", { sid: other.sid }))).toBe(200);
    expect(await world.viewerOf(other.browser)).toBeNull();
  });

  it("ends no login that began after it, when somebody plays it back", async () => {
    const token = await logoutToken("citizen", { sub: "citizen-4", iat: seconds() - 40 });
    const { browser } = await loggedIn("citizen-4");
    expect(await deliver("citizen", token)).toBe(200);
    expect(await world.viewerOf(browser)).not.toBeNull();
    expect(await deliver("citizen", await logoutToken("citizen", { sub: "citizen-4", iat: seconds() - 5 }))).toBe(200);
    expect(await world.viewerOf(browser)).toBeNull();
  });

  const forged: [what: string, token: (sub: string) => Promise<string>][] = [
    ["for another client", (sub) => logoutToken("citizen", { sub, aud: "another-portal" })],
    ["of another issuer", (sub) => logoutToken("citizen", { sub, iss: "https://idp.example" })],
    ["of the other provider", (sub) => logoutToken("official", { sub })],
    ["that is an identity token", (sub) => logoutToken("citizen", { sub, nonce: "n" })],
    ["of another type", (sub) => logoutToken("citizen", { sub }, { typ: "JWT" })],
    ["about another event", (sub) => logoutToken("citizen", { sub, events: { "urn:lunch": {} } })],
    ["that names nobody", () => logoutToken("citizen")],
    ["of ten minutes ago", (sub) => logoutToken("citizen", { sub, iat: seconds() - 600 })],
    ["signed by nobody", async (sub) => `${json64({ alg: "none", typ: "logout+jwt" })}.${json64({ sub })}.`],
    ["that is none", async () => "nonsense"],
  ];
  it.each(forged)("is refused %s", async (_what, token) => {
    const { browser } = await loggedIn("citizen-3");
    expect(await deliver("citizen", await token("citizen-3"))).toBe(400);
    expect(await world.viewerOf(browser)).not.toBeNull();
  });
});

describe("below /api/auth", () => {
  it.each([
    ["GET", "/api/auth/signin"],
    ["GET", "/api/auth/signin/citizen"],
    ["GET", "/api/auth/session"],
    ["GET", "/api/auth/error"],
    ["GET", "/api/auth/callback"],
    ["GET", "/api/auth/callback/google"],
    ["GET", "/api/auth/callback/citizen/more"],
    ["POST", "/api/auth/callback/citizen"],
    ["POST", "/api/auth/_log"],
  ])("%s %s is no door", async (method, path) => {
    const headers = { origin: world.publicUrl };
    const response = await fetch(world.publicUrl + path, { method, headers, redirect: "manual" });
    expect([response.status, await response.text()]).toEqual([404, expect.stringContaining("request.unknown-path")]);
  });
});
