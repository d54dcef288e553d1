import {
  accountKeys,
  caseKeyObject,
  createAccount,
  generateSigningKey,
  randomBytes,
  sealGrant,
  type SigningKey,
  toHex,
  uuidBytes,
} from "@dvd/crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { toBase64 } from "../base64.ts";
import { sendersOf } from "../case-senders.ts";
import { createOpenCases } from "../open-cases.ts";
import { makeAuthority } from "../testing/authority.ts";
import { caseAnswer, codeOf, name, receiptFor, setOut, type World } from "../testing/holder-world.ts";
import { noPins, readDirectory, type TrustedDirectory } from "../trust.ts";

/** Whoever has left could date something back, and a portal that lies could show it: what that is worth, and what not. */
const leftAt = new Date(Date.now() - 3_600_000);
let world: World;
let [member, former, stranger] = [] as unknown as [SigningKey, SigningKey, SigningKey];
let directory: TrustedDirectory;
let authority: Awaited<ReturnType<typeof makeAuthority>>;
beforeAll(async () => {
  const keys = await Promise.all([generateSigningKey(), generateSigningKey(), generateSigningKey()]);
  [member, former, stranger] = [keys[0].key, keys[1].key, keys[2].key];
  world = await setOut();
  const { tenantId, unitId } = world;
  const { log } = world.authority;
  authority = await makeAuthority({
    id: tenantId,
    name,
    unitIds: [unitId],
    member,
    log,
    former: { key: former, leftAt },
  });
  // The receipts of this authority, whose keys these are.
  world = { ...world, authority: { ...authority, log } };
  directory = await readDirectory(tenantId, authority.answer, noPins, new Date());
});

/** Opened by an official of the unit, with a case key that this person has sealed for it. */
async function openedFrom(grantor: SigningKey) {
  const epoch = authority.epochs.get(world.unitId);
  if (!epoch) throw new Error("the unit has a key");
  const { vault } = await createAccount({ accountId: crypto.randomUUID() });
  const [keys, secret] = [await accountKeys(vault), randomBytes(32)];
  const object = await caseKeyObject(uuidBytes(world.caseId), 1);
  const sealed = { ...object, secret, grantor, now: leftAt, role: "unit" as const };
  const envelope = toBase64(await sealGrant({ ...sealed, recipientKey: epoch.kem.publicKey }));
  const grants = [{ recipientKeyId: toBase64(epoch.kem.keyId), envelope }];
  const answer = caseAnswer(world, { grants, receipt: await receiptFor(world) });
  const reader = {
    vault: { ...vault, pins: { ...noPins, roots: { [world.tenantId]: directory.rootFingerprint } } },
    keys,
  };
  const opened = () => ({ ...reader, units: [epoch] });
  const cases = createOpenCases({
    now: () => new Date(),
    opened,
    trusted: async () => directory,
    pin: async () => null,
  });
  await cases.openCase(world.caseId, answer, authority.answer);
  return cases;
}

describe("somebody who has left a unit", () => {
  it("has sealed a case that can be read, and under which nothing is written before the citizen's own word opened", async () => {
    const cases = await openedFrom(former);
    expect(await codeOf(Promise.resolve().then(() => cases.freshCaseOf(world.caseId)))).toBe("E_SENDER");
    const found = cases.caseOf(world.caseId);
    expect(found.isKeyProven).toBe(false);
    // What the worker does when a message of the key that began the case has opened.
    found.isKeyProven = true;
    expect(cases.freshCaseOf(world.caseId)).toBe(found);
  });

  it("is believed as much as a member, and a stranger's does not open", async () => {
    const cases = await openedFrom(member);
    expect(await codeOf(Promise.resolve().then(() => cases.freshCaseOf(world.caseId)))).toBe("E_SENDER");
    expect(await codeOf(openedFrom(stranger))).toBe("E_SENDER");
  });

  it("is the author of what came before, and of nothing that came from that moment on", () => {
    const self = { keyId: "00".repeat(32), spki: new Uint8Array(120), attested: null };
    const { senderKeys } = sendersOf(directory, world.unitId, { first: self, all: [self], current: self }, []);
    const of = (key: SigningKey, at: number) => senderKeys(toHex(key.keyId), new Date(at)) !== undefined;
    const time = leftAt.getTime();
    expect([of(former, time - 1), of(former, time), of(former, time + 1)]).toEqual([true, false, false]);
    expect([of(member, time - 1), of(member, time + 1), of(stranger, time - 1)]).toEqual([true, true, false]);
  });
});
