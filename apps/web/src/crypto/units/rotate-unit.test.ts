import {
  type AccountKeys,
  accountKeys,
  createAccount,
  createUnitEpoch,
  formatFingerprint,
  grantDigest,
  grantUnitSeed,
  openUnitSeed,
  sealBackLink,
  toHex,
  type UnitEpoch,
  unitKeyFingerprint,
} from "@dvd/crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64, toBase64 } from "../base64.ts";
import type { TrustedDirectory } from "../trust.ts";
import type { KeysAnswer } from "../wire-types.ts";
import { openUnitEpochs } from "./open-units.ts";
import { createRotations } from "./rotate-unit.ts";

const [tenantId, unitId] = [crypto.randomUUID(), crypto.randomUUID()];
type Person = { officialId: string; keys: AccountKeys };
async function person(): Promise<Person> {
  const officialId = crypto.randomUUID();
  return { officialId, keys: await accountKeys((await createAccount({ accountId: officialId })).vault) };
}
let [rotating, colleague, leaver] = [] as unknown as [Person, Person, Person];
let [first, second] = [] as unknown as [UnitEpoch, UnitEpoch];
beforeAll(async () => {
  [rotating, colleague, leaver] = [await person(), await person(), await person()];
  [first, second] = [await createUnitEpoch(unitId, 1), await createUnitEpoch(unitId, 2)];
});

const now = () => new Date();
const recipientOf = ({ officialId, keys }: Person) => ({ officialId, kemPublicKey: toBase64(keys.kem.publicKey) });
const lookup = (...people: Person[]) => {
  const spkis = new Map(people.map(({ keys }) => [toHex(keys.signing.keyId), keys.signing.spki]));
  return (id: string) => spkis.get(id);
};

/** As `readDirectory` leaves it: verified, with these members and this key. The answer of the server is not looked at. */
function directoryOf(members: readonly Person[], unit: UnitEpoch, isFresh = true) {
  const signers = new Map(
    members.map(({ officialId, keys }) => [
      toHex(keys.signing.keyId),
      { account: officialId, role: "official" as const, spki: keys.signing.spki, kemKeyId: toHex(keys.kem.keyId) },
    ]),
  );
  const { epoch, kem } = unit;
  const validity = { validFrom: new Date(0), validUntil: new Date(Date.now() + 1e9) };
  const parts: Pick<TrustedDirectory, "unitKey" | "signers" | "isFreshAt"> = {
    unitKey: (id) => (id === unitId ? { epoch, publicKey: kem.publicKey, keyId: kem.keyId, ...validity } : undefined),
    signers: (id) => (id === unitId ? signers : new Map()),
    isFreshAt: () => isFresh,
  };
  // The rest of a directory has nothing to say about a new key.
  return parts as TrustedDirectory;
}

const answer = {} as KeysAnswer;
const rotationsOf = (by: Person, units: readonly UnitEpoch[], directory: TrustedDirectory) =>
  createRotations({
    now,
    opened: () => ({ vault: { accountId: by.officialId }, keys: by.keys, units }),
    trusted: async () => directory,
  });
/** As the server lists for whom a key was sealed. */
const digestsOf = (grants: readonly { officialId: string; grant: string }[]) =>
  Promise.all(
    grants.map(async ({ officialId, grant }) => {
      return { officialId, digest: toBase64(await grantDigest(fromBase64(grant))) };
    }),
  );
const proposedBy = (by: Person, units: readonly UnitEpoch[], directory: TrustedDirectory, ...to: Person[]) =>
  rotationsOf(by, units, directory).proposeUnitKey(tenantId, unitId, to.map(recipientOf), answer);

describe("proposing a new key of a unit", () => {
  it("seals the next epoch for the members, links every earlier one to it, and tells everybody the same digits", async () => {
    const directory = directoryOf([rotating, colleague], second);
    const made = await proposedBy(rotating, [first, second], directory, rotating, colleague);
    expect([made.epoch, made.links.map(({ epoch }) => epoch)]).toEqual([3, [1, 2]]);

    const grant = made.grants.find(({ officialId }) => officialId === colleague.officialId)?.grant ?? "";
    const seeds = [{ epoch: 3, grant }];
    const unit = { unitId, name: "Stelle", role: "official" as const, seeds, links: made.links };
    const signed = await openUnitSeed({
      env: fromBase64(grant),
      unitId,
      epoch: 3,
      recipient: colleague.keys.kem,
      grantors: lookup(rotating),
    });
    const { units: epochs } = await openUnitEpochs([unit], colleague.keys, directoryOf([rotating, colleague], signed));
    expect(epochs.map(({ kem }) => toHex(kem.keyId)).toSorted()).toEqual(
      [first, second, signed].map(({ kem }) => toHex(kem.keyId)).toSorted(),
    );
    expect(toBase64(signed.kem.publicKey)).toBe(made.publicKey);

    const listed = await digestsOf(made.grants);
    const seeds3 = listed.map(({ officialId, digest }) => ({ account: officialId, digest: fromBase64(digest) }));
    const links3 = made.links.map(async (link) => {
      return { epoch: link.epoch, digest: await grantDigest(fromBase64(link.grant)) };
    });
    const sealed = { unitId, epoch: 3, keyId: signed.kem.keyId, seeds: seeds3, links: await Promise.all(links3) };
    const expected = formatFingerprint(await unitKeyFingerprint(sealed));
    for (const one of [rotating, colleague]) {
      const own = made.grants.find(({ officialId }) => officialId === one.officialId)?.grant ?? "";
      const rotations = rotationsOf(one, [first, second], directory);
      const proposed = { unitId, epoch: 3, grant: own, seeds: listed, links: made.links };
      expect(await rotations.proposedDigits(tenantId, proposed, answer)).toEqual({ is: "shown", digits: expected });
    }
  });

  it("seals for no key that the authority has not signed for this very person, whatever the server says", async () => {
    const directory = directoryOf([rotating, colleague], first);
    const theirsUnderAnotherName = { ...colleague, keys: { ...colleague.keys, kem: leaver.keys.kem } };
    for (const wrong of [leaver, theirsUnderAnotherName, { ...leaver, officialId: colleague.officialId }]) {
      const attempt = proposedBy(rotating, [first], directory, rotating, wrong);
      await expect(attempt).rejects.toMatchObject({ code: "E_KEY" });
    }
    await expect(proposedBy(rotating, [first], directory, rotating, colleague)).resolves.toMatchObject({ epoch: 2 });
  });

  it("needs the present key, and a directory that somebody has confirmed of late", async () => {
    const members = [rotating, colleague];
    const other = await createUnitEpoch(unitId, 2);
    for (const held of [[], [first], [first, other]])
      await expect(proposedBy(rotating, held, directoryOf(members, second), rotating)).rejects.toMatchObject({
        code: "E_STATE",
      });
    const stale = proposedBy(rotating, [second], directoryOf(members, second, false), rotating);
    await expect(stale).rejects.toMatchObject({ code: "E_LOG_OLD" });
  });

  it("shows no digits of what somebody outside the signed list has sealed", async () => {
    const grantor = leaver.keys.signing;
    const sealed = await grantUnitSeed(
      second,
      { role: "official", publicKey: colleague.keys.kem.publicKey },
      { grantor, now: now() },
    );
    const link = await sealBackLink(first, second, { grantor, now: now() });
    const grant = toBase64(sealed);
    const listed = await digestsOf([{ officialId: colleague.officialId, grant }]);
    const proposed = { unitId, epoch: 2, grant, seeds: listed, links: [{ epoch: 1, grant: toBase64(link) }] };
    const rotations = (...members: Person[]) => rotationsOf(colleague, [first], directoryOf(members, first));
    await expect(rotations(rotating, colleague).proposedDigits(tenantId, proposed, answer)).rejects.toMatchObject({
      code: "E_SENDER",
    });
    expect(await rotations(leaver, colleague).proposedDigits(tenantId, proposed, answer)).toMatchObject({
      digits: expect.stringMatching(/^\d{5}( \d{5}){11}$/),
    });
  });

  it("shows no digits of a key that does not open every earlier one, or that nobody can hold against them", async () => {
    const directory = directoryOf([rotating, colleague], second);
    const made = await proposedBy(rotating, [first, second], directory, rotating, colleague);
    const grant = made.grants.find(({ officialId }) => officialId === colleague.officialId)?.grant ?? "";
    const recipient = colleague.keys.kem;
    const opening = { env: fromBase64(grant), unitId, epoch: 3, recipient, grantors: lookup(rotating) };
    const third = await openUnitSeed(opening);
    const [one, two] = made.links;
    if (!one || !two) throw new Error("two keys came before");
    const by = (person: Person) => ({ grantor: person.keys.signing, now: now() });
    const linkTo = async (unit: UnitEpoch, newer = third, person = rotating) => ({
      epoch: unit.epoch,
      grant: toBase64(await sealBackLink(unit, newer, by(person))),
    });
    const [made1, elsewhere] = [await createUnitEpoch(unitId, 1), await createUnitEpoch(unitId, 3)];
    const damaged = { ...one, grant: `${one.grant.slice(0, -8)}AAAAAAAA` };
    const listed = await digestsOf(made.grants);
    const check = (links: typeof made.links, held: readonly UnitEpoch[] = [first, second]) =>
      rotationsOf(colleague, held, directory).proposedDigits(
        tenantId,
        { unitId, epoch: 3, grant, seeds: listed, links },
        answer,
      );

    const losing = [
      [two],
      [one],
      [],
      [damaged, two],
      [await linkTo(made1), two],
      [await linkTo(first, elsewhere), two],
      [await linkTo(first, third, leaver), two],
      [{ ...one, epoch: 2 }, two],
    ];
    for (const [at, links] of losing.entries()) expect([at, await check(links)]).toEqual([at, { is: "losing" }]);
    expect(await check([one, two], [])).toEqual({ is: "unchecked" });
    expect(await check([one, two], [first])).toEqual({ is: "unchecked" });
    expect(await check([two, await linkTo(first)])).toMatchObject({ is: "shown" });
    // Who came later holds the present one only: what else is linked has to open at least.
    expect(await check([one, two], [second])).toMatchObject({ is: "shown" });
    expect(await check([damaged, two], [second])).toEqual({ is: "losing" });
  });
});

describe("the digits of a proposed key", () => {
  it("stand for what was sealed for everybody, and are shown only where the own envelope is among it", async () => {
    const directory = directoryOf([rotating, colleague], first);
    const made = await proposedBy(rotating, [first], directory, rotating, colleague);
    const own = made.grants.find(({ officialId }) => officialId === colleague.officialId);
    if (!own) throw new Error("sealed for the colleague");
    const listed = await digestsOf(made.grants);
    const check = (seeds: typeof listed, links = made.links) =>
      rotationsOf(colleague, [first], directory).proposedDigits(
        tenantId,
        { unitId, epoch: 2, grant: own.grant, seeds, links },
        answer,
      );
    const good = await check(listed);
    expect(good).toMatchObject({ is: "shown" });
    const withDigest = (of: Person, digest: string) =>
      listed.map((one) => (one.officialId === of.officialId ? { ...one, digest } : one));
    const elsewhere = toBase64(new Uint8Array(32));
    const exchanged = await check(withDigest(rotating, elsewhere));
    expect(exchanged).toMatchObject({ is: "shown" });
    expect(exchanged).not.toEqual(good);
    // Opens as well, and is not the link that the digits were made with.
    const granting = { grantor: rotating.keys.signing, now: now() };
    const { kem } = await openUnitSeed({
      env: fromBase64(own.grant),
      unitId,
      epoch: 2,
      recipient: colleague.keys.kem,
      grantors: lookup(rotating),
    });
    const again = toBase64(await sealBackLink(first, { unitId, epoch: 2, kem }, granting));
    expect(await check(listed, [{ epoch: 1, grant: again }])).not.toEqual(good);

    const withoutOwn = listed.filter(({ officialId }) => officialId !== colleague.officialId);
    for (const seeds of [withoutOwn, withDigest(colleague, elsewhere), []])
      await expect(check(seeds)).rejects.toMatchObject({ code: "E_CONTEXT" });
  });
});

describe("the first key of a unit", () => {
  // Verified, and it names no key and no member of this unit.
  const before = (): TrustedDirectory => ({ ...directoryOf([], first), unitKey: () => undefined });

  it("is sealed for the one who makes it, who alone is told its digits", async () => {
    const made = await proposedBy(rotating, [], before(), rotating);
    expect([made.epoch, made.grants.length, made.links]).toEqual([1, 1, []]);
    const grant = made.grants[0]?.grant ?? "";
    const opening = {
      env: fromBase64(grant),
      unitId,
      epoch: 1,
      recipient: rotating.keys.kem,
      grantors: lookup(rotating),
    };
    const { kem } = await openUnitSeed(opening);
    expect(toBase64(kem.publicKey)).toBe(made.publicKey);
    const seeds = await digestsOf(made.grants);
    const sealed = seeds.map(({ officialId, digest }) => ({ account: officialId, digest: fromBase64(digest) }));
    const key = { unitId, epoch: 1, keyId: kem.keyId };
    const digits = formatFingerprint(await unitKeyFingerprint({ ...key, seeds: sealed, links: [] }));
    const proposed = { unitId, epoch: 1, grant, seeds, links: [] };
    const check = (change: object) =>
      rotationsOf(rotating, [], before()).proposedDigits(tenantId, { ...proposed, ...change }, answer);
    expect(await check({})).toEqual({ is: "shown", digits });
    const another = { officialId: colleague.officialId, digest: toBase64(new Uint8Array(32)) };
    for (const change of [{ seeds: [...seeds, another] }, { links: [{ epoch: 1, grant }] }, { seeds: [] }])
      await expect(check(change)).rejects.toMatchObject({ code: "E_CONTEXT" });
  });

  it("is made for nobody else and for no other key, whatever the server says", async () => {
    const underTheirName = { ...rotating, keys: { ...rotating.keys, kem: colleague.keys.kem } };
    for (const to of [[], [colleague], [rotating, colleague], [underTheirName]])
      await expect(proposedBy(rotating, [], before(), ...to)).rejects.toMatchObject({ code: "E_KEY" });
    const stale = { ...before(), isFreshAt: () => false };
    await expect(proposedBy(rotating, [], stale, rotating)).rejects.toMatchObject({ code: "E_LOG_OLD" });
  });

  it("shows no digits of what somebody else has sealed, and comes never again to who holds one", async () => {
    const to = { role: "official" as const, publicKey: rotating.keys.kem.publicKey };
    const grant = toBase64(await grantUnitSeed(first, to, { grantor: colleague.keys.signing, now: now() }));
    const seeds = await digestsOf([{ officialId: rotating.officialId, grant }]);
    const proposed = { unitId, epoch: 1, grant, seeds, links: [] };
    const seen = rotationsOf(rotating, [], before()).proposedDigits(tenantId, proposed, answer);
    await expect(seen).rejects.toMatchObject({ code: "E_SENDER" });
    await expect(proposedBy(rotating, [first], before(), rotating)).rejects.toMatchObject({ code: "E_STATE" });
  });
});

describe("opening the keys of a unit", () => {
  const unitWith = async (by: Person, seeds: readonly UnitEpoch[], links: readonly [UnitEpoch, UnitEpoch][] = []) => {
    const granting = { grantor: by.keys.signing, now: now() };
    const publicKey = colleague.keys.kem.publicKey;
    return {
      unitId,
      name: "Stelle",
      role: "official" as const,
      seeds: await Promise.all(
        seeds.map(async (unit) => {
          const grant = toBase64(await grantUnitSeed(unit, { role: "official", publicKey }, granting));
          return { epoch: unit.epoch, grant };
        }),
      ),
      links: await Promise.all(
        links.map(async ([older, newer]) => {
          return { epoch: older.epoch, grant: toBase64(await sealBackLink(older, newer, granting)) };
        }),
      ),
    };
  };
  /** With one bit of the sealed secret turned, and signed again by the same person. */
  async function resigned(env: Uint8Array, { privateKey }: AccountKeys["signing"]) {
    const fields = env.slice(0, 1825);
    fields[1800] = (fields[1800] ?? 0) ^ 1;
    const message = new Uint8Array([...new TextEncoder().encode("PSE1 grant v1\0"), ...fields]);
    const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-384" }, privateKey, message);
    return new Uint8Array([...fields, ...new Uint8Array(signature)]);
  }
  const open = (unit: Awaited<ReturnType<typeof unitWith>>, directory: TrustedDirectory) =>
    openUnitEpochs([unit], colleague.keys, directory);

  const seen = async (opening: ReturnType<typeof open>) => {
    const { units, closed } = await opening;
    return { open: units.map(({ epoch }) => epoch), closed: closed.map(({ epoch }) => epoch) };
  };

  it("takes neither a seed nor a link from somebody who has left, and tells which keys stay closed", async () => {
    const directory = directoryOf([rotating, colleague], second);
    const links: [UnitEpoch, UnitEpoch][] = [[first, second]];
    expect(await seen(open(await unitWith(rotating, [second], links), directory))).toEqual({
      open: [2, 1],
      closed: [],
    });
    const ofLeaver = await unitWith(leaver, [second], links);
    expect(await seen(open(ofLeaver, directory))).toEqual({ open: [], closed: [2] });
    const mixed = { ...(await unitWith(rotating, [second])), links: ofLeaver.links };
    expect(await seen(open(mixed, directory))).toEqual({ open: [2], closed: [1] });
  });

  it("opens the others where one does not open, and an earlier one by any way that leads there", async () => {
    const directory = directoryOf([rotating, colleague], second);
    const [good, ofLeaver] = [await unitWith(rotating, [second], [[first, second]]), await unitWith(leaver, [first])];
    // An own copy from somebody who has left since: the link leads to the same key.
    const both = { ...good, seeds: [...ofLeaver.seeds, ...good.seeds] };
    expect(await seen(open(both, directory))).toEqual({ open: [2, 1], closed: [] });
    const noForm = { ...good, links: [{ epoch: 1, grant: "AAAA" }] };
    expect(await seen(open(noForm, directory))).toEqual({ open: [2], closed: [1] });
    const elsewhere = { ...ofLeaver, unitId: crypto.randomUUID() };
    expect(await seen(openUnitEpochs([elsewhere, good], colleague.keys, directory))).toEqual({
      open: [2, 1],
      closed: [1],
    });
  });

  it("refuses a seed under the number of the signed key that is not the one citizens seal for", async () => {
    const other = await createUnitEpoch(unitId, 2);
    const unit = await unitWith(rotating, [other]);
    expect(await seen(open(unit, directoryOf([rotating], second)))).toEqual({ open: [], closed: [2] });
    expect(await seen(open(unit, directoryOf([rotating], other)))).toEqual({ open: [2], closed: [] });
  });

  it("names as evidence what a member has sealed without the key in it, and not what it cannot judge", async () => {
    const directory = directoryOf([rotating, colleague], second);
    const evidence = async (unit: Awaited<ReturnType<typeof unitWith>>) =>
      (await open(unit, directory)).closed.map(({ epoch, grant }) => [epoch, grant]);
    const other = await unitWith(rotating, [await createUnitEpoch(unitId, 2)]);
    expect(await evidence(other)).toEqual([[2, other.seeds[0]?.grant]]);

    // Signed as it should be, over a ciphertext that was sealed for another key.
    const good = await unitWith(rotating, [second]);
    const unopenable = toBase64(await resigned(fromBase64(good.seeds[0]?.grant ?? ""), rotating.keys.signing));
    expect(await evidence({ ...good, seeds: [{ epoch: 2, grant: unopenable }] })).toEqual([[2, unopenable]]);

    // Their name may come with the next signed list; a damaged one was not sealed so by anybody.
    expect(await evidence(await unitWith(leaver, [second]))).toEqual([[2, null]]);
    const damaged = `${good.seeds[0]?.grant.slice(0, -8)}AAAAAAAA`;
    expect(await evidence({ ...good, seeds: [{ epoch: 2, grant: damaged }] })).toEqual([[2, null]]);
    expect(await evidence(good)).toEqual([]);
  });

  it("leaves out a link to a key that is only proposed", async () => {
    const third = await createUnitEpoch(unitId, 3);
    const links: [UnitEpoch, UnitEpoch][] = [[second, third]];
    const unit = await unitWith(rotating, [second], links);
    expect(await seen(open(unit, directoryOf([rotating], second)))).toEqual({ open: [2], closed: [] });
  });
});
