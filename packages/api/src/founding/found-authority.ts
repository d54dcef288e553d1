import {
  createUnitEpoch,
  generateSigningKey,
  grantUnitSeed,
  type LogPolicyStatement,
  type MemberRole,
  toBase64Url,
  toHex,
} from "@dvd/crypto";
import { addMembers, addOfficial, addSeedGrant, addTenant, addTenantRole } from "@dvd/db/repositories/founding";
import type { TenantRole } from "@dvd/domain/actor";
import type { OfficialId, TenantId, UnitId } from "@dvd/domain/ids";
import type { RoutingRule } from "@dvd/domain/routing/rule";
import { newId } from "../context.ts";
import { addFirstOfficial, type FirstOfficial } from "./add-first-official.ts";
import { publishDirectoryHead } from "./publish-directory-head.ts";
import { publishRules } from "./publish-rules.ts";
import { type FoundingDeps, type Publish, statementPublisher } from "./publish-statement.ts";

export type Founding = {
  slug: string;
  name: string;
  /** `slug`: what rules and officials of this founding call it. Later it has its name, which an admin may change. */
  units: readonly { slug: string; name: string }[];
  officials: readonly { name: string; unit: string; postSign: string; subjectHash: Uint8Array<ArrayBuffer> }[];
  /** Who administers the authority or reads its audit log. They need no keys, because they open nothing. */
  staff?: readonly { role: TenantRole; postSign: string; subjectHash: Uint8Array<ArrayBuffer> }[];
  rules: readonly (Omit<RoutingRule, "unitId"> & { unit: string })[];
  /** Public half of the key with which the portal signs receipts: the authority vouches for it. */
  receiptSpki: Uint8Array;
  /** The public log that the authority wants its keys to stand in, and the witnesses that it believes. */
  log: LogChoice;
};

export type LogChoice = Pick<LogPolicyStatement, "origin" | "log_key" | "witnesses" | "threshold">;

type Unit = { id: UnitId; slug: string; name: string };

/**
 * An authority as its founders make it: a root key for its safe, statements signed under it, and for each unit a first
 * member who can read. Returns the private halves that the authority must keep; nothing of them is stored.
 */
export async function foundAuthority(deps: FoundingDeps, founding: Founding) {
  const tenantId = newId<TenantId>(deps);
  const units: Unit[] = founding.units.map(({ slug, name }) => ({ id: newId<UnitId>(deps), slug, name }));
  await addTenant(
    deps.db,
    { id: tenantId, slug: founding.slug, name: founding.name },
    units.map(({ id, name }) => ({ id, tenantId, name })),
  );

  const root = await generateSigningKey();
  const operational = await generateSigningKey();
  const publish = statementPublisher(deps, tenantId);
  await publish(root.key, {
    type: "authority",
    name: founding.name,
    root: toBase64Url(root.key.spki),
    operational: toBase64Url(operational.key.spki),
    seq: 1,
  });
  await publish(root.key, { type: "log-policy", ...founding.log, seq: 1 });
  await publish(operational.key, { type: "receipt-key", key: toBase64Url(founding.receiptSpki) });

  const officials: FirstOfficial[] = [];
  for (const official of founding.officials) officials.push(await addFirstOfficial(deps, tenantId, official));
  for (const { role, ...person } of founding.staff ?? []) {
    const officialId = newId<OfficialId>(deps);
    await addOfficial(deps.db, { id: officialId, tenantId, ...person });
    await addTenantRole(deps.db, { tenantId, officialId, role });
  }
  for (const unit of units) {
    const members = officials.filter((official) => official.unit === unit.slug);
    await openUnit(deps, tenantId, unit, members, (statement) => publish(operational.key, statement));
  }
  await publishDirectoryHead(deps, tenantId, operational.key);
  const rules = founding.rules.map(({ unit, ...rule }) => ({ ...rule, unitId: unitIdOf(units, unit) }));
  await publishRules(deps, tenantId, rules);
  return { tenantId, units, officials, rootKey: root.pkcs8, operationalKey: operational.pkcs8 };
}

/** The unit's first key. Whoever founds the unit leads it, and grants the seed as a lead does for every later member. */
async function openUnit(
  deps: FoundingDeps,
  tenantId: TenantId,
  unit: Unit,
  members: FirstOfficial[],
  publish: (statement: Parameters<Publish>[1]) => Promise<void>,
) {
  const [lead] = members;
  if (!lead) throw new Error("a unit without a member could read nothing");
  const role: MemberRole = "lead";
  const unitId = unit.id;
  const { kem, ...epoch } = await createUnitEpoch(unitId, 1);
  await publish({
    type: "unit-key",
    unit_id: unitId,
    epoch: epoch.epoch,
    kem: "0051",
    key: toBase64Url(kem.publicKey),
    seq: 1,
    prev: null,
  });
  await publish({
    type: "members",
    unit_id: unitId,
    seq: 1,
    members: members.map(({ officialId, keys }) => ({
      account: officialId,
      role,
      signing_key: toBase64Url(keys.signing.spki),
      kem_key_id: toHex(keys.kem.keyId),
    })),
  });

  await addMembers(
    deps.db,
    members.map(({ officialId }) => ({ tenantId, unitId, officialId, role })),
  );
  for (const { officialId, keys } of members) {
    const recipient = { role: "official" as const, publicKey: keys.kem.publicKey };
    const by = { grantor: lead.keys.signing, now: deps.now() };
    const envelope = await grantUnitSeed({ ...epoch, kem }, recipient, by);
    await addSeedGrant(deps.db, { tenantId, unitId, epoch: 1, officialId, recipientKeyId: keys.kem.keyId, envelope });
  }
}

function unitIdOf(units: readonly Unit[], slug: string): UnitId {
  const unit = units.find((candidate) => candidate.slug === slug);
  if (!unit) throw new Error(`a rule names ${slug}, which is no unit of this authority`);
  return unit.id;
}
