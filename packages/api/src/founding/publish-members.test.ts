import { importSigningKey, toHex, verifyDirectory } from "@dvd/crypto";
import { afterAll, describe, expect, it } from "vitest";
import { getKeys } from "../directory/get-keys.ts";
import { digitsOf, giveKey } from "../testing/appoint.ts";
import { type Official, openPortal } from "../testing/portal.ts";
import { decodeBase64 } from "../wire.ts";
import { publishMembers } from "./publish-members.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const [town] = portal.authorities;
if (!town) throw new Error("the portal has a town");
const { tenantId } = town;
const operationalKey = await importSigningKey(town.operationalKey);
const deps = { ...portal.deps, db: portal.owner };
const publish = (...compared: string[]) => publishMembers(deps, tenantId, operationalKey, new Set(compared));

/** Has the key of the unit, and is believed by nobody outside yet. */
async function newcomerWithKey(): Promise<Official & { digits: string }> {
  const newcomer = await portal.recruit("official");
  await giveKey(portal, newcomer);
  return { ...newcomer, digits: await digitsOf(newcomer) };
}

/** What every browser believes now. */
async function served() {
  await portal.growLog();
  const { statements } = await getKeys(portal.deps, { tenantId, knownLogSize: 0 });
  const signed = statements.map(({ payload, signature }) => ({
    payload: decodeBase64(payload),
    signature: decodeBase64(signature),
  }));
  return verifyDirectory({ authority: tenantId, statements: signed, now: portal.deps.now() });
}

describe("the signed list of members", () => {
  it("takes in whose digits were compared, keeps everybody else, and is named by a new head", async () => {
    const newcomer = await newcomerWithKey();
    const [unitId = ""] = newcomer.ctx.actor.unitIds;
    const before = await served();
    const open = { unit: "Front office", postSign: expect.any(String), digits: newcomer.digits };
    expect(await publish()).toEqual([{ ...open, isTaken: false }]);
    expect((await served()).seqs.head).toBe(before.seqs.head);

    expect(await publish(newcomer.digits)).toEqual([{ ...open, isTaken: true }]);
    const directory = await served();
    const keyId = toHex(newcomer.keys.signing.keyId);
    expect(directory.signers(unitId).get(keyId)).toMatchObject({
      account: newcomer.ctx.actor.officialId,
      role: "official",
    });
    for (const known of before.signers(unitId).keys()) expect(directory.signers(unitId).has(known)).toBe(true);
    expect(directory.seqs.head).toBe(before.seqs.head + 1);
    expect(await publish(newcomer.digits)).toEqual([]);
  });

  it("takes in nobody whose keys the database was made to say: their digits are others", async () => {
    const [newcomer, thief] = [await newcomerWithKey(), await portal.recruit("official")];
    const { officialId } = newcomer.ctx.actor;
    await portal.sql`update accounts set signing_key = ${Buffer.from(thief.keys.signing.spki)} where id = ${officialId}`;
    const [seen] = await publish(newcomer.digits);
    expect(seen?.isTaken).toBe(false);
    expect(seen?.digits).not.toBe(newcomer.digits);
    const [unitId = ""] = newcomer.ctx.actor.unitIds;
    const signers = (await served()).signers(unitId);
    expect(signers.has(toHex(thief.keys.signing.keyId))).toBe(false);
  });
});
