import {
  CryptoError,
  createUnitEpoch,
  formatFingerprint,
  grantDigest,
  grantUnitSeed,
  importSigningKey,
  inspectGrant,
  openUnitSeed,
  sealBackLink,
  toHex,
  type UnitEpoch,
  unitKeyFingerprint,
} from "@dvd/crypto";
import type { TenantId, UnitId } from "@dvd/domain/ids";
import { listUnits } from "../accounts/list-units.ts";
import { shortDigits } from "../founding/describe-list.ts";
import { publishMembers } from "../founding/publish-members.ts";
import { type OfficeWord, publishUnitKeys } from "../founding/publish-unit-keys.ts";
import { listRecipients } from "../unit-keys/list-recipients.ts";
import { listStates } from "../unit-keys/list-states.ts";
import type { ProposeKey } from "../unit-keys/propose-key.contract.ts";
import { proposeKey } from "../unit-keys/propose-key.ts";
import { decodeBase64 } from "../wire.ts";
import type { Official, Portal } from "./portal.ts";

/** What browsers and the key office do around a new key of a unit. Every step is the real one. */

export function unitOf({ ctx }: Pick<Official, "ctx">): UnitId {
  const [unitId] = ctx.actor.unitIds;
  if (!unitId) throw new Error("the official has a unit");
  return unitId;
}

const grantorsOf = async (portal: Portal, tenantId: TenantId, unitId: UnitId) => {
  const signers = (await portal.directory(tenantId)).signers(unitId);
  return (id: string) => signers.get(id)?.spki;
};

/** Every epoch that opens for them now, the present one first. */
export async function epochsOf(
  portal: Portal,
  { ctx, keys }: Official,
  unitId = unitOf({ ctx }),
): Promise<UnitEpoch[]> {
  const own = (await listUnits(ctx)).units.find((one) => one.unitId === unitId);
  if (!own) return [];
  const { tenantId } = ctx.actor;
  const grantors = await grantorsOf(portal, tenantId, unitId);
  const open = ({ epoch, grant }: { epoch: number; grant: string }, recipient = keys.kem) =>
    openUnitSeed({ env: decodeBase64(grant), unitId, epoch, recipient, grantors }).catch(unlessRefused);
  const direct = (await Promise.all(own.seeds.map((seed) => open(seed)))).flat();
  const toFind = own.links.filter(({ epoch }) => !direct.some((unit) => unit.epoch === epoch));
  const linked = toFind.flatMap((link) => {
    const receiver = toHex(inspectGrant(decodeBase64(link.grant)).recipientKeyId);
    const later = direct.find(({ kem }) => toHex(kem.keyId) === receiver);
    return later ? [open(link, later.kem)] : [];
  });
  return [...direct, ...(await Promise.all(linked)).flat()].toSorted((one, other) => other.epoch - one.epoch);
}

function unlessRefused(error: unknown): [] {
  if (error instanceof CryptoError) return [];
  throw error;
}

/** A new key as the browser of a member makes it; `next` stays there. */
export async function makeProposal(
  portal: Portal,
  by: Official,
  unitId = unitOf(by),
): Promise<{ input: ProposeKey; next: UnitEpoch }> {
  const held = await epochsOf(portal, by, unitId);
  const next = await createUnitEpoch(unitId, (held[0]?.epoch ?? 0) + 1);
  const granting = { grantor: by.keys.signing, now: new Date() };
  const { recipients } = await listRecipients(by.ctx, { unitId });
  const grants = recipients.map(async ({ officialId, kemPublicKey }) => ({
    officialId,
    grant: await grantUnitSeed(next, { role: "official", publicKey: decodeBase64(kemPublicKey) }, granting),
  }));
  const links = held.map(async (unit) => ({ epoch: unit.epoch, grant: await sealBackLink(unit, next, granting) }));
  const sealed = { grants: await Promise.all(grants), links: await Promise.all(links) };
  return { input: { unitId, epoch: next.epoch, publicKey: next.kem.publicKey, ...sealed }, next };
}

export async function propose(portal: Portal, by: Official, unitId = unitOf(by)): Promise<UnitEpoch> {
  const { input, next } = await makeProposal(portal, by, unitId);
  await proposeKey(by.ctx, input);
  return next;
}

/** As they stand on the screen of a member: made from what was sealed for them. Of a first key they believe themselves only. */
export async function digitsFor(portal: Portal, { ctx, keys }: Official, unitId = unitOf({ ctx })): Promise<string> {
  const { tenantId, units } = await listStates(ctx);
  const unit = units.find((one) => one.unitId === unitId);
  if (!unit?.proposal?.grant) throw new Error("nothing is proposed to them");
  const { epoch, grant, seeds, links } = unit.proposal;
  const grantors = epoch === 1 ? () => keys.signing.spki : await grantorsOf(portal, tenantId, unitId);
  const opened = await openUnitSeed({ env: decodeBase64(grant ?? ""), unitId, epoch, recipient: keys.kem, grantors });
  const sealedFor = seeds.map(({ officialId, digest }) => ({ account: officialId, digest: decodeBase64(digest) }));
  const linked = links.map(async (link) => ({
    epoch: link.epoch,
    digest: await grantDigest(decodeBase64(link.grant)),
  }));
  const sealed = { seeds: sealedFor, links: await Promise.all(linked) };
  return formatFingerprint(await unitKeyFingerprint({ unitId, epoch, keyId: opened.kem.keyId, ...sealed }));
}

/** What `npm run key-office` does about keys, with the digits that it has been told, and who it knows has left. */
export async function keyOfficeSays(portal: Portal, { compared, left }: Record<keyof OfficeWord, readonly string[]>) {
  const { deps, tenantId, key } = await officeOf(portal);
  return publishUnitKeys(deps, tenantId, key, { compared: new Set(compared), left: new Set(left) });
}

/** The same, where it knows of everybody who has left. */
export async function keyOffice(portal: Portal, ...compared: string[]) {
  const seen = await keyOfficeSays(portal, { compared: [], left: [] });
  const gone = seen.flatMap(({ people }) => people.filter(({ standing }) => standing === "leaves"));
  return keyOfficeSays(portal, { compared, left: gone.map(({ digits }) => shortDigits(digits)) });
}

/** The key office has met everybody who waits to be taken into a signed list. */
export async function takeInAll(portal: Portal) {
  const { deps, tenantId, key } = await officeOf(portal);
  const waiting = await publishMembers(deps, tenantId, key, new Set());
  await publishMembers(deps, tenantId, key, new Set(waiting.map(({ digits }) => digits)));
  await portal.growLog();
}

async function officeOf(portal: Portal) {
  const [town] = portal.authorities;
  if (!town) throw new Error("the portal has a town");
  const key = await importSigningKey(town.operationalKey);
  return { deps: { ...portal.deps, db: portal.owner }, tenantId: town.tenantId, key };
}

/** A new key from the proposal to the moment when every reader is shown it. */
export async function rotate(portal: Portal, by: Official): Promise<UnitEpoch> {
  const next = await propose(portal, by);
  await keyOffice(portal, await digitsFor(portal, by));
  await portal.growLog();
  return next;
}
