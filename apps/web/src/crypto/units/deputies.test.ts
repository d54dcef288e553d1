import {
  type AccountKeys,
  accountKeys,
  createAccount,
  caseKeyObject,
  generateSigningKey,
  kemKeyId,
  randomBytes,
  sealGrant,
  type SigningKey,
  toHex,
  uuidBytes,
  type Vault,
} from "@dvd/crypto";
import { daysAfter, germanDay } from "@dvd/domain/case/due-date";
import { spanOf } from "@dvd/domain/tenant/deputyship";
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64, toBase64 } from "../base64.ts";
import { sendersOf } from "../case-senders.ts";
import { deputiesOf } from "../deputies-of.ts";
import type { OpenCase } from "../open-case.ts";
import { createOpenCases } from "../open-cases.ts";
import { makeAuthority } from "../testing/authority.ts";
import { caseAnswer, codeOf, name, receiptFor, setOut, type World } from "../testing/holder-world.ts";
import { noPins, readDirectory, type TrustedDirectory } from "../trust.ts";
import type { CaseAnswer } from "../wire-types.ts";
import { entrustCase } from "./entrust-case.ts";

/** The member has handed the case to a deputy of another unit. What every browser makes of that, whatever a server says. */
type Person = { vault: Vault; keys: AccountKeys };
const otherUnitId = crypto.randomUUID();
const today = germanDay(new Date());
const days = { startsOn: today, endsOn: daysAfter(today, 3) };
let world: World;
let member: SigningKey;
let [deputy, stranger] = [] as unknown as [Person, Person];
let directory: TrustedDirectory;
let authority: Awaited<ReturnType<typeof makeAuthority>>;
let handed: Awaited<ReturnType<typeof entrustCase>>;
const secret = randomBytes(32);

const person = async (): Promise<Person> => {
  const { vault } = await createAccount({ accountId: crypto.randomUUID() });
  return { vault, keys: await accountKeys(vault) };
};
const named = ({ vault, keys }: Person) => {
  return { officialId: vault.accountId, unitId: otherUnitId, kemPublicKey: toBase64(keys.kem.publicKey) };
};
/** As much of an open case as handing it over needs. */
const openBy = (me: SigningKey) => {
  const key = { scopeId: uuidBytes(world.caseId), generation: 1, secret };
  return { key, me, directory, unitId: world.unitId } as OpenCase;
};

beforeAll(async () => {
  member = (await generateSigningKey()).key;
  [deputy, stranger] = [await person(), await person()];
  world = await setOut();
  const { vault, keys } = deputy;
  const colleague = { account: vault.accountId, signing: keys.signing, kemKeyId: keys.kem.keyId };
  authority = await makeAuthority({
    id: world.tenantId,
    name,
    unitIds: [world.unitId, otherUnitId],
    member,
    log: world.authority.log,
    colleagues: [{ unitId: otherUnitId, ...colleague }],
  });
  world = { ...world, authority: { ...authority, log: world.authority.log } };
  directory = await readDirectory(world.tenantId, authority.answer, noPins, new Date());
  handed = await entrustCase(openBy(member), world.caseId, named(deputy), days, new Date());
});

const grantFor = ({ keys }: Person, envelope: string) => ({ recipientKeyId: toBase64(keys.kem.keyId), envelope });

async function answered(grants: CaseAnswer["grants"], mandates: CaseAnswer["mandates"] = [handed.mandate]) {
  return { ...caseAnswer(world, { grants, receipt: await receiptFor(world) }), mandates };
}

/** Opened by this person. */
async function openedBy({ vault, keys }: Person, answer: CaseAnswer) {
  const pinned = { ...vault, pins: { ...noPins, roots: { [world.tenantId]: directory.rootFingerprint } } };
  const cases = createOpenCases({
    now: () => new Date(),
    opened: () => ({ vault: pinned, keys, units: [] }),
    trusted: async () => directory,
    pin: async () => null,
  });
  return { cases, opened: await cases.openCase(world.caseId, answer, authority.answer) };
}

describe("a deputy of another unit", () => {
  it("opens the case with their own key, and speaks when the citizen's own word has opened", async () => {
    const { cases, opened } = await openedBy(deputy, await answered([grantFor(deputy, handed.grant)]));
    expect(opened).toMatchObject({ maySpeak: true, isKeyProven: false, login: { assurance: expect.any(String) } });
    expect(cases.caseOf(world.caseId).key.secret).toEqual(secret);
    expect(await codeOf(Promise.resolve().then(() => cases.freshCaseOf(world.caseId)))).toBe("E_SENDER");
  });

  it("opens nothing without the word for their key, nor what somebody else has sealed", async () => {
    const grants = [grantFor(deputy, handed.grant)];
    expect(await codeOf(openedBy(deputy, await answered(grants, [])))).toBe("E_SENDER");
    const forged = await entrustCase(openBy(stranger.keys.signing), world.caseId, named(deputy), days, new Date());
    expect(await codeOf(openedBy(deputy, await answered(grants, [forged.mandate])))).toBe("E_SENDER");
    expect(await codeOf(openedBy(deputy, await answered([grantFor(deputy, forged.grant)])))).toBe("E_SENDER");
  });

  it("may not speak before the first day or after the last one, and still reads what the server hands out", async () => {
    const later = { startsOn: daysAfter(today, 1), endsOn: daysAfter(today, 2) };
    const early = await entrustCase(openBy(member), world.caseId, named(deputy), later, new Date());
    const answer = await answered([grantFor(deputy, early.grant)], [early.mandate]);
    expect((await openedBy(deputy, answer)).opened.maySpeak).toBe(false);
  });

  it("is believed from midnight of the first day to midnight after the last one, as a deputy", async () => {
    const self = { keyId: "00".repeat(32), spki: new Uint8Array(120), attested: null };
    const citizen = { first: self, all: [self], current: self };
    const sendersFor = async (mandates: CaseAnswer["mandates"]) =>
      sendersOf(directory, world.unitId, citizen, await deputiesOf(await answered([], mandates), directory));
    const { from, until } = spanOf(days);
    const keyId = toHex(deputy.keys.signing.keyId);
    const at = [from.getTime() - 1, from.getTime(), until.getTime() - 1, until.getTime()].map((ms) => new Date(ms));
    const senders = await sendersFor([handed.mandate]);
    expect(at.map((time) => senders.senderKeys(keyId, time) !== undefined)).toEqual([false, true, true, false]);
    expect(at.map((time) => senders.isDeputy(keyId, time))).toEqual([false, true, true, false]);
    expect(senders.isDeputy(toHex(member.keyId), from)).toBe(false);
    expect(senders.senderKeys(toHex(stranger.keys.signing.keyId), from)).toBeUndefined();

    const elsewhere = await entrustCase(openBy(member), crypto.randomUUID(), named(deputy), days, new Date());
    const byStranger = await entrustCase(openBy(stranger.keys.signing), world.caseId, named(deputy), days, new Date());
    const byDeputy = await entrustCase(openBy(deputy.keys.signing), world.caseId, named(deputy), days, new Date());
    for (const { mandate } of [elsewhere, byStranger, byDeputy])
      expect((await sendersFor([mandate])).senderKeys(keyId, from)).toBeUndefined();
    // One that is worth nothing does not take away the one that is.
    const both = await sendersFor([byStranger.mandate, handed.mandate]);
    expect(both.senderKeys(keyId, from)).toEqual(deputy.keys.signing.spki);
  });

  it("is nobody whose keys the authority has not signed", async () => {
    const handing = (to: ReturnType<typeof named>) =>
      codeOf(entrustCase(openBy(member), world.caseId, to, days, new Date()));
    expect(await handing(named(stranger))).toBe("E_KEY");
    expect(await handing({ ...named(deputy), kemPublicKey: named(stranger).kemPublicKey })).toBe("E_KEY");
    expect(await handing({ ...named(deputy), unitId: world.unitId })).toBe("E_KEY");
    expect(await handing(named(deputy))).toBe("accepted");
  });
});

describe("a citizen", () => {
  it("takes no key of their case from a member by way of a mandate", async () => {
    const { holder, account } = world;
    await holder.beginCase(world.caseId, world.office, authority.answer);
    const recipientKey = fromBase64(account.kemPublicKey);
    const object = await caseKeyObject(uuidBytes(world.caseId), 1);
    const sealing = { ...object, secret, grantor: member, now: new Date(), role: "official" as const, recipientKey };
    const envelope = toBase64(await sealGrant(sealing));
    const answer = await answered([{ recipientKeyId: toBase64(await kemKeyId(recipientKey)), envelope }]);
    expect(await codeOf(holder.openCase(world.caseId, answer, authority.answer))).toBe("E_CONTEXT");
  });
});
