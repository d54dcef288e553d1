import { randomUUID } from "node:crypto";
import type { CitizenActor } from "@dvd/domain/actor";
import { afterAll, describe, expect, it } from "vitest";
import { citizenCtx } from "../context.ts";
import { codeOf } from "../errors.ts";
import { getChallenge } from "../proofs/get-challenge.ts";
import { appRouter } from "../root.ts";
import { findViewer } from "../sessions/find-viewer.ts";
import { openSession } from "../sessions/open-session.ts";
import { makeAccount, signEnd } from "../testing/account.ts";
import { untilOverOrWaiting } from "../testing/imprint.ts";
import { type Citizen, openPortal, pseudonymKey } from "../testing/portal.ts";
import { prepareDraft } from "../testing/sealing.ts";
import { proofHeader, solveChallenge } from "../testing/solve-challenge.ts";
import { encodeBase64 } from "../wire.ts";

const portal = await openPortal();
afterAll(() => portal.close());

const codeFrom = (call: Promise<unknown>) => call.then(() => "accepted", codeOf);

async function endAccount({ request, ctx, keys }: Citizen, idempotencyKey?: string) {
  const { payload, signature } = await signEnd(ctx, keys);
  const signed = { payload: encodeBase64(payload), signature: encodeBase64(signature) };
  return appRouter.createCaller({ ...request, idempotencyKey }).accounts.deleteAccount({ signed });
}

/** The end of an account that has begun and cannot go on before it is let. */
async function beginEnd(citizen: Citizen) {
  const [held, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holding = portal.sql.begin(async (tx) => {
    await tx`select 1 from vaults where account_id = ${citizen.ctx.actor.citizenId} for update`;
    held.resolve();
    await release.promise;
  });
  await held.promise;
  const ending = endAccount(citizen);
  await untilOverOrWaiting(portal, ending);
  return async () => {
    release.resolve();
    await holding;
    return ending;
  };
}

/** Everything that the first step of a case needs, proof of work included. */
async function aDraft(citizen: Citizen) {
  const { input } = await prepareDraft(portal, citizen);
  const challenge = await getChallenge(citizen.ctx, { action: "cases.openDraft" });
  const wired = { ...input, scopeId: encodeBase64(input.scopeId), grants: input.grants.map(encodeBase64) };
  return { wired, proof: proofHeader(solveChallenge(challenge)) };
}

const draftsOf = ({ ctx }: Citizen) =>
  portal.sql`select 1 from cases where citizen_id = ${ctx.actor.citizenId} and state = 'DRAFT'`;
const keysOf = ({ ctx }: Citizen) =>
  portal.sql`select 1 from idempotency_keys where account_id = ${ctx.actor.citizenId}`;

describe("the end of an account", () => {
  it("comes after a case that is being begun, and takes it along with the answer that was kept for it", async () => {
    const citizen = await portal.citizen();
    const { wired, proof } = await aDraft(citizen);
    const [entered, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const { jobs } = portal.deps;
    const enqueue: typeof jobs.enqueue = async (...job) => {
      entered.resolve();
      await gate.promise;
      await jobs.enqueue(...job);
    };
    const request = { ...citizen.request, jobs: { enqueue }, proof, idempotencyKey: randomUUID() };
    const beginning = appRouter.createCaller(request).cases.openDraft(wired);
    await entered.promise;
    const ending = endAccount(citizen);
    await untilOverOrWaiting(portal, ending);
    gate.resolve();
    await beginning;
    expect(await ending).toEqual({ cases: 0, drafts: 1, uploads: 0 });
    expect(await draftsOf(citizen)).toHaveLength(0);
    expect(await keysOf(citizen)).toHaveLength(0);
  });

  it("comes before a case that is begun meanwhile, which is then refused as by any login that is over", async () => {
    const citizen = await portal.citizen();
    const { wired, proof } = await aDraft(citizen);
    const letGo = await beginEnd(citizen);
    const request = { ...citizen.request, proof, idempotencyKey: randomUUID() };
    const beginning = codeFrom(appRouter.createCaller(request).cases.openDraft(wired));
    expect(await letGo()).toEqual({ cases: 0, drafts: 0, uploads: 0 });
    expect(await beginning).toBe("auth.required");
    expect(await draftsOf(citizen)).toHaveLength(0);
    expect(await keysOf(citizen)).toHaveLength(0);
  });

  it("asked for again is refused as any login that is over, and keeps no answer under its key", async () => {
    const citizen = await portal.citizen();
    const mine = randomUUID();
    expect(await endAccount(citizen, mine)).toEqual({ cases: 0, drafts: 0, uploads: 0 });
    expect(await keysOf(citizen)).toHaveLength(0);
    const before = await portal.imprint();
    expect(await codeFrom(endAccount(citizen, mine))).toBe("auth.required");
    expect(await portal.imprint()).toEqual(before);
  });

  it("asked for twice at once happens once", async () => {
    const citizen = await portal.citizen();
    const both = await Promise.all([codeFrom(endAccount(citizen)), codeFrom(endAccount(citizen))]);
    expect(both.toSorted()).toEqual(["accepted", "auth.required"]);
  });

  it("makes a login in that moment wait, and somebody new of who logs in", async () => {
    const subject = randomUUID();
    const logIn = async () => {
      const login = {
        kind: "citizen" as const,
        issuer: "https://citizens.test",
        subject,
        assurance: "substantial" as const,
        authenticatedAt: new Date(),
        nonce: randomUUID(),
        providerSession: null,
      };
      const place = { device: { browser: "other", system: "other" }, former: null } as const;
      const opened = await openSession({ ...portal.deps, pseudonymKey }, login, place);
      if ("refused" in opened) throw new Error("the login was refused");
      const actor = await findViewer(portal.deps, opened.sessionId, { touch: false });
      if (actor?.kind !== "citizen") throw new Error("logged in as somebody else");
      return actor;
    };
    const withKeys = async (actor: CitizenActor): Promise<Citizen> => {
      const request = portal.requestOf(actor);
      const ctx = citizenCtx(request, actor);
      return { request, ctx, keys: await makeAccount(ctx) };
    };
    const former = await logIn();
    const letGo = await beginEnd(await withKeys(former));
    const loggingIn = logIn();
    await letGo();
    expect((await loggingIn).citizenId).not.toBe(former.citizenId);
  });
});
