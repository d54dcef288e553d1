import { randomBytes, randomUUID } from "node:crypto";
import { genericForm } from "@dvd/domain/form/generic-form";
import type {
  CaseId,
  CitizenId,
  CollectorTokenId,
  DocumentId,
  InvitationId,
  MessageId,
  OfficialId,
  TenantId,
  ThreadId,
  UnitId,
} from "@dvd/domain/ids";
import { plainService } from "@dvd/domain/service/testing";
import { and, eq, sql } from "drizzle-orm";
import { createDb, type Db } from "./client.ts";
import { openCitizenSession } from "./repositories/identity.ts";
import { serviceRow } from "./repositories/search.ts";
import { accounts, deviceLinks, vaultSlots, vaults } from "./schema/accounts.ts";
import { auditCheckpoints, auditIntake } from "./schema/audit.ts";
import { begunUploads } from "./schema/begun-uploads.ts";
import { caseEvents } from "./schema/case-events.ts";
import { caseGrants, cases, receipts } from "./schema/cases.ts";
import { drafts } from "./schema/drafts.ts";
import { places, routingRuleSets, searchWords, services, statements, tenants, units } from "./schema/directory.ts";
import { idempotencyKeys } from "./schema/once.ts";
import { documents, type SenderKind, uploadParts } from "./schema/documents.ts";
import { formDefinitions } from "./schema/forms.ts";
import { collectorTokens } from "./schema/collectors.ts";
import { invitations } from "./schema/invitations.ts";
import { messages, threads } from "./schema/messages.ts";
import { accountRenewals, asideVaults, copyRequests } from "./schema/renewals.ts";
import { officials, tenantRoles, unitDepartures, unitMembers, unitSeedGrants } from "./schema/people.ts";
import { unitBackLinks, unitKeyProposalGrants, unitKeyProposals } from "./schema/unit-keys.ts";
import { type CitizenTx, type ScopedTx, withCitizen, withTenant } from "./tenant.ts";
import type { TestDb } from "./testing.ts";

/** For tests: two authorities that know nothing of each other, each with one official and one citizen's case. */

const bytes = (length: number) => new Uint8Array(randomBytes(length));
// A fresh id of whatever brand the receiver wants.
const newId = <Id extends string>() => randomUUID() as string as Id;

export type Office = {
  tenantId: TenantId;
  unitId: UnitId;
  otherUnitId: UnitId;
  officialId: OfficialId;
  officialSubject: Uint8Array<ArrayBuffer>;
  citizenId: CitizenId;
  citizenSubject: Uint8Array<ArrayBuffer>;
  collectorId: CollectorTokenId;
  case: TestCase;
  draft: TestCase;
};
export type TestCase = { id: CaseId; threadId: ThreadId; documentId: DocumentId };

export const serviceKey = "wohngeld";

/** Makes both offices as `dvd_owner` where the seed would, and as `dvd_app` in the right scope everywhere else. */
export async function makeWorld(test: TestDb): Promise<{ here: Office; there: Office }> {
  const owner = createDb(test.ownerUrl, { applicationName: "seed", max: 1 });
  try {
    await owner.db.insert(services).values(serviceRow(plainService(serviceKey, serviceKey)));
    await owner.db.insert(searchWords).values({ word: "wohngeld" });
    await owner.db.insert(formDefinitions).values({
      id: newId(),
      serviceKey,
      version: 1,
      definition: genericForm,
      hash: bytes(32),
      publishedAt: new Date(),
    });
    await owner.db.insert(places).values({ postalCode: "05123", ars: "980010000001", name: "Here", contact: null });
    const world = {
      here: await makeOffice(owner.db, test.db, "here"),
      there: await makeOffice(owner.db, test.db, "there"),
    };
    await test.workerDb.execute(sql`select audit_link(100)`);
    for (const office of [world.here, world.there]) await signAndRecordMore(test.workerDb, office);
    return world;
  } finally {
    await owner.close();
  }
}

async function makeOffice(owner: Db, app: Db, slug: string): Promise<Office> {
  const office = {
    tenantId: newId<TenantId>(),
    unitId: newId<UnitId>(),
    otherUnitId: newId<UnitId>(),
    officialId: newId<OfficialId>(),
    officialSubject: bytes(32),
    citizenId: newId<CitizenId>(),
    citizenSubject: bytes(32),
    collectorId: newId<CollectorTokenId>(),
  };
  await publishOffice(owner, slug, office);
  await openSessionOf(app, office.citizenSubject, office.citizenId);
  await joinAsOfficial(app, office);
  await administer(owner, app, office);
  const sent = await withCitizen(app, office.citizenId, async (tx) => {
    await createAccount(tx, { id: office.citizenId, kind: "citizen", citizenId: office.citizenId });
    return submitCase(tx, office);
  });
  await answer(app, office, sent);
  await withCitizen(app, office.citizenId, async (tx) => {
    await askForCopies(tx, office, sent);
    await tx
      .insert(drafts)
      .values({ citizenId: office.citizenId, draftId: newId(), version: 1, sealed: bytes(99), updatedAt: new Date() });
    await tx.insert(begunUploads).values({ blobKey: newId(), citizenId: office.citizenId, bytes: 1024 });
  });
  const draft = await withCitizen(app, office.citizenId, (tx) => draftCase(tx, office));
  return { ...office, case: sent, draft };
}

type NewOffice = Omit<Office, "case" | "draft">;

async function publishOffice(owner: Db, slug: string, office: NewOffice) {
  const { tenantId, unitId, otherUnitId, officialId } = office;
  await owner.insert(tenants).values({ id: tenantId, slug, name: slug });
  await owner.insert(units).values([
    { id: unitId, tenantId, name: "unit" },
    { id: otherUnitId, tenantId, name: "other unit" },
  ]);
  await owner
    .insert(routingRuleSets)
    .values({ id: newId(), tenantId, version: 1, rules: [], publishedAt: new Date(), hash: bytes(32) });
  await owner
    .insert(statements)
    .values({ id: newId(), tenantId, kind: "authority", sequence: 1, payload: bytes(9), signature: bytes(96) });
  await owner
    .insert(officials)
    .values({ id: officialId, tenantId, subjectHash: office.officialSubject, postSign: "1" });
  await owner.insert(unitMembers).values({ tenantId, unitId, officialId, role: "lead" });
  await owner.insert(tenantRoles).values({ tenantId, officialId, role: "auditor" });
}

const openSessionOf = (app: Db, subjectHash: Uint8Array, newCitizenId: CitizenId) =>
  openCitizenSession(app, {
    subjectHash,
    newCitizenId,
    session: {
      id: newId(),
      assurance: "low",
      authenticatedAt: new Date(),
      loginHash: bytes(32),
      providerSessionHash: null,
      device: { browser: "other", system: "other" },
      former: null,
    },
  });

const joinAsOfficial = (app: Db, { tenantId, unitId, officialId, collectorId }: NewOffice) =>
  withTenant(app, { tenantId, officialId }, async (tx) => {
    await createAccount(tx, { id: officialId, kind: "official", tenantId });
    await tx
      .insert(unitSeedGrants)
      .values({ tenantId, unitId, epoch: 1, officialId, recipientKeyId: bytes(32), envelope: bytes(50) });
    const ofUnit = { tenantId, unitId };
    await tx.insert(unitKeyProposals).values({ ...ofUnit, epoch: 2, publicKey: bytes(1665), proposedBy: officialId });
    await tx
      .insert(unitKeyProposalGrants)
      .values({ ...ofUnit, officialId, recipientKeyId: bytes(32), envelope: bytes(50) });
    await tx.insert(unitBackLinks).values({ ...ofUnit, fromEpoch: 2, epoch: 1, envelope: bytes(50) });
    const times = { createdAt: new Date(), expiresAt: new Date(Date.now() + 3_600_000) };
    await tx
      .insert(collectorTokens)
      .values({ id: collectorId, tenantId, ...times, tokenHash: bytes(32), tail: "00ff", createdBy: officialId });
  });

/** Only an admin can, so they are one for a moment: the others shall try without that role. */
async function administer(owner: Db, app: Db, { tenantId, unitId, officialId }: NewOffice) {
  const admin = and(eq(tenantRoles.officialId, officialId), eq(tenantRoles.role, "admin"));
  await owner.insert(tenantRoles).values({ tenantId, officialId, role: "admin" });
  const invitation = { id: newId<InvitationId>(), tenantId, unitId, role: "official" as const, postSign: "2" };
  const times = { createdAt: new Date(), expiresAt: new Date(Date.now() + 3_600_000) };
  const former = { id: newId<OfficialId>(), tenantId, subjectHash: bytes(32), postSign: "3", removedAt: new Date() };
  await owner.insert(officials).values(former);
  await withTenant(app, { tenantId, officialId }, async (tx) => {
    await tx.insert(invitations).values({ ...invitation, ...times, codeHash: bytes(32), createdBy: officialId });
    await tx.insert(unitDepartures).values({ tenantId, unitId, officialId: former.id, epoch: 1, leftAt: new Date() });
  });
  await owner.delete(tenantRoles).where(admin);
}

type Person =
  | { id: CitizenId; kind: "citizen"; citizenId: CitizenId }
  | { id: OfficialId; kind: "official"; tenantId: TenantId };

export async function createAccount(tx: ScopedTx, person: Person) {
  const keys = { kemPublicKey: bytes(64), kemKeyId: bytes(32), signingKey: bytes(120), signingKeyId: bytes(32) };
  await tx.insert(accounts).values({ ...person, ...keys });
  await tx.insert(vaults).values({ accountId: person.id, version: 1, vault: bytes(80), updatedAt: new Date() });
  await tx
    .insert(vaultSlots)
    .values({ accountId: person.id, slotId: randomUUID(), kind: "passphrase", header: bytes(40), wrapped: bytes(48) });
  await tx.insert(idempotencyKeys).values({ accountId: person.id, key: randomUUID(), request: bytes(32) });
  await tx.execute(sql`select spend_challenge(${Buffer.from(bytes(32))}, now() + interval '1 hour')`);
  await tx.insert(deviceLinks).values({
    accountId: person.id,
    linkId: randomUUID(),
    publicKey: bytes(64),
    proof: bytes(48),
    expiresAt: new Date(Date.now() + 600_000),
  });
}

export const newCase = ({ tenantId, unitId, citizenId }: Pick<Office, "tenantId" | "unitId" | "citizenId">) => ({
  id: newId<CaseId>(),
  tenantId,
  unitId,
  citizenId,
  serviceKey,
  postalCode: "05123",
  state: "DRAFT" as const,
  scopeId: bytes(16),
  keyGeneration: 1,
  routing: { tenantId, unitId, ruleId: "r1", version: 1, reason: "test", ars: null, isClearing: false, trace: [] },
  updatedAt: new Date(),
});

export async function draftCase(tx: CitizenTx, office: NewOffice): Promise<TestCase> {
  const row = newCase(office);
  await tx.insert(cases).values(row);
  const of = { caseId: row.id, tenantId: office.tenantId, citizenId: office.citizenId };
  for (const role of [1, 2])
    await tx
      .insert(caseGrants)
      .values({ id: newId(), ...of, role, recipientKeyId: bytes(32), generation: 1, envelope: bytes(60) });
  const threadId = newId<ThreadId>();
  await tx.insert(threads).values({ id: threadId, ...of, kind: "CHAT" });
  const documentId = await addDocument(tx, of, "citizen");
  await addMessage(tx, { ...of, threadId }, 1, "citizen");
  return { id: row.id, threadId, documentId };
}

async function submitCase(tx: CitizenTx, office: NewOffice): Promise<TestCase> {
  const made = await draftCase(tx, office);
  const { tenantId, unitId, citizenId } = office;
  await tx
    .update(cases)
    .set({ state: "ROUTED", reference: `DVD-26-${randomUUID()}`, receivedAt: new Date(), version: 2 })
    .where(sql`id = ${made.id}`);
  await tx
    .update(documents)
    .set({ state: "STORED", storedAt: new Date(), seal: bytes(184) })
    .where(sql`id = ${made.documentId}`);
  await tx.insert(receipts).values({ caseId: made.id, tenantId, citizenId, payload: bytes(50), signature: bytes(96) });
  await tx.execute(noteChange("unit", unitId, office, "case.received", made.id));
  await tx.execute(noteChange("citizen", citizenId, office, "case.received", made.id));
  await tx.insert(auditIntake).values({
    id: newId(),
    tenantId,
    actorKind: "citizen",
    actorId: citizenId,
    type: "case.submitted",
    caseId: made.id,
  });
  return made;
}

const answer = (app: Db, office: NewOffice, { id, threadId }: TestCase) =>
  withTenant(app, { tenantId: office.tenantId, officialId: office.officialId }, async (tx) => {
    const of = { caseId: id, tenantId: office.tenantId, citizenId: office.citizenId };
    await tx.update(cases).set({ state: "ASSIGNED", assignedOfficialId: office.officialId }).where(sql`id = ${id}`);
    await addDocument(tx, of, "official");
    await addMessage(tx, { ...of, threadId }, 2, "official");
    await tx.execute(noteChange("citizen", office.citizenId, office, "message.sent", id));
    await tx.insert(caseEvents).values({ ...of, kind: "message.sent", actor: "official" });
    await tx.insert(auditIntake).values(officialRecord(office, "case.claimed", id));
  });

/** Somebody has signed where the chain is, and another record waits behind it. */
const signAndRecordMore = (app: Db, office: NewOffice & { case: TestCase }) =>
  withTenant(app, office, async (tx) => {
    const { tenantId } = office;
    await tx.insert(auditCheckpoints).values({ tenantId, number: 1, seq: 1, kind: "CHECKPOINT", line: "{}" });
    const record = { id: newId<string>(), tenantId, actorKind: "system" as const, caseId: office.case.id };
    await tx.insert(auditIntake).values({ ...record, type: "document.verified" });
  });

const officialRecord = ({ tenantId, officialId }: NewOffice, type: string, caseId: CaseId) => ({
  id: newId(),
  tenantId,
  actorKind: "official" as const,
  actorId: officialId,
  type,
  caseId,
});

/** The former keys of an account, what they opened, and the request for copies of one case. */
export async function askForCopies(tx: CitizenTx, { tenantId, citizenId }: NewOffice, { id: caseId }: TestCase) {
  const keys = { kemPublicKey: bytes(64), kemKeyId: bytes(32), signingKey: bytes(120), signingKeyId: bytes(32) };
  const former = {
    formerKemPublicKey: bytes(64),
    formerKemKeyId: bytes(32),
    formerSigningKey: bytes(120),
    formerSigningKeyId: bytes(32),
  };
  const renewalId = randomUUID();
  await tx.insert(accountRenewals).values({ id: renewalId, citizenId, ...keys, ...former });
  await tx.insert(asideVaults).values({ renewalId, accountId: citizenId, version: 1, vault: bytes(80), slots: [] });
  await tx.insert(copyRequests).values({ renewalId, caseId, tenantId, citizenId });
}

type OfCase = { caseId: CaseId; tenantId: TenantId; citizenId: CitizenId };

/** A pending upload with its first part. */
export async function addDocument(tx: ScopedTx, of: OfCase, senderKind: SenderKind): Promise<DocumentId> {
  const id = newId<DocumentId>();
  const { tenantId, citizenId } = of;
  const sealed = { header: bytes(128), floeHeader: bytes(64), bodyLength: 1024, blobKey: id };
  await tx.insert(documents).values({ id, ...of, senderKind, state: "PENDING", ...sealed });
  await tx
    .insert(uploadParts)
    .values({ documentId: id, part: 1, tenantId, citizenId, senderKind, tag: "t", digests: bytes(32), size: 1024 });
  return id;
}

export async function addMessage(
  tx: ScopedTx,
  of: OfCase & { threadId: ThreadId },
  sequence: number,
  senderKind: SenderKind,
) {
  const sealed = { header: bytes(128), floeHeader: bytes(64), seal: bytes(184), body: bytes(300) };
  await tx.insert(messages).values({ id: newId<MessageId>(), ...of, sequence, senderKind, ...sealed });
}

export const noteChange = (
  scopeKind: string,
  scopeId: string,
  of: { tenantId: TenantId; citizenId: CitizenId },
  kind: string,
  caseId: CaseId,
) =>
  sql`select note_change(${scopeKind}, ${scopeId}, ${of.tenantId}, ${of.citizenId}, ${kind}, ${caseId}, null) as sequence`;
