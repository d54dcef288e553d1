import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { concat, toBase64Url, toHex } from "../bytes.ts";
import { formatFingerprint, rootFingerprint } from "../keys/fingerprint.ts";
import { generateKemSeed, kemKeyFromSeed, type KemKey } from "../keys/kem.ts";
import { generateSigningKey, type SigningKey } from "../keys/signing.ts";
import { accountId, flipBit, now, otherAccountId, outcome, unitId } from "../testing/fixtures.ts";
import { payloadTypes, signPayload, type SignedBytes } from "./dsse.ts";
import { headUnits } from "./head.ts";
import { parseStatement, signStatement, type DirectoryHead, type Statement } from "./statement.ts";
import { headMaxAgeMs, verifyDirectory, type VerifyDirectoryInput } from "./verify-directory.ts";

const authority = "stadt-musterhausen";
const inTime = { not_before: "2026-11-01T00:00:00.000Z", expires: "2027-11-01T00:00:00.000Z" };
const otherUnit = "0189bbbb-0000-7000-8000-000000000002";

let root: SigningKey;
let operational: SigningKey;
let official: SigningKey;
let receiptKey: SigningKey;
let unit: KemKey;

beforeAll(async () => {
  [root, operational, official, receiptKey] = (await Promise.all(
    [1, 2, 3, 4].map(async () => (await generateSigningKey()).key),
  )) as [SigningKey, SigningKey, SigningKey, SigningKey];
  unit = await kemKeyFromSeed(generateKemSeed());
});

const statements = {
  authority: () => ({
    type: "authority" as const,
    authority,
    name: "Stadt Musterhausen",
    root: toBase64Url(root.spki),
    operational: toBase64Url(operational.spki),
    seq: 1,
    ...inTime,
  }),
  unitKey: () => ({
    type: "unit-key" as const,
    authority,
    unit_id: unitId,
    epoch: 2,
    kem: "0051",
    key: toBase64Url(unit.publicKey),
    seq: 1,
    prev: null as string | null,
    ...inTime,
  }),
  members: () => ({
    type: "members" as const,
    authority,
    unit_id: unitId,
    seq: 1,
    members: [member()],
    ...inTime,
  }),
  logPolicy: () => ({
    type: "log-policy" as const,
    authority,
    seq: 1,
    origin: "log.test/keys",
    log_key: toBase64Url(receiptKey.spki),
    witnesses: [{ name: "witness.test", key: toBase64Url(official.spki) }],
    threshold: 1,
    ...inTime,
  }),
  receiptKey: () => ({ type: "receipt-key" as const, authority, key: toBase64Url(receiptKey.spki), ...inTime }),
};
const member = () => ({
  account: accountId,
  role: "official" as const,
  signing_key: toBase64Url(official.spki),
  kem_key_id: toHex(unit.keyId),
});

const signed = (statement: Statement): Promise<SignedBytes> =>
  signStatement(statement, ["authority", "log-policy"].includes(statement.type) ? root : operational);

const complete = (): Statement[] => [
  statements.authority(),
  statements.unitKey(),
  statements.members(),
  statements.receiptKey(),
];

/** What an honest authority would say last about these; of bytes that are no statements it would say nothing. */
async function headOf(list: readonly SignedBytes[], change: Partial<DirectoryHead> = {}): Promise<DirectoryHead> {
  const readable = list.map(({ payload }) => payload).filter(isReadable);
  const units = await headUnits(readable).catch(() => []);
  return { type: "directory-head", authority, seq: 1, units, ...inTime, ...change };
}

function isReadable(payload: Uint8Array): boolean {
  try {
    return parseStatement(payload) !== undefined;
  } catch {
    return false;
  }
}

/** Signs what is not signed yet, and adds the head that fits; `verifyExactly` leaves it out. */
const verify = async (list: (Statement | SignedBytes)[], change: Partial<VerifyDirectoryInput> = {}) => {
  const all = await Promise.all(list.map(async (one) => ("payload" in one ? one : signed(one))));
  return verifyExactly([...all, await signed(await headOf(all))], change);
};

const verifyExactly = async (list: readonly SignedBytes[], change: Partial<VerifyDirectoryInput> = {}) =>
  verifyDirectory({ authority, statements: [...list, await signed(statements.logPolicy())], now, ...change });

const refusal = (list: (Statement | SignedBytes)[], change?: Partial<VerifyDirectoryInput>) =>
  outcome(() => verify(list, change));

/** Signed bytes that our own writer would not have written. */
const signedText = (text: string, key = operational) => signPayload("statement", new TextEncoder().encode(text), key);

describe("a directory", () => {
  it("says which keys an authority stands for", async () => {
    const directory = await verify(complete());
    expect(directory).toMatchObject({ authority, name: "Stadt Musterhausen" });
    expect(directory.rootFingerprint).toBe(await rootFingerprint(root.spki));
    expect(directory.unitKey(unitId)).toMatchObject({ epoch: 2, publicKey: unit.publicKey, keyId: unit.keyId });
    expect(directory.unitKey(unitId)?.validFrom).toEqual(new Date(inTime.not_before));
    expect(directory.signers(unitId).get(toHex(official.keyId))).toMatchObject({
      account: accountId,
      role: "official",
    });
    expect(directory.receiptKeys.map(({ spki }) => spki)).toEqual([receiptKey.spki]);
  });

  it("knows who has left as the author of what they wrote, and takes or seals no key for them", async () => {
    const [member] = statements.members().members;
    if (!member) throw new Error("the list has a member");
    const until = "2026-11-15T00:00:00.000Z";
    const withoutThem = { ...statements.members(), members: [{ ...member, until }] };
    const directory = await verify([...complete().filter(({ type }) => type !== "members"), withoutThem]);
    expect(directory.signers(unitId).size).toBe(0);
    const left = directory.authors(unitId).get(toHex(official.keyId));
    expect(left).toMatchObject({ account: accountId, spki: official.spki, until: new Date(until) });
    expect((await verify(complete())).authors(unitId).get(toHex(official.keyId))?.until).toBeNull();
    const unclear = JSON.stringify(withoutThem).replace(until, "2026-11-15");
    expect(await refusal([await signedText(unclear)])).toBe("E_STATEMENT");
  });

  it("knows nothing about a unit that nobody certified", async () => {
    const directory = await verify(complete());
    expect(directory.unitKey(otherUnit)).toBeUndefined();
    expect(directory.signers(otherUnit).size).toBe(0);
  });

  it("takes the statement with the highest number, whatever the order", async () => {
    const first = await signed(statements.unitKey());
    const next = await kemKeyFromSeed(generateKemSeed());
    const prev = toHex(createHash("sha256").update(first.payload).digest());
    const second = { ...statements.unitKey(), epoch: 3, seq: 2, prev, key: toBase64Url(next.publicKey) };
    const members = { ...statements.members(), seq: 2, members: [] };
    const directory = await verify([second, members, first, ...complete().filter(({ type }) => type !== "unit-key")]);
    expect(directory.unitKey(unitId)).toMatchObject({ epoch: 3, keyId: next.keyId });
    expect(directory.signers(unitId).size).toBe(0);
  });
});

describe("a directory keeps its promise about the past", () => {
  it("by receipt keys of any time, each with its own", async () => {
    const past = { not_before: "2020-01-01T00:00:00.000Z", expires: "2021-01-01T00:00:00.000Z" };
    const directory = await verify([...complete(), { ...statements.receiptKey(), ...past }]);
    expect(directory.receiptKeys.map(({ validFrom, validUntil }) => [validFrom, validUntil])).toEqual([
      [new Date(inTime.not_before), new Date(inTime.expires)],
      [new Date(past.not_before), new Date(past.expires)],
    ]);
  });

  it("and needs no unit key but the newest", async () => {
    const second = { ...statements.unitKey(), epoch: 3, seq: 2, prev: "00".repeat(32) };
    const directory = await verify([statements.authority(), statements.members(), second]);
    expect(directory.unitKey(unitId)?.epoch).toBe(3);
  });
});

describe("a directory is refused", () => {
  it("when its root is not the pinned one", async () => {
    const pinnedRoot = await rootFingerprint(root.spki);
    expect(await refusal(complete(), { pinnedRoot })).toBe("accepted");
    expect(await refusal(complete(), { pinnedRoot: await rootFingerprint(operational.spki) })).toBe("E_ROOT_CHANGED");
  });

  it("when it does not have exactly one authority statement", async () => {
    expect(await refusal([])).toBe("E_STATEMENT");
    expect(await refusal(complete().slice(1))).toBe("E_STATEMENT");
    expect(await refusal([...complete(), { ...statements.authority(), seq: 2 }])).toBe("E_STATEMENT");
  });

  it("when any statement is not signed by the key that has to sign it", async () => {
    const byRoot = await signStatement(statements.unitKey(), root);
    const byOfficial = await signStatement(statements.members(), official);
    const notByRoot = await signStatement(statements.authority(), operational);
    expect(await refusal([statements.authority(), byRoot])).toBe("E_STATEMENT_SIG");
    expect(await refusal([statements.authority(), byOfficial])).toBe("E_STATEMENT_SIG");
    expect(await refusal([notByRoot])).toBe("E_STATEMENT_SIG");
  });

  it("when a bit of a payload or a signature was changed", async () => {
    const { payload, signature } = await signed(statements.members());
    for (let bit = 0; bit < payload.length * 8; bit += 13) {
      const changed = { payload: flipBit(payload, bit), signature };
      expect(await refusal([statements.authority(), changed])).not.toBe("accepted");
    }
    for (let bit = 0; bit < 96 * 8; bit += 5) {
      const changed = { payload, signature: flipBit(signature, bit) };
      expect(await refusal([statements.authority(), changed])).toBe("E_STATEMENT_SIG");
    }
    const short = { payload, signature: signature.slice(1) };
    expect(await refusal([statements.authority(), short])).toBe("E_STATEMENT_SIG");
  });

  it("when a payload was signed as something else than a statement", async () => {
    const payload = (await signed(statements.members())).payload;
    expect(payloadTypes.receipt).not.toBe(payloadTypes.statement);
    const asReceipt = await signPayload("receipt", payload, operational);
    expect(await refusal([statements.authority(), asReceipt])).toBe("E_STATEMENT_SIG");
  });

  it("when a statement is of another authority", async () => {
    expect(await refusal(complete(), { authority: "stadt-anderswo" })).toBe("E_STATEMENT_CONTEXT");
    const foreign = { ...statements.members(), authority: "stadt-anderswo" };
    expect(await refusal([statements.authority(), foreign])).toBe("E_STATEMENT_CONTEXT");
  });

  it.each(["authority", "unitKey", "members"] as const)(
    "a millisecond before and from the moment after the time of %s",
    async (name) => {
      const [other, late] = ["2026-11-10T00:00:00.000Z", "2026-12-01T00:00:00.000Z"];
      const own = { ...statements[name](), not_before: other, expires: late };
      const list = [...(name === "authority" ? [] : [statements.authority()]), own];
      const at = (time: string, shift = 0) => ({ now: new Date(Date.parse(time) + shift) });
      expect(await refusal(list, at(other))).toBe("accepted");
      expect(await refusal(list, at(late, -1))).toBe("accepted");
      expect(await refusal(list, at(other, -1))).toBe("E_STATEMENT_EXPIRED");
      expect(await refusal(list, at(late))).toBe("E_STATEMENT_EXPIRED");
    },
  );

  it("when a unit's epoch is lower than one seen before", async () => {
    const pinned = (epoch: number) => ({ pinnedEpochs: { [unitId]: epoch } });
    expect(await refusal(complete(), pinned(2))).toBe("accepted");
    expect(await refusal(complete(), pinned(3))).toBe("E_EPOCH_OLD");
  });

  it("when a unit key is for another KEM or has another length", async () => {
    const own = statements.unitKey();
    expect(await refusal([statements.authority(), { ...own, kem: "0050" }])).toBe("E_SUITE");
    const short = toBase64Url(unit.publicKey.slice(1));
    expect(await refusal([statements.authority(), statements.members(), { ...own, key: short }])).toBe("E_KEY");
  });

  it("when a number occurs twice, the chain does not fit, or an epoch does not grow", async () => {
    const first = await signed(statements.unitKey());
    const prev = toHex(createHash("sha256").update(first.payload).digest());
    const second = { ...statements.unitKey(), epoch: 3, seq: 2, prev };
    const list = (...own: (Statement | SignedBytes)[]) => refusal([statements.authority(), ...own]);
    expect(await list(first, second)).toBe("accepted");
    expect(await list(first, { ...statements.unitKey(), epoch: 3 })).toBe("E_STATEMENT_SEQ");
    expect(await list(first, { ...second, prev: "00".repeat(32) })).toBe("E_STATEMENT_SEQ");
    expect(await list(first, { ...second, epoch: 2 })).toBe("E_STATEMENT_SEQ");
    expect(await list({ ...second, prev: null })).toBe("E_STATEMENT_SEQ");
    expect(await list({ ...statements.unitKey(), prev })).toBe("E_STATEMENT_SEQ");
    expect(await list(statements.members(), { ...statements.members(), members: [] })).toBe("E_STATEMENT_SEQ");
  });

  it("when one signing key stands for two members", async () => {
    const twice = { ...statements.members(), members: [member(), { ...member(), account: otherAccountId }] };
    const list = [statements.authority(), statements.unitKey()];
    expect(await refusal([...list, statements.members()])).toBe("accepted");
    expect(await refusal([...list, twice])).toBe("E_STATEMENT");
  });

  it.each([
    ["an unknown type", (json: string) => json.replace('"members"', '"root-rotation"')],
    ["no type", (json: string) => json.replace('"type":"members",', "")],
    ["an inherited name as its type", (json: string) => json.replace('"members"', '"toString"')],
    ["an unknown field", (json: string) => json.replace("{", '{"note":"",')],
    ["a field less", (json: string) => json.replace('"seq":1,', "")],
    ["a field twice", (json: string) => json.replace('"seq":1,', '"seq":1,"seq":1,')],
    ["white space", (json: string) => json.replace(",", ", ")],
    ["number 0", (json: string) => json.replace('"seq":1', '"seq":0')],
    ["an unknown role", (json: string) => json.replace('"official"', '"root"')],
    ["a key that is too short", (json: string) => json.replace(/"signing_key":"..../, '"signing_key":"')],
    ["a time in another spelling", (json: string) => json.replace(".000Z", "Z")],
    ["a year of six digits", (json: string) => json.replace("2027-11", "+012027-11")],
    ["a number for a time", (json: string) => json.replace(/"expires":"[^"]*"/, '"expires":1')],
    ["a day that does not exist", (json: string) => json.replace("2027-11-01", "2027-02-30")],
    ["an end before its beginning", (json: string) => json.replace("2027", "2025")],
    ["a unit id in capitals", (json: string) => json.replace(unitId, unitId.toUpperCase())],
    ["a list for an object", (json: string) => `[${json}]`],
    ["something behind it", (json: string) => `${json}\n`],
  ])("when a statement has %s, although the signature is right", async (_, change) => {
    const json = JSON.stringify(statements.members());
    expect(change(json)).not.toBe(json);
    expect(await refusal([statements.authority(), await signedText(json)])).toBe("accepted");
    expect(await refusal([statements.authority(), await signedText(change(json))])).toBe("E_STATEMENT");
  });

  it("when a statement is not UTF-8", async () => {
    const { payload } = await signed(statements.members());
    const broken = await signPayload("statement", concat(payload, Uint8Array.of(0xff)), operational);
    expect(await refusal([statements.authority(), broken])).toBe("E_STATEMENT");
  });
});

describe("the head of a directory", () => {
  const signedAll = () => Promise.all(complete().map(signed));
  const first = () => signed(statements.unitKey());
  const check = (list: readonly SignedBytes[], change?: Partial<VerifyDirectoryInput>) =>
    outcome(() => verifyExactly(list, change));
  const under = async (change: Partial<DirectoryHead>, input?: Partial<VerifyDirectoryInput>) => {
    const all = await signedAll();
    return check([...all, await signed(await headOf(all, change))], input);
  };

  it("is there exactly once", async () => {
    const all = await signedAll();
    const head = await signed(await headOf(all));
    const next = await signed(await headOf(all, { seq: 2 }));
    expect(await check([...all, head])).toBe("accepted");
    expect(await check(all)).toBe("E_STATEMENT");
    expect(await check([...all, head, head])).toBe("E_STATEMENT");
    expect(await check([...all, head, next])).toBe("E_STATEMENT");
  });

  it("is signed by the operational key, by nobody else, and in time", async () => {
    const all = await signedAll();
    const head = await headOf(all);
    expect(await check([...all, await signStatement(head, root)])).toBe("E_STATEMENT_SIG");
    expect(await check([...all, await signStatement(head, official)])).toBe("E_STATEMENT_SIG");
    expect(await under({ expires: now.toISOString() })).toBe("E_STATEMENT_EXPIRED");
    expect(await under({ not_before: new Date(now.getTime() + 1).toISOString() })).toBe("E_STATEMENT_EXPIRED");
    expect(await under({ authority: "stadt-anderswo" })).toBe("E_STATEMENT_CONTEXT");
  });

  it("is never older than one seen before", async () => {
    expect(await under({ seq: 7 }, { pinnedSeqs: { authority: 1, policy: 1, head: 7 } })).toBe("accepted");
    for (const pinnedSeqs of [
      { authority: 1, policy: 1, head: 8 },
      { authority: 2, policy: 1, head: 7 },
      { authority: 1, policy: 2, head: 7 },
    ])
      expect(await under({ seq: 7 }, { pinnedSeqs })).toBe("E_HEAD_OLD");
  });

  it("is good for writing for 72 hours, and for reading as long as it is valid", async () => {
    const all = await signedAll();
    const at = (age: number) => new Date(now.getTime() - age).toISOString();
    const directory = async (age: number) =>
      verifyExactly([...all, await signed(await headOf(all, { not_before: at(age), seq: 3 }))]);
    const fresh = await directory(headMaxAgeMs);
    expect(headMaxAgeMs).toBe(72 * 60 * 60 * 1000);
    expect([fresh.seqs.head, fresh.headIssuedAt.toISOString()]).toEqual([3, at(headMaxAgeMs)]);
    expect([fresh.isFreshAt(now), fresh.isFreshAt(new Date(now.getTime() + 1))]).toEqual([true, false]);
    expect((await directory(headMaxAgeMs + 3_600_000)).isFreshAt(now)).toBe(false);
  });

  it("names what counts: nobody can hold back the newest key or the newest list of a unit", async () => {
    const [authorityStatement, unitKey, members, receipt] = (await signedAll()) as [
      SignedBytes,
      SignedBytes,
      SignedBytes,
      SignedBytes,
    ];
    const prev = toHex(createHash("sha256").update(unitKey.payload).digest());
    const nextKey = await signed({ ...statements.unitKey(), epoch: 3, seq: 2, prev });
    const nextMembers = await signed({ ...statements.members(), seq: 2, members: [] });
    const before = [authorityStatement, unitKey, members, receipt];
    const after = [...before, nextKey, nextMembers];
    const [oldHead, newHead] = [await signed(await headOf(before)), await signed(await headOf(after))];
    expect(await check([...after, newHead])).toBe("accepted");
    expect(await check([...after.filter((one) => one !== unitKey), newHead])).toBe("accepted");
    for (const held of [nextKey, nextMembers])
      expect(await check([...after.filter((one) => one !== held), newHead])).toBe("E_HEAD_MISMATCH");
    expect(await check([...after, oldHead])).toBe("E_HEAD_MISMATCH");
    expect(await check([...before, nextMembers, oldHead])).toBe("E_HEAD_MISMATCH");
  });

  it("says epoch and hashes of each of its units, once", async () => {
    const [row] = await headUnits((await signedAll()).map(({ payload }) => payload));
    if (row === undefined) throw new Error("no unit");
    expect(row.unit_key).toBe(
      createHash("sha256")
        .update((await first()).payload)
        .digest("hex"),
    );
    expect(await under({ units: [row] })).toBe("accepted");
    expect(await under({ units: [row, row] })).toBe("E_STATEMENT");
    expect(await under({ units: [{ ...row, epoch: 3 }] })).toBe("E_HEAD_MISMATCH");
    expect(await under({ units: [{ ...row, unit_key: row.members }] })).toBe("E_HEAD_MISMATCH");
    expect(await under({ units: [{ ...row, members: row.unit_key }] })).toBe("E_HEAD_MISMATCH");
    expect(await under({ units: [row, { ...row, unit_id: otherUnit }] })).toBe("E_HEAD_MISMATCH");
  });

  it("leaves a unit without key and members when it does not name it", async () => {
    const all = await signedAll();
    const directory = await verifyExactly([...all, await signed(await headOf(all, { units: [] }))]);
    expect(directory.unitKey(unitId)).toBeUndefined();
    expect(directory.signers(unitId).size).toBe(0);
  });
});

describe("the fingerprint of a root", () => {
  it("is read aloud as twelve groups of five digits", async () => {
    const fingerprint = await rootFingerprint(root.spki);
    expect(formatFingerprint(fingerprint)).toMatch(/^(?:\d{5} ){11}\d{5}$/);
    expect(formatFingerprint("0".repeat(63) + "7")).toBe(`${"00000 ".repeat(11)}00007`);
    expect(await outcome(() => formatFingerprint("7"))).toBe("E_KEY");
  });

  it("differs for another key", async () => {
    expect(await rootFingerprint(root.spki)).not.toBe(await rootFingerprint(operational.spki));
  });
});

it("signs no statement that it would refuse to read", async () => {
  expect(await outcome(() => signStatement({ ...statements.members(), seq: 0 }, operational))).toBe("E_STATEMENT");
  const backwards = { ...statements.members(), not_before: inTime.expires, expires: inTime.not_before };
  expect(await outcome(() => signStatement(backwards, operational))).toBe("E_STATEMENT");
});

describe("the log policy", () => {
  it("is there exactly once, signed by the root, because it says in which log somebody looks", async () => {
    const all = await Promise.all(complete().map(signed));
    const rest = [...all, await signed(await headOf(all))];
    const policy = statements.logPolicy();
    const withPolicies = (policies: SignedBytes[]) =>
      outcome(() => verifyDirectory({ authority, statements: [...rest, ...policies], now }));
    expect(await withPolicies([await signed(policy)])).toBe("accepted");
    expect(await withPolicies([])).toBe("E_STATEMENT");
    expect(await withPolicies([await signed(policy), await signed({ ...policy, seq: 2 })])).toBe("E_STATEMENT");
    expect(await withPolicies([await signStatement(policy, operational)])).toBe("E_STATEMENT_SIG");
  });

  it("is handed on as it was signed", async () => {
    expect((await verify(complete())).logPolicy).toEqual(statements.logPolicy());
  });
});
