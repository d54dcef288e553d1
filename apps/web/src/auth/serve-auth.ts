import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { RequestContext } from "@dvd/api/context";
import { invitationHash } from "@dvd/api/invitations/invitation-code";
import { type HttpHandler, sendJson } from "@dvd/api/http/respond";
import type { EndedAtProvider } from "@dvd/api/sessions/end-sessions-of-provider";
import type { LoginOutcome, LoginPlace, VerifiedLogin } from "@dvd/api/sessions/open-session";
import { fromHex, toHex } from "@dvd/crypto";
import { assuranceLevels } from "@dvd/domain/assurance";
import { DomainError } from "@dvd/domain/errors";
import type { SessionId } from "@dvd/domain/ids";
import { deviceOf } from "@dvd/domain/session/device";
import { type LoginKind, type LoginRefusal, loginKinds, neededLevel } from "@dvd/domain/session/login";
import { paths } from "../lib/paths.ts";
import { signedOutPath } from "../lib/sign-in-path.ts";
import { invitationRefusals } from "@dvd/domain/tenant/invitation";
import { type AuthPass, type AuthSettings, authOptions } from "./auth-options.ts";
import { attemptSeconds, cookieNames, isSecure, readCookies } from "./cookies.ts";
import { openAttempt, sealAttempt } from "./login-attempt.ts";
import { LoginRefused, refusedBy, refusedByProvider } from "./login-refused.ts";
import { pathOf } from "./own-path.ts";
import type { RelyingParty } from "./relying-party.ts";
import { type AuthAnswer, type AuthCall, runNextAuth } from "./run-next-auth.ts";
import { readSessionCookie } from "./session-cookie.ts";

/** What the login asks of the rest of the portal. */
export type LoginPort = {
  open(login: VerifiedLogin, place: LoginPlace): Promise<LoginOutcome>;
  revoke(sessionId: SessionId): Promise<void>;
  refuse(refused: { kind: LoginKind; reason: LoginRefusal; detail?: string }): Promise<void>;
  endOfProvider(ended: EndedAtProvider): Promise<void>;
};

type Auth = { settings: AuthSettings; parties: Record<LoginKind, RelyingParty>; port: LoginPort };

/** Everything below `/api/auth`: the only doors are the ones that are named here. */
export function authHandler(auth: Auth): HttpHandler {
  // next-auth learns its public address from here and from nowhere else.
  process.env.NEXTAUTH_URL = auth.settings.publicUrl;
  return async (ctx, request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", auth.settings.publicUrl);
    const [action = "", kindText, ...rest] = pathname.split("/").slice(3);
    const kind = loginKinds.find((known) => known === kindText);
    const door = doors[`${request.method} ${action}`];
    if (!door || rest.length > 0 || door.needsKind !== (kindText !== undefined))
      throw new DomainError("request.unknown-path");
    if (door.isForm && request.headers.origin !== auth.settings.publicUrl)
      throw new DomainError("request.foreign-origin");
    const call: AuthCall = {
      method: request.method === "POST" ? "POST" : "GET",
      path: kindText === undefined ? [action] : [action, kindText],
      query: searchParams,
      form: new URLSearchParams(request.method === "POST" ? await text(request) : ""),
      cookies: readCookies(request.headers.cookie),
    };
    if (kindText !== undefined && !kind) throw new DomainError("request.unknown-path");
    await door.serve({ auth, ctx, request, response, call, kind: kind ?? "citizen" });
  };
}

type Visit = {
  auth: Auth;
  ctx: RequestContext;
  request: IncomingMessage;
  response: ServerResponse;
  call: AuthCall;
  kind: LoginKind;
};
type Door = { needsKind: boolean; isForm: boolean; serve(visit: Visit): Promise<void> };

const doors: Record<string, Door> = {
  "GET csrf": { needsKind: false, isForm: false, serve: passThrough },
  "GET providers": {
    needsKind: false,
    isForm: false,
    serve: async ({ response }) => sendJson(response, 200, providers),
  },
  "POST signout": { needsKind: false, isForm: true, serve: passThrough },
  "GET end": { needsKind: true, isForm: false, serve: leaveProvider },
  "POST signin": { needsKind: true, isForm: true, serve: begin },
  "GET callback": { needsKind: true, isForm: false, serve: finish },
  "POST backchannel": { needsKind: true, isForm: false, serve: endFromProvider },
};

/** As next-auth's part in the browser expects it. */
const providers = Object.fromEntries(loginKinds.map((kind) => [kind, { id: kind, name: kind, type: "oauth" }]));

async function passThrough({ auth, call, response }: Visit) {
  const pass: AuthPass = { open: nobodyLogsIn, revoke: auth.port.revoke };
  respond(response, call, await runNextAuth(call, authOptions(auth.settings, pass)));
}

const nobodyLogsIn = async (): Promise<LoginOutcome> => ({ refused: "trouble" });

/** Sends the person to their provider, if there is one to be sent to. */
async function begin(visit: Visit) {
  const { auth, call, kind, response } = visit;
  const wanted = assuranceLevels.find((level) => level === call.form.get("niveau")) ?? null;
  const party = auth.parties[kind];
  try {
    const attempt = { kind, needed: neededLevel(kind, wanted), invitation: invitationIn(call.form) };
    const login = { party, attempt, endpoints: await party.endpoints() };
    const pass: AuthPass = { open: nobodyLogsIn, revoke: auth.port.revoke, login };
    // What comes in the address would end up in the address of the provider.
    const answer = await runNextAuth({ ...call, query: new URLSearchParams() }, authOptions(auth.settings, pass));
    answer.setCookies.push(attemptCookie(auth.settings, await sealAttempt(attempt, auth.settings.sessionSecret)));
    respond(response, call, answer);
  } catch (error) {
    await refuse(visit, refusedBy(error), pathOf(call.form.get("callbackUrl") ?? undefined));
  }
}

/** What cannot be a code is no invitation of ours: nobody is sent away to sign in for it. */
function invitationIn(form: URLSearchParams): string | undefined {
  const typed = form.get("einladung");
  if (typed === null) return undefined;
  try {
    return toHex(invitationHash(typed));
  } catch {
    throw new LoginRefused("invitation-unknown");
  }
}

/** The person is back. However it ends, this attempt is over. */
async function finish(visit: Visit) {
  const { auth, call, kind, request, response } = visit;
  const names = cookieNames(auth.settings.publicUrl);
  const target = pathOf(call.cookies[names.target]);
  try {
    const attempt = await openAttempt(call.cookies[names.attempt], auth.settings.sessionSecret);
    if (attempt?.kind !== kind) throw new LoginRefused("not-begun-here");
    const error = call.query.get("error");
    if (error !== null) throw refusedByProvider(error);
    const party = auth.parties[kind];
    const place = {
      device: deviceOf(request.headers["user-agent"] ?? ""),
      former: await readSessionCookie(request.headers.cookie, names.session, auth.settings.sessionSecret),
      ...(attempt.invitation && { invitation: fromHex(attempt.invitation) }),
    };
    const pass: AuthPass = {
      open: (login) => auth.port.open(login, place),
      revoke: auth.port.revoke,
      login: { party, attempt, endpoints: await party.endpoints() },
    };
    const answer = await runNextAuth(call, authOptions(auth.settings, pass));
    // Without a refusal of ours it was next-auth that refused: a cookie of this attempt is missing or not its own.
    if (!pass.opened) throw pass.refused ?? new LoginRefused("not-begun-here");
    answer.setCookies.push(attemptCookie(auth.settings, ""));
    respond(response, call, answer);
  } catch (error) {
    await refuse(visit, refusedBy(error), target);
  }
}

/**
 * On to the provider, where the person may end their login as well. Our session is over before anybody comes here, and
 * nothing of it depends on this way.
 */
async function leaveProvider({ auth, ctx, kind, response }: Visit) {
  // Registered at both providers, who compare it character by character.
  const returnTo = auth.settings.publicUrl + paths.signedOut;
  let location: string;
  try {
    location = (await auth.parties[kind].endOfLogin(returnTo)) ?? signedOutPath(kind, "not-offered");
  } catch (error) {
    ctx.log.event("login.provider-down", { kind, error });
    location = signedOutPath(kind, "provider-down");
  }
  response.writeHead(302, { location, "cache-control": "no-store" }).end();
}

/** The provider ended a login of its own (back-channel logout): whoever can sign its token may end ours. */
async function endFromProvider({ auth, call, ctx, kind, response }: Visit) {
  try {
    await auth.port.endOfProvider(await auth.parties[kind].readLogoutToken(call.form.get("logout_token") ?? ""));
  } catch (error) {
    const { reason, detail } = refusedBy(error);
    if (reason === "trouble") throw error;
    if (reason === "provider-down") throw new DomainError("service.unavailable");
    ctx.log.event("login.failed", { kind, reason: "logout-token", ...(detail && { detail }) });
    throw new DomainError("request.invalid");
  }
  response.writeHead(200, { "cache-control": "no-store", "content-length": 0 }).end();
}

/** Refused and recorded in the transaction that found it. */
const recordedByDatabase: ReadonlySet<LoginRefusal> = new Set([
  "unknown-person",
  "removed-person",
  "used-twice",
  ...invitationRefusals,
]);

/** To the sign-in page, which has a sentence for each reason. What was refused is written down first. */
async function refuse(visit: Visit, refused: LoginRefused, target: string | null) {
  const { auth, ctx, call, kind, response } = visit;
  const { reason, detail } = refused;
  if (reason === "provider-down") ctx.log.event("login.provider-down", { kind, error: refused.cause });
  if (reason === "trouble") ctx.log.event("request.failed", { route: "auth", error: refused.cause });
  if (!recordedByDatabase.has(reason)) await record(visit, { kind, reason, ...(detail && { detail }) });
  const query = new URLSearchParams({ grund: reason, als: kind, ...(target && { zurueck: target }) });
  const setCookies = [attemptCookie(auth.settings, "")];
  respond(response, call, { status: 302, setCookies, redirect: `/anmelden?${query.toString()}`, body: undefined });
}

/** Who is refused is told so also while nothing can be written down: then the log says it, and the audit that it has a gap. */
async function record({ auth, ctx }: Visit, refused: Parameters<LoginPort["refuse"]>[0]) {
  try {
    await auth.port.refuse(refused);
  } catch (error) {
    ctx.log.event("audit.failed", { error });
    ctx.operations.note(ctx, { type: "audit.gap", dropped: 1 });
  }
}

function attemptCookie({ publicUrl }: AuthSettings, value: string): string {
  const age = value === "" ? 0 : attemptSeconds;
  const secure = isSecure(publicUrl) ? "; Secure" : "";
  return `${cookieNames(publicUrl).attempt}=${value}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`;
}

/** A page of ours asks by `fetch` and goes where the answer says; a person who comes back is sent on. */
function respond(response: ServerResponse, { method }: AuthCall, { status, setCookies, redirect, body }: AuthAnswer) {
  response.setHeader("set-cookie", setCookies);
  if (redirect === null) sendJson(response, status, body ?? {});
  else if (method === "POST") sendJson(response, 200, { url: redirect });
  else response.writeHead(302, { location: redirect, "cache-control": "no-store" }).end();
}
