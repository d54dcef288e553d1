import {
  caseKeyObject,
  createUnitEpoch,
  equalBytes,
  generateSigningKey,
  grantUnitSeed,
  kemKeyId,
  randomBytes,
  type SigningKey,
  sealGrant,
  uuidBytes,
} from "@dvd/crypto";
import { describe, expect, it } from "vitest";
import { fromBase64, toBase64 } from "./base64.ts";
import {
  caseAnswer,
  type Changes,
  codeOf,
  grantsOf,
  name,
  receiptFor,
  setOut,
  type World,
} from "./testing/holder-world.ts";
import type { CaseAnswer } from "./wire-types.ts";

/** The server of these tests knows everything that a server can know, and lies. */

/** A case key of the server's own making, sealed for the citizen's public key. */
async function forgeGrant({ account, caseId }: World, signer: SigningKey) {
  const recipientKey = fromBase64(account.kemPublicKey);
  const object = await caseKeyObject(uuidBytes(caseId), 1);
  const secret = randomBytes(32);
  const envelope = await sealGrant({
    ...object,
    secret,
    grantor: signer,
    now: new Date(),
    role: "citizen",
    recipientKey,
  });
  const grant = { recipientKeyId: toBase64(await kemKeyId(recipientKey)), envelope: toBase64(envelope) };
  return { secret, grants: [grant] };
}

describe("opening a case", () => {
  it("is refused with a key that the server has made, whoever signed it", async () => {
    const world = await setOut();
    await world.holder.beginCase(world.caseId, world.office, world.authority.answer);
    const { key: signer } = await generateSigningKey();
    const { grants } = await forgeGrant(world, signer);
    const forged = caseAnswer(world, { signer, grants });
    const opening = world.holder.openCase(world.caseId, forged, world.authority.answer);
    await expect(opening).rejects.toMatchObject({ code: "E_SENDER" });
  });

  it("is refused for the key of another case, under the other's id or scope", async () => {
    const world = await setOut();
    const begun = await world.holder.beginCase(world.caseId, world.office, world.authority.answer);
    const grants = await grantsOf(world, begun);
    const other = crypto.randomUUID();
    for (const swapped of [
      caseAnswer(world, { caseId: other, scopeId: uuidBytes(world.caseId), grants }),
      caseAnswer(world, { grants }),
    ])
      await expect(world.holder.openCase(other, swapped, world.authority.answer)).rejects.toMatchObject({
        code: "E_CONTEXT",
      });
    const receipt = await receiptFor(world, { caseId: other });
    const sameScope = caseAnswer(world, { caseId: other, grants, receipt });
    await expect(world.holder.openCase(other, sameScope, world.authority.answer)).rejects.toMatchObject({
      code: "E_CONTEXT",
    });
  });

  it("is refused under the name of another authority, or as a case of a unit that it did not come to", async () => {
    const world = await setOut();
    const begun = await world.holder.beginCase(world.caseId, world.office, world.authority.answer);
    const grants = await grantsOf(world, begun);
    const open = (change: Partial<CaseAnswer["summary"]>, receipt: CaseAnswer["receipt"]) => {
      const answer = caseAnswer(world, { grants, receipt });
      const lie = { ...answer, summary: { ...answer.summary, ...change } };
      return codeOf(world.holder.openCase(world.caseId, lie, world.authority.answer));
    };
    const receipt = await receiptFor(world);
    expect(await open({}, receipt)).toBe("accepted");
    expect(await open({ authority: "Stadt Beispielau" }, receipt)).toBe("E_STATEMENT_CONTEXT");
    expect(await open({ unitId: crypto.randomUUID() }, receipt)).toBe("E_SENDER");
    expect(await open({}, await receiptFor(world, { unitId: crypto.randomUUID() }))).toBe("E_SENDER");
    expect(await open({}, null)).toBe("E_SENDER");
  });

  it("is refused for an authority that was never seen before", async () => {
    const world = await setOut();
    const opening = world.holder.openCase(world.caseId, caseAnswer(world, {}), world.authority.answer);
    await expect(opening).rejects.toMatchObject({ code: "E_ROOT_CHANGED" });
  });
});

describe("opening a case as an official", () => {
  async function atTheOffice() {
    const world = await setOut();
    const begun = await world.holder.beginCase(world.caseId, world.office, world.authority.answer);
    const epoch = world.authority.epochs.get(world.unitId);
    if (!epoch) throw new Error("the unit has no key");
    const official = await setOut();
    const recipient = { role: "official" as const, publicKey: fromBase64(official.account.kemPublicKey) };
    const by = { grantor: world.authority.member, now: new Date() };
    const seeds = [{ epoch: 1, grant: toBase64(await grantUnitSeed(epoch, recipient, by)) }];
    const units = [{ unitId: world.unitId, name: "Stelle", role: "official" as const, seeds, links: [] }];
    await official.holder.openUnits({ tenantId: world.tenantId, authority: name, units }, world.authority.answer);
    const grants = [{ recipientKeyId: toBase64(epoch.kem.keyId), envelope: begun.grants[1] ?? "" }];
    const open = (receipt: CaseAnswer["receipt"], changes: Changes = {}) =>
      official.holder.openCase(
        world.caseId,
        { ...caseAnswer(world, { grants, ...changes }), receipt },
        world.authority.answer,
      );
    return { world, open, official, grants, units };
  }

  /** The unit has another epoch, and a member has sealed this secret for it. */
  async function resealed(secretOf: "right" | "wrong") {
    const { world, official, grants, units } = await atTheOffice();
    const next = await createUnitEpoch(world.unitId, 2);
    const by = { grantor: world.authority.member, now: new Date() };
    const recipient = { role: "official" as const, publicKey: fromBase64(official.account.kemPublicKey) };
    const seed = { epoch: 2, grant: toBase64(await grantUnitSeed(next, recipient, by)) };
    const [unit] = units;
    if (!unit) throw new Error("one unit");
    const { key } = world.holder.caseOf(world.caseId);
    const secret = secretOf === "right" ? key.secret : randomBytes(32);
    const object = await caseKeyObject(uuidBytes(world.caseId), 1);
    const recipientKey = next.kem.publicKey;
    const env = await sealGrant({ ...object, ...by, secret, role: "unit", recipientKey });
    const all = [{ recipientKeyId: toBase64(next.kem.keyId), envelope: toBase64(env) }, ...grants];
    const openWith = async (seeds: typeof unit.seeds) => {
      await official.holder.openUnits(
        { tenantId: world.tenantId, authority: name, units: [{ ...unit, seeds }] },
        world.authority.answer,
      );
      const answer = { ...caseAnswer(world, { grants: all }), receipt: await receiptFor(world) };
      const { isKeyProven, isWronglySealed } = await official.holder.openCase(
        world.caseId,
        answer,
        world.authority.answer,
      );
      const isRight = equalBytes(official.holder.caseOf(world.caseId).key.secret, key.secret);
      return { isKeyProven, isWronglySealed, isRight };
    };
    return { both: () => openWith([...unit.seeds, seed]), newestOnly: () => openWith([seed]) };
  }

  it("reads what the citizen has sealed, and tells when a member has sealed something else", async () => {
    const [right, wrong] = [await resealed("right"), await resealed("wrong")];
    expect(await right.both()).toEqual({ isKeyProven: true, isWronglySealed: false, isRight: true });
    expect(await wrong.both()).toEqual({ isKeyProven: true, isWronglySealed: true, isRight: true });
  });

  it("writes nothing on the word of a member before the citizen's message has opened, and proves a key once", async () => {
    const [right, wrong] = [await resealed("right"), await resealed("wrong")];
    expect(await right.newestOnly()).toEqual({ isKeyProven: false, isWronglySealed: false, isRight: true });
    expect(await wrong.newestOnly()).toEqual({ isKeyProven: false, isWronglySealed: false, isRight: false });
    expect(await right.both()).toMatchObject({ isKeyProven: true });
    expect(await right.newestOnly()).toMatchObject({ isKeyProven: true });
    expect(await wrong.both()).toMatchObject({ isKeyProven: true });
    expect(await wrong.newestOnly()).toMatchObject({ isKeyProven: false });
  });

  it("tells the level of the login that was verified when the case came", async () => {
    const { world, open } = await atTheOffice();
    expect(await open(await receiptFor(world))).toMatchObject({ login: { assurance: "substantial" } });
  });

  it("says that nobody would believe them, as long as they are not in the unit's signed list", async () => {
    const { world, open } = await atTheOffice();
    expect(await open(await receiptFor(world))).toMatchObject({ maySpeak: false });
  });

  it("is refused when the portal has signed no login for the citizen's key, or another one's", async () => {
    const { world, open } = await atTheOffice();
    const { key: other } = await generateSigningKey();
    const refusal = (receipt: CaseAnswer["receipt"], changes?: Changes) => codeOf(open(receipt, changes));
    const unsigned = [
      null,
      await receiptFor(world, { keyId: other.keyId }),
      await receiptFor(world, { signer: other }),
      await receiptFor(world, { caseId: crypto.randomUUID() }),
    ];
    for (const receipt of unsigned) expect(await refusal(receipt)).toBe("E_SENDER");
    // Somebody changed the key in the database: the genuine receipt names the genuine one.
    expect(await refusal(await receiptFor(world), { signer: other })).toBe("E_SENDER");
  });
});
