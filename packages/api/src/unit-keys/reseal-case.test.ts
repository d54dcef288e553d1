import { type CaseKey, CryptoError, caseKeyObject, openGrant, type UnitEpoch } from "@dvd/crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimCase } from "../cases/claim-case.ts";
import { getCase } from "../cases/get-case.ts";
import { withdrawCase } from "../cases/withdraw-case.ts";
import { type Official, openPortal } from "../testing/portal.ts";
import { outcome, refusalIn } from "../testing/refusal.ts";
import { epochsOf, rotate, unitOf } from "../testing/rotating.ts";
import { forged, grantCaseKey, sendCase } from "../testing/sealing.ts";
import { placeOf } from "../testing/towns.ts";
import { decodeBase64 } from "../wire.ts";
import { listStates } from "./list-states.ts";
import { listUnsealed } from "./list-unsealed.ts";
import { resealCase } from "./reseal-case.ts";

const portal = await openPortal();
afterAll(() => portal.close());

type Sent = Awaited<ReturnType<typeof sendCase>>;
let [one, other] = [] as unknown as [Official, Official];
let old: UnitEpoch;
let next: UnitEpoch;
/** Open since before the new key came. */
let waiting: [Sent, Sent, Sent];
beforeAll(async () => {
  [one, other] = [await portal.official(0), await portal.official(1)];
  const citizen = await portal.citizen();
  waiting = [await sendCase(portal, citizen), await sendCase(portal, citizen), await sendCase(portal, citizen)];
  const withdrawn = await sendCase(portal, citizen);
  await withdrawCase(citizen.ctx, { caseId: withdrawn.caseId, version: 3 });
  const [held] = await epochsOf(portal, one);
  if (!held) throw new Error("the official holds the key");
  old = held;
  next = await rotate(portal, one);
  await sendCase(portal, citizen);
});

const sealedBy = ({ keys }: Official, caseKey: CaseKey, { kem } = next) =>
  grantCaseKey(caseKey, keys.signing, "unit", kem.publicKey);
const unsealed = async (by: Official, limit = 50) =>
  (await listUnsealed(by.ctx, { unitId: unitOf(by), limit })).cases.map(({ caseId }) => caseId);
const countFor = async ({ ctx }: Official) => (await listStates(ctx)).units[0]?.unsealed;

const refused = refusalIn(portal);

/** What the server hands out of a case, opened with one epoch of its unit. */
async function opensWith({ kem }: UnitEpoch, by: Official, { caseId, caseKey }: Sent) {
  const { grants, scopeId, generation } = await getCase(by.ctx, { caseId });
  const expected = await caseKeyObject(decodeBase64(scopeId), generation);
  const spkiOf = await portal.sql<{ signing_key_id: Buffer; signing_key: Buffer }[]>`
    select signing_key_id, signing_key from accounts`;
  const grantors = (id: string) => {
    const found = spkiOf.find((row) => row.signing_key_id.toString("hex") === id);
    return found && new Uint8Array(found.signing_key);
  };
  for (const { envelope } of grants) {
    const env = decodeBase64(envelope);
    const secret = await openGrant({ env, recipient: kem, expect: expected, grantors }).catch((error: unknown) => {
      if (error instanceof CryptoError) return null;
      throw error;
    });
    if (secret) return Buffer.compare(secret, caseKey.secret) === 0;
  }
  return false;
}

/** On a machine that is busy with other things. */
const patience = { timeout: 20_000 };

/** So many requests wait for a row that somebody else holds. */
const waitForLocks = (count: number) =>
  expect
    .poll(async () => {
      const rows = await portal.sql`select 1 from pg_locks l join pg_stat_activity a using (pid)
        where not l.granted and a.datname = current_database()`;
      return rows.length;
    }, patience)
    .toBeGreaterThanOrEqual(count);

describe("open cases under an earlier key", () => {
  it("are listed oldest first and counted for everybody of the unit; what is over or newer is not among them", async () => {
    const ids = waiting.map(({ caseId }) => caseId);
    expect(await unsealed(one)).toEqual(ids);
    expect(await countFor(other)).toBe(3);
    const page = await listUnsealed(other.ctx, { unitId: unitOf(other), limit: 2 });
    expect(page.cases.map(({ caseId }) => caseId)).toEqual(ids.slice(0, 2));
    const rest = await listUnsealed(other.ctx, { unitId: unitOf(other), limit: 2, cursor: page.nextCursor ?? "" });
    expect([rest.cases.map(({ caseId }) => caseId), rest.nextCursor]).toEqual([ids.slice(2), null]);
    const nextDoor = await portal.official(2);
    expect(await outcome(listUnsealed(nextDoor.ctx, { unitId: unitOf(one), limit: 2 }))).toBe("unit.not-found");
  });

  it("open with the new key once they are sealed for it, and with the old one by what the citizen has sealed", async () => {
    const [first] = waiting;
    expect([await opensWith(old, one, first), await opensWith(next, one, first)]).toEqual([true, false]);
    await resealCase(one.ctx, { caseId: first.caseId, grant: await sealedBy(one, first.caseKey) });
    expect([await opensWith(old, other, first), await opensWith(next, other, first)]).toEqual([true, true]);
    const roles = await portal.sql`select role from case_grants where case_id = ${first.caseId} order by role`;
    expect(roles.map(({ role }) => role)).toEqual([1, 2, 2]);
    expect(await countFor(one)).toBe(2);
    // Taken and worked on as before: nothing else of the case has moved.
    expect(await outcome(claimCase(other.ctx, { caseId: first.caseId, version: 3 }))).toBe("accepted");
  });

  it("are sealed once, also by two browsers at the same moment", async () => {
    const [, second] = waiting;
    const both = [one, other].map(async (by) =>
      resealCase(by.ctx, { caseId: second.caseId, grant: await sealedBy(by, second.caseKey) }),
    );
    const answers = await Promise.all(both);
    // The other one's lies there, and nobody has seen what is in it.
    expect(answers.filter(({ isTaken }) => isTaken)).toHaveLength(1);
    const again = { caseId: second.caseId, grant: await sealedBy(one, second.caseKey) };
    expect(await resealCase(one.ctx, again)).toMatchObject({ isTaken: false });
    const records = await portal.sql`
      select 1 from audit_intake where type = 'case.resealed' and case_id = ${second.caseId}`;
    expect(records).toHaveLength(1);
    expect(await opensWith(next, one, second)).toBe(true);
    expect(await countFor(one)).toBe(1);
  });

  it("stay as they are when what comes is not for this case, this key, or from who sends it", async () => {
    const [first, , third] = waiting;
    const { caseId } = third;
    const good = await sealedBy(one, third.caseKey);
    const recruit = await portal.recruit("official");
    const nextDoor = await portal.official(2);
    const gone = await sendCase(portal, await portal.citizen());
    await portal.sql`update cases set state = 'WITHDRAWN' where id = ${gone.caseId}`;
    const tries: [Official, Parameters<typeof resealCase>[1], string][] = [
      [one, { caseId, grant: await sealedBy(one, third.caseKey, old) }, "keys.not-the-receiver"],
      [one, { caseId, grant: await sealedBy(one, first.caseKey) }, "keys.grant-invalid"],
      [one, { caseId, grant: forged(good) }, "keys.grant-invalid"],
      [other, { caseId, grant: good }, "keys.grant-invalid"],
      [recruit, { caseId, grant: await sealedBy(recruit, third.caseKey) }, "member.not-signed"],
      [nextDoor, { caseId, grant: await sealedBy(nextDoor, third.caseKey) }, "case.not-found"],
      [one, { caseId: gone.caseId, grant: await sealedBy(one, gone.caseKey) }, "case.wrong-state"],
    ];
    for (const [by, input, code] of tries) expect(await refused(() => resealCase(by.ctx, input))).toBe(code);
    expect(await opensWith(old, one, third)).toBe(true);
    expect(await unsealed(one)).toEqual([caseId]);
    expect(await resealCase(one.ctx, { caseId, grant: good })).toMatchObject({ isTaken: true });
    // The same once more, after an answer that got lost.
    expect(await resealCase(one.ctx, { caseId, grant: good })).toMatchObject({ isTaken: true });
    expect(await unsealed(one)).toEqual([]);
  });

  it("of another unit have nothing to do with this one's key", async () => {
    await sendCase(portal, await portal.citizen(), placeOf.nextDoor);
    expect(await countFor(one)).toBe(0);
    expect(await countFor(await portal.official(2))).toBe(0);
  });

  it("are not lost when a member seals something else, and what members have sealed goes with the next key", async () => {
    const sent = await sendCase(portal, await portal.citizen());
    const later = await rotate(portal, one);
    const wrong = { ...sent.caseKey, secret: crypto.getRandomValues(new Uint8Array(32)) };
    await resealCase(one.ctx, { caseId: sent.caseId, grant: await sealedBy(one, wrong, later) });
    expect([await opensWith(later, other, sent), await opensWith(next, other, sent)]).toEqual([false, true]);
    const last = await rotate(portal, one);
    await resealCase(other.ctx, { caseId: sent.caseId, grant: await sealedBy(other, sent.caseKey, last) });
    const kept = await portal.sql`select recipient_key_id from case_grants where case_id = ${sent.caseId} and role = 2`;
    const ids = new Set(kept.map(({ recipient_key_id: id }) => id.toString("hex")));
    expect(ids).toEqual(new Set([next, last].map(({ kem }) => Buffer.from(kem.keyId).toString("hex"))));
  });

  it("keep what was sealed for the newest key when somebody else's for the one before comes late", async () => {
    const sent = await sendCase(portal, await portal.citizen());
    const [before] = await epochsOf(portal, one);
    if (!before) throw new Error("the official holds the key");
    const middle = await rotate(portal, one);
    const late = await sealedBy(one, sent.caseKey, middle);
    // A row of the same receiver that is not committed: the late one has read which key counts, and waits behind it.
    const free = Promise.withResolvers<undefined>();
    const blocked = Promise.withResolvers<undefined>();
    const blocking = portal.sql
      .begin(async (sql) => {
        await sql`insert into case_grants (id, case_id, tenant_id, citizen_id, role, recipient_key_id, generation, envelope)
          select gen_random_uuid(), case_id, tenant_id, citizen_id, role, ${Buffer.from(middle.kem.keyId)}, generation, envelope
          from case_grants where case_id = ${sent.caseId} and role = 2`;
        blocked.resolve(undefined);
        await free.promise;
        throw new Error("never was");
      })
      .catch(() => undefined);
    await blocked.promise;
    const slow = resealCase(one.ctx, { caseId: sent.caseId, grant: late });
    await waitForLocks(1);
    const last = await rotate(portal, one);
    const newer = resealCase(other.ctx, { caseId: sent.caseId, grant: await sealedBy(other, sent.caseKey, last) });
    await Promise.race([newer, waitForLocks(2)]);
    free.resolve(undefined);
    await Promise.all([blocking, slow, newer]);
    expect(await opensWith(last, other, sent)).toBe(true);
  });
});
