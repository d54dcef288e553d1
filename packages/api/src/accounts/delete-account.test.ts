import { randomUUID } from "node:crypto";
import { draftKey, sealDraft } from "@dvd/crypto";
import type { CitizenActor } from "@dvd/domain/actor";
import type { CitizenId } from "@dvd/domain/ids";
import { afterAll, describe, expect, it } from "vitest";
import { claimCase } from "../cases/claim-case.ts";
import { getCase } from "../cases/get-case.ts";
import { grantCopy } from "../cases/grant-copy.ts";
import { listOwnCases } from "../cases/list-cases.ts";
import { submitCase } from "../cases/submit-case.ts";
import { citizenCtx } from "../context.ts";
import { saveDraft } from "../drafts/save-draft.ts";
import { sendMessage } from "../messages/send-message.ts";
import { releaseDocument } from "../documents/release-document.ts";
import { findViewer } from "../sessions/find-viewer.ts";
import { appRouter } from "../root.ts";
import { openSession } from "../sessions/open-session.ts";
import { makeAccount, signEnd, signVault } from "../testing/account.ts";
import { attest, renew } from "../testing/copies.ts";
import { untilOverOrWaiting } from "../testing/imprint.ts";
import { type Citizen, openPortal } from "../testing/portal.ts";
import { outcome, refusalIn } from "../testing/refusal.ts";
import { auditTypesOf, blobKeyOf, changesOf, eventsOf } from "../testing/rows.ts";
import {
  anId,
  finish,
  openCase,
  sealFile,
  sendCase,
  sendPart,
  start,
  upload,
  writeMessage,
} from "../testing/sealing.ts";
import { deleteAccount } from "./delete-account.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const official = await portal.official(0);

/** Where the id of a person still stands, in any column of any table of ours. */
async function tablesThatName(id: CitizenId) {
  const tables = await portal.sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`;
  const naming: string[] = [];
  for (const { name } of tables) {
    const [row] = await portal.sql<{ rows: number }[]>`
      select count(*)::int as rows from ${portal.sql(name)} t where t::text like ${`%${id}%`}`;
    if (row && row.rows > 0) naming.push(name);
  }
  return naming;
}

/** A form that waits on the server for the person's other device. */
async function keepDraft({ ctx }: Citizen) {
  const [accountId, draftId] = [ctx.actor.citizenId, randomUUID()];
  const key = await draftKey(new Uint8Array(32), accountId);
  const sealed = await sealDraft(key, { accountId, draftId, version: 1 }, new Uint8Array(9));
  await saveDraft(ctx, { draftId, expectedVersion: 0, sealed });
}

const end = async ({ ctx, keys }: Citizen) => deleteAccount(ctx, { signed: await signEnd(ctx, keys) });

const refused = refusalIn(portal);

describe("the end of an account", () => {
  it("leaves of the person what the authority must keep, and nothing else in any table", async () => {
    const citizen = await portal.citizen();
    const { citizenId } = citizen.ctx.actor;
    const { caseId, caseKey } = await sendCase(portal, citizen);
    await start(citizen.ctx, caseId, await sealFile(citizen.keys.signing, caseKey));
    const draft = await openCase(portal, citizen);
    await upload(citizen.ctx, draft.caseId, await sealFile(citizen.keys.signing, draft.caseKey));
    await keepDraft(citizen);
    const underKey = appRouter.createCaller({ ...citizen.request, idempotencyKey: randomUUID() });
    await underKey.deviceLinks.closeLink({ linkId: anId() });
    const before = await tablesThatName(citizenId);
    const gone = ["begun_uploads", "change_heads", "drafts", "idempotency_keys", "sessions", "vaults"];
    expect(before).toEqual(expect.arrayContaining(gone));

    expect(await end(citizen)).toEqual({ cases: 1, drafts: 1, uploads: 1 });
    expect(await tablesThatName(citizenId)).toEqual([
      // Public keys: without them nobody could check any more who signed what the authority has.
      "accounts",
      "audit_intake",
      "case_events",
      // Sealed for the unit only.
      "case_grants",
      "cases",
      "citizens",
      "documents",
      "messages",
      "receipts",
      "threads",
    ]);
    const grants = await portal.sql`select distinct role from case_grants where citizen_id = ${citizenId}`;
    expect(grants.map(({ role }) => role as number)).toEqual([2]);
    const [person] = await portal.sql`
      select subject_hash as subject, deleted_at is not null as deleted from citizens where id = ${citizenId}`;
    expect(person).toEqual({ subject: null, deleted: true });
    expect(await portal.sql`select id from cases where id = ${draft.caseId}`).toHaveLength(0);
    const kept = await portal.sql`select state from documents where citizen_id = ${citizenId}`;
    expect(kept.map(({ state }) => state as string)).toEqual(["STORED"]);
  });

  it("takes the bytes of drafts and unfinished uploads with it, and leaves those of sent documents", async () => {
    const citizen = await portal.citizen();
    const { caseId, caseKey, document } = await sendCase(portal, citizen);
    const open = await sealFile(citizen.keys.signing, caseKey);
    await start(citizen.ctx, caseId, open);
    await sendPart(citizen.ctx, open, 0);
    const draft = await openCase(portal, citizen);
    const drafted = await sealFile(citizen.keys.signing, draft.caseKey);
    await upload(citizen.ctx, draft.caseId, drafted);
    const [kept, ...gone] = await Promise.all(
      [document, open, drafted].map(({ documentId }) => blobKeyOf(portal, documentId)),
    );
    const ofThese = async () =>
      (await portal.blobFiles()).filter((line) => [kept ?? "", ...gone].some((key) => line.includes(key)));
    expect((await ofThese()).length).toBeGreaterThan(2);
    await end(citizen);
    const left = await ofThese();
    expect(left.length).toBeGreaterThan(0);
    expect(left.every((line) => line.includes(kept ?? ""))).toBe(true);
  });

  it("is told to the authority, which reads on and can write no more", async () => {
    const citizen = await portal.citizen();
    const { caseId, caseKey, document } = await sendCase(portal, citizen);
    await claimCase(official.ctx, { caseId, version: 3 });
    await end(citizen);
    expect((await changesOf(portal, caseId)).at(-1)).toBe("unit case.citizen-left");
    expect((await eventsOf(portal, caseId)).at(-1)).toBe("citizen case.citizen-left");
    expect(await auditTypesOf(portal, caseId)).not.toContain("account.deleted");
    const [entry] = await portal.sql`
      select payload from audit_intake where type = 'account.deleted' and actor_id = ${citizen.ctx.actor.citizenId}`;
    expect(entry?.payload).toEqual({ cases: 1, drafts: 0, uploads: 0 });

    const { summary, documents, citizenSigningKey } = await getCase(official.ctx, { caseId });
    expect(summary).toMatchObject({ hasCitizenLeft: true, may: { write: false, askCitizen: false } });
    expect(documents).toHaveLength(1);
    expect(citizenSigningKey).not.toBe("");
    await releaseDocument(official.ctx, document);
    const { message } = await writeMessage(official.keys.signing, caseKey);
    expect(await refused(() => sendMessage(official.ctx, { caseId, message }))).toBe("case.citizen-left");
  });

  it("ends every login, and the next one is somebody new who sees nothing of before", async () => {
    const login = {
      kind: "citizen" as const,
      issuer: "https://citizens.test",
      subject: randomUUID(),
      assurance: "substantial" as const,
      authenticatedAt: new Date(),
      providerSession: null,
    };
    const place = { device: { browser: "other", system: "other" }, former: null } as const;
    const logIn = async () => {
      const deps = { ...portal.deps, pseudonymKey: "of this test" };
      const opened = await openSession(deps, { ...login, nonce: randomUUID() }, place);
      if ("refused" in opened) throw new Error("the login was refused");
      return opened.sessionId;
    };
    const [first, second] = [await logIn(), await logIn()];
    const viewer = await findViewer(portal.deps, first, { touch: false });
    if (viewer?.kind !== "citizen") throw new Error("logged in as somebody else");
    const ctxOf = (actor: CitizenActor) => citizenCtx(portal.requestOf(actor), actor);
    const keys = await makeAccount(ctxOf(viewer));
    const bells: string[] = [];
    const { unlisten } = await portal.sql.listen("changes", (bell) => bells.push(bell));
    await end({ request: portal.requestOf(viewer), ctx: ctxOf(viewer), keys });
    await expect.poll(() => bells).toContain(`account:${viewer.citizenId}`);
    await unlisten();

    for (const session of [first, second]) expect(await findViewer(portal.deps, session, { touch: false })).toBeNull();
    const records = await portal.sql`
      select payload->>'reason' as reason from audit_intake
      where type = 'session.revoked' and actor_id = ${viewer.citizenId}`;
    expect(records.map(({ reason }) => reason as string)).toEqual(["account-deleted", "account-deleted"]);

    const again = await logIn();
    const next = await findViewer(portal.deps, again, { touch: false });
    if (next?.kind !== "citizen") throw new Error("logged in as somebody else");
    expect(next.citizenId).not.toBe(viewer.citizenId);
    expect(await listOwnCases(ctxOf(next), { group: "open", limit: 10 })).toEqual({
      cases: [],
      nextCursor: null,
    });
  });

  it("needs no key where there never was one", async () => {
    const { ctx } = await portal.stranger();
    expect(await deleteAccount(ctx, {})).toEqual({ cases: 0, drafts: 0, uploads: 0 });
    expect(await tablesThatName(ctx.actor.citizenId)).toEqual(["audit_intake", "citizens"]);
  });
});

describe("the end of an account waits", () => {
  /** Stops a call in the middle of its transaction, until it is let go. */
  function makeGate() {
    const [entered, opened] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const pass = async () => {
      entered.resolve();
      await opened.promise;
    };
    return { pass, entered: entered.promise, open: () => opened.resolve() };
  }

  it("for a submission, and leaves the authority the case with every byte of it", async () => {
    const citizen = await portal.citizen();
    const { caseId, caseKey } = await openCase(portal, citizen);
    const file = await sealFile(citizen.keys.signing, caseKey);
    await upload(citizen.ctx, caseId, file);
    const key = await blobKeyOf(portal, file.documentId);
    const { message } = await writeMessage(citizen.keys.signing, caseKey);
    const gate = makeGate();
    const { receipts } = citizen.ctx;
    const sign: typeof receipts.sign = async (input) => {
      await gate.pass();
      return receipts.sign(input);
    };
    const submitting = submitCase({ ...citizen.ctx, receipts: { ...receipts, sign } }, { caseId, message });
    await gate.entered;
    const ending = end(citizen);
    await untilOverOrWaiting(portal, ending);
    gate.open();
    await submitting;

    expect(await ending).toEqual({ cases: 1, drafts: 0, uploads: 0 });
    expect((await changesOf(portal, caseId)).at(-1)).toBe("unit case.citizen-left");
    expect((await portal.blobFiles()).some((line) => line.includes(key))).toBe(true);
    await claimCase(official.ctx, { caseId, version: 3 });
    await releaseDocument(official.ctx, file);
  });

  it("for a document that is being stored in a sent case, and leaves its bytes", async () => {
    const citizen = await portal.citizen();
    const { caseId, caseKey } = await sendCase(portal, citizen);
    const late = await sealFile(citizen.keys.signing, caseKey);
    await start(citizen.ctx, caseId, late);
    await sendPart(citizen.ctx, late, 0);
    const key = await blobKeyOf(portal, late.documentId);
    const gate = makeGate();
    const { blobs } = citizen.ctx;
    const complete: typeof blobs.complete = async (write, parts) => {
      await gate.pass();
      await blobs.complete(write, parts);
    };
    const finishing = finish({ ...citizen.ctx, blobs: { ...blobs, complete } }, late);
    await gate.entered;
    const ending = end(citizen);
    await untilOverOrWaiting(portal, ending);
    gate.open();
    await finishing;

    expect(await ending).toEqual({ cases: 1, drafts: 0, uploads: 0 });
    expect((await portal.blobFiles()).some((line) => line.includes(key))).toBe(true);
  });
});

describe("the end of an account is refused and changes nothing", () => {
  it("without the word of its key, with the word of another key, or with a word about something else", async () => {
    const [citizen, other] = [await portal.citizen(), await portal.citizen()];
    const { signed: ofVault } = await signVault(citizen.ctx.actor.citizenId, 2, new Uint8Array(200), citizen.keys);
    for (const signed of [
      undefined,
      await signEnd(citizen.ctx, other.keys),
      await signEnd(other.ctx, citizen.keys),
      ofVault,
    ])
      expect(await refused(() => deleteAccount(citizen.ctx, { signed }))).toBe("account.not-signed");
    expect(await outcome(end(citizen))).toBe("accepted");
  });

  it("with new keys that a login alone has made, until somebody has looked whose they are", async () => {
    const citizen = await portal.citizen();
    const sent = await sendCase(portal, citizen);
    const renewal = await renew(citizen);
    expect(await refused(() => end(renewal.renewed))).toBe("account.keys-unproven");
    const { summary } = await getCase(official.ctx, sent);
    await grantCopy(official.ctx, await attest({ ...sent, unitId: summary.unitId }, citizen, renewal, official));
    expect(await outcome(end(renewal.renewed))).toBe("accepted");
  });
});
