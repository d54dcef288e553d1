import { randomUUID } from "node:crypto";
import {
  answerDeviceLink,
  beginDeviceLink,
  createUnitEpoch,
  grantUnitSeed,
  randomBytes,
  sealPasskeySlot,
} from "@dvd/crypto";
import { auditClasses, auditTypes, type SureEvent } from "@dvd/domain/audit/events";
import { daysAfter, germanDay } from "@dvd/domain/case/due-date";
import type { UnitId } from "@dvd/domain/ids";
import { parseReference } from "@dvd/domain/case/reference";
import type { AnyProcedure } from "@trpc/server";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { changeWaysBack } from "./accounts/change-ways-back.ts";
import { createAccount } from "./accounts/create-account.ts";
import { deleteAccount } from "./accounts/delete-account.ts";
import { getAccount } from "./accounts/get-account.ts";
import { listUnits } from "./accounts/list-units.ts";
import { objectToRenewal } from "./accounts/object-to-renewal.ts";
import { renewAccount } from "./accounts/renew-account.ts";
import { saveVault } from "./accounts/save-vault.ts";
import { answerRequest } from "./cases/answer-request.ts";
import { askCitizen } from "./cases/ask-citizen.ts";
import { claimCase } from "./cases/claim-case.ts";
import { getCase } from "./cases/get-case.ts";
import { grantCopy } from "./cases/grant-copy.ts";
import { openDraft } from "./cases/open-draft.ts";
import { refuseCopy } from "./cases/refuse-copy.ts";
import { resumeCase } from "./cases/resume-case.ts";
import { submitCase } from "./cases/submit-case.ts";
import { discardDraft } from "./cases/discard-draft.ts";
import { withdrawCase } from "./cases/withdraw-case.ts";
import { collectRecords } from "./collectors/collect-records.ts";
import { makeToken } from "./collectors/make-token.ts";
import { revokeToken } from "./collectors/revoke-token.ts";
import { endDeputyship } from "./deputies/end-deputyship.ts";
import { entrustCase } from "./deputies/entrust-case.ts";
import { nameDeputy } from "./deputies/name-deputy.ts";
import { handingOver } from "./testing/entrusting.ts";
import { answerLink } from "./device-links/answer-link.ts";
import { closeLink } from "./device-links/close-link.ts";
import { getLink } from "./device-links/get-link.ts";
import { openLink } from "./device-links/open-link.ts";
import { releaseDocument } from "./documents/release-document.ts";
import { listMessages } from "./messages/list-messages.ts";
import { sendMessage } from "./messages/send-message.ts";
import { listEvents } from "./audit/list-events.ts";
import { exportCheckpoints, exportRecords } from "./audit/take-along.ts";
import { invite } from "./invitations/invite.ts";
import { withdrawInvitation } from "./invitations/withdraw-invitation.ts";
import { giveRole } from "./members/give-role.ts";
import { grantSeeds } from "./members/grant-seeds.ts";
import { putMember } from "./members/put-member.ts";
import { removeMember } from "./members/remove-member.ts";
import { removeOfficial } from "./members/remove-official.ts";
import { reportSeed } from "./members/report-seed.ts";
import { takeRole } from "./members/take-role.ts";
import { declareRecusal } from "./recusals/declare-recusal.ts";
import { liftRecusal } from "./recusals/lift-recusal.ts";
import { appRouter } from "./root.ts";
import { newAccount, signEnd, signVault, signWays } from "./testing/account.ts";
import { appoint } from "./testing/appoint.ts";
import { attest, object, renew } from "./testing/copies.ts";
import { openPortal } from "./testing/portal.ts";
import { makeProposal, propose, rotate, unitOf } from "./testing/rotating.ts";
import {
  grantCaseKey,
  finish,
  openCase,
  prepareDraft,
  sealFile,
  sendCase,
  sendPart,
  start,
  upload,
  writeMessage,
} from "./testing/sealing.ts";
import { listStates } from "./unit-keys/list-states.ts";
import { proposeKey } from "./unit-keys/propose-key.ts";
import { resealCase } from "./unit-keys/reseal-case.ts";
import { withdrawKey } from "./unit-keys/withdraw-key.ts";
import { closeUnit } from "./units/close-unit.ts";
import { createUnit } from "./units/create-unit.ts";
import { renameUnit } from "./units/rename-unit.ts";
import { reopenUnit } from "./units/reopen-unit.ts";

const portal = await openPortal();
afterAll(() => portal.close());

/** A call that is accepted, ready to be made. Whatever it needs has happened before. */
type Prepared = () => Promise<unknown>;
type Row = { events: readonly SureEvent["type"][]; prepare: () => Promise<Prepared> };

async function renewed() {
  const [citizen, official] = [await portal.citizen(), await portal.official(0)];
  const made = await sendCase(portal, citizen);
  const sent = { ...made, unitId: (await getCase(official.ctx, made)).summary.unitId };
  return { citizen, official, sent, renewal: await renew(citizen) };
}

async function asked() {
  const { ctx, keys } = await portal.citizen();
  const [accountId, linkId] = [ctx.actor.citizenId, randomUUID()];
  const { code, publicKey, proof } = await beginDeviceLink({ accountId, linkId });
  await openLink(ctx, { linkId, publicKey, proof });
  const vault = { vaultKey: new Uint8Array(32), signing: keys.signing, now: ctx.now() };
  return { ctx, linkId, answer: await answerDeviceLink({ accountId, linkId, code }, { publicKey, proof }, vault) };
}

async function claimed() {
  const [citizen, official] = [await portal.citizen(), await portal.official(0)];
  const sent = await sendCase(portal, citizen);
  await claimCase(official.ctx, { caseId: sent.caseId, version: 3 });
  return { citizen, official, ...sent };
}
/** Somebody more in the unit of the first official who can read there. */
async function reader() {
  const { ctx } = await portal.recruit("official");
  const { officialId } = ctx.actor;
  await portal.sql`insert into unit_seed_grants
    select tenant_id, unit_id, epoch, ${officialId}, recipient_key_id, envelope from unit_seed_grants
    where official_id = ${(await portal.official(0)).ctx.actor.officialId}`;
  return officialId;
}

/** Without members and cases, and who may close it. */
const newUnit = async () => {
  const { ctx } = await portal.admin();
  return { ctx, ...(await createUnit(ctx, { name: randomUUID() })) };
};
async function proposed() {
  const official = await portal.official(3);
  const { ctx } = official;
  const isProposed = (await listStates(ctx)).units.some(({ proposal }) => proposal);
  if (!isProposed) await propose(portal, official);
  return { ctx, unitId: unitOf(official) };
}
const noUnit = "" as UnitId;
const inAWeek = () => daysAfter(germanDay(new Date()), 7);

/** Everything that changes something or hands out a wrapped key or ciphertext, and what it leaves in the log. */
const recorded: Record<string, Row> = {
  "accounts.changeWaysBack": {
    events: ["way.added"],
    prepare: async () => {
      const { ctx, keys } = await portal.citizen();
      const accountId = ctx.actor.citizenId;
      const [prfOutput, prfInput, credentialId] = [randomBytes(32), randomBytes(32), randomBytes(32)];
      const secrets = { vaultKey: new Uint8Array(32), prfOutput, prfInput, credentialId };
      const slot = await sealPasskeySlot({ ...secrets, accountId });
      const way = await signWays(ctx, keys, { add: { slotId: randomUUID(), kind: "passkey", ...slot } });
      return () => changeWaysBack(ctx, way);
    },
  },
  "accounts.createAccount": {
    events: ["account.created"],
    prepare: async () => {
      const { ctx } = await portal.stranger();
      const { input } = await newAccount(ctx.actor.citizenId);
      return () => createAccount(ctx, input);
    },
  },
  "accounts.deleteAccount": {
    events: ["account.deleted"],
    prepare: async () => {
      const { ctx, keys } = await portal.citizen();
      const signed = await signEnd(ctx, keys);
      return () => deleteAccount(ctx, { signed });
    },
  },
  "accounts.getAccount": {
    events: ["vault.released"],
    prepare: async () => {
      const { ctx } = await portal.citizen();
      return () => getAccount(ctx);
    },
  },
  "accounts.listUnits": {
    events: ["seeds.released"],
    prepare: async () => {
      const { ctx } = await portal.official(0);
      return () => listUnits(ctx);
    },
  },
  "accounts.objectToRenewal": {
    events: ["account.objected"],
    prepare: async () => {
      const { citizen, renewal } = await renewed();
      const word = await object(citizen, renewal.renewed);
      return () => objectToRenewal(citizen.ctx, word);
    },
  },
  "accounts.renewAccount": {
    events: ["account.renewed"],
    prepare: async () => {
      const { ctx } = await portal.citizen();
      const { input } = await newAccount(ctx.actor.citizenId);
      return () => renewAccount(ctx, input);
    },
  },
  "accounts.saveVault": {
    events: ["vault.saved"],
    prepare: async () => {
      const { ctx } = await portal.stranger();
      const { input, keys, vaultOf } = await newAccount(ctx.actor.citizenId);
      await createAccount(ctx, input);
      const next = await signVault(ctx.actor.citizenId, 2, await vaultOf(2), keys);
      return () => saveVault(ctx, next);
    },
  },
  "audit.listEvents": {
    events: ["audit.read"],
    prepare: async () => {
      const { ctx } = await portal.auditor();
      return () => listEvents(ctx, { type: "case.opened", limit: 50 });
    },
  },
  "cases.answerRequest": {
    events: ["message.sent", "case.answered"],
    prepare: async () => {
      const { citizen, official, caseId, caseKey, first } = await claimed();
      const question = await writeMessage(official.keys.signing, caseKey);
      await askCitizen(official.ctx, { caseId, message: question.message, dueOn: inAWeek() });
      const { message } = await writeMessage(citizen.keys.signing, caseKey, first.end);
      return () => answerRequest(citizen.ctx, { caseId, message });
    },
  },
  "cases.askCitizen": {
    events: ["message.sent", "case.asked"],
    prepare: async () => {
      const { official, caseId, caseKey } = await claimed();
      const { message } = await writeMessage(official.keys.signing, caseKey);
      return () => askCitizen(official.ctx, { caseId, message, dueOn: inAWeek() });
    },
  },
  "cases.resumeCase": {
    events: ["case.resumed"],
    prepare: async () => {
      const { official, caseId, caseKey } = await claimed();
      const { message } = await writeMessage(official.keys.signing, caseKey);
      await askCitizen(official.ctx, { caseId, message, dueOn: inAWeek() });
      return () => resumeCase(official.ctx, { caseId, version: 5 });
    },
  },
  "cases.discardDraft": {
    events: ["case.discarded"],
    prepare: async () => {
      const citizen = await portal.citizen();
      const { caseId } = await openCase(portal, citizen);
      return () => discardDraft(citizen.ctx, { caseId });
    },
  },
  "cases.withdrawCase": {
    events: ["case.withdrawn"],
    prepare: async () => {
      const citizen = await portal.citizen();
      const { caseId } = await sendCase(portal, citizen);
      return () => withdrawCase(citizen.ctx, { caseId, version: 3 });
    },
  },
  "cases.claimCase": {
    events: ["case.claimed"],
    prepare: async () => {
      const { caseId } = await sendCase(portal, await portal.citizen());
      const { ctx } = await portal.official(0);
      return () => claimCase(ctx, { caseId, version: 3 });
    },
  },
  "cases.getCase": {
    events: ["case.opened"],
    prepare: async () => {
      const { caseId } = await sendCase(portal, await portal.citizen());
      const { ctx } = await portal.official(0);
      return () => getCase(ctx, { caseId });
    },
  },
  "cases.grantCopy": {
    events: ["copy.granted"],
    prepare: async () => {
      const { citizen, official, sent, renewal } = await renewed();
      const copy = await attest(sent, citizen, renewal, official);
      return () => grantCopy(official.ctx, copy);
    },
  },
  "cases.openDraft": {
    events: ["case.drafted"],
    prepare: async () => {
      const citizen = await portal.citizen();
      const { input } = await prepareDraft(portal, citizen);
      return () => openDraft(citizen.ctx, input);
    },
  },
  "cases.refuseCopy": {
    events: ["copy.refused"],
    prepare: async () => {
      const { official, sent, renewal } = await renewed();
      const { renewalId } = renewal;
      return () => refuseCopy(official.ctx, { caseId: sent.caseId, renewalId, reason: "nobody-came" });
    },
  },
  "cases.submitCase": {
    events: ["message.sent", "case.submitted"],
    prepare: async () => {
      const { ctx, ...citizen } = await portal.citizen();
      const { caseId, caseKey } = await openCase(portal, { ctx, ...citizen });
      await upload(ctx, caseId, await sealFile(citizen.keys.signing, caseKey));
      const { message } = await writeMessage(citizen.keys.signing, caseKey);
      return () => submitCase(ctx, { caseId, message });
    },
  },
  "deviceLinks.answerLink": {
    events: ["device.answered"],
    prepare: async () => {
      const { ctx, linkId, answer } = await asked();
      return () => answerLink(ctx, { linkId, answer });
    },
  },
  "deviceLinks.closeLink": {
    events: ["device.closed"],
    prepare: async () => {
      const { ctx, linkId } = await asked();
      return () => closeLink(ctx, { linkId });
    },
  },
  "deviceLinks.getLink": {
    events: ["device.fetched"],
    prepare: async () => {
      const { ctx, linkId, answer } = await asked();
      await answerLink(ctx, { linkId, answer });
      return () => getLink(ctx);
    },
  },
  "deviceLinks.openLink": {
    events: ["device.asked"],
    prepare: async () => {
      const { ctx } = await portal.citizen();
      const linkId = randomUUID();
      const { publicKey, proof } = await beginDeviceLink({ accountId: ctx.actor.citizenId, linkId });
      return () => openLink(ctx, { linkId, publicKey, proof });
    },
  },
  "deputies.endDeputyship": {
    events: ["deputy.ended"],
    prepare: async () => {
      const { ctx } = await portal.official(0);
      const day = daysAfter(germanDay(new Date()), 30);
      const named = await nameDeputy(ctx, { deputyId: await reader(), startsOn: day, endsOn: day });
      return () => endDeputyship(ctx, named);
    },
  },
  "deputies.entrustCase": {
    events: ["case.entrusted"],
    prepare: async () => {
      const [from, to] = [await portal.official(0), await portal.official(2)];
      const sent = await sendCase(portal, await portal.citizen());
      await claimCase(from.ctx, { caseId: sent.caseId, version: 3 });
      const day = daysAfter(germanDay(new Date()), 60);
      const days = { startsOn: day, endsOn: day };
      const { deputyshipId } = await nameDeputy(from.ctx, { deputyId: to.ctx.actor.officialId, ...days });
      const input = await handingOver(sent, { from, to, deputyshipId, days });
      return () => entrustCase(from.ctx, input);
    },
  },
  "deputies.nameDeputy": {
    events: ["deputy.named"],
    prepare: async () => {
      const { ctx } = await portal.official(0);
      const deputyId = await reader();
      return () => nameDeputy(ctx, { deputyId, startsOn: inAWeek(), endsOn: inAWeek() });
    },
  },
  "collectors.makeToken": {
    events: ["collector.made"],
    prepare: async () => {
      const { ctx } = await portal.auditor();
      return () => makeToken(ctx, { days: 30 });
    },
  },
  "collectors.revokeToken": {
    events: ["collector.revoked"],
    prepare: async () => {
      const { ctx } = await portal.auditor();
      const made = await makeToken(ctx, { days: 30 });
      return () => revokeToken(ctx, made);
    },
  },
  "documents.finishUpload": {
    events: ["document.stored"],
    prepare: async () => {
      const citizen = await portal.citizen();
      const { caseId, caseKey } = await openCase(portal, citizen);
      const file = await sealFile(citizen.keys.signing, caseKey);
      await start(citizen.ctx, caseId, file);
      for (const part of file.parts.keys()) await sendPart(citizen.ctx, file, part);
      return () => finish(citizen.ctx, file);
    },
  },
  "invitations.invite": {
    events: ["invitation.made"],
    prepare: async () => {
      const { unitIds } = (await portal.official(0)).ctx.actor;
      const { ctx } = await portal.admin();
      return () => invite(ctx, { unitId: unitIds[0] ?? noUnit, role: "official", postSign: "50.2-03" });
    },
  },
  "invitations.withdrawInvitation": {
    events: ["invitation.withdrawn"],
    prepare: async () => {
      const { unitIds } = (await portal.official(0)).ctx.actor;
      const { ctx } = await portal.admin();
      const made = await invite(ctx, { unitId: unitIds[0] ?? noUnit, role: "official", postSign: "50.2-04" });
      return () => withdrawInvitation(ctx, made);
    },
  },
  "members.grantSeeds": {
    events: ["seed.granted"],
    prepare: async () => {
      const [holder, newcomer] = [await portal.official(0), await portal.recruit("official")];
      const unitId = holder.ctx.actor.unitIds[0] ?? noUnit;
      const recipient = { role: "official" as const, publicKey: newcomer.keys.kem.publicKey };
      const granting = { grantor: holder.keys.signing, now: new Date() };
      // The server cannot look inside: any seed of this unit and epoch will do.
      const grant = await grantUnitSeed(await createUnitEpoch(unitId, 1), recipient, granting);
      const { officialId } = newcomer.ctx.actor;
      return () => grantSeeds(holder.ctx, { unitId, officialId, seeds: [{ epoch: 1, grant }] });
    },
  },
  "members.reportSeed": {
    events: ["seed.reported"],
    prepare: async () => {
      const [holder, newcomer] = [await portal.official(0), await portal.recruit("official")];
      const unitId = holder.ctx.actor.unitIds[0] ?? noUnit;
      const recipient = { role: "official" as const, publicKey: newcomer.keys.kem.publicKey };
      const granting = { grantor: holder.keys.signing, now: new Date() };
      const grant = await grantUnitSeed(await createUnitEpoch(unitId, 1), recipient, granting);
      const { officialId } = newcomer.ctx.actor;
      await grantSeeds(holder.ctx, { unitId, officialId, seeds: [{ epoch: 1, grant }] });
      return () => reportSeed(newcomer.ctx, { unitId, epoch: 1, grant });
    },
  },
  "members.giveRole": {
    events: ["role.given"],
    prepare: async () => {
      const change = { officialId: (await portal.official(2)).ctx.actor.officialId, role: "auditor" as const };
      const { ctx } = await portal.admin();
      return () => giveRole(ctx, change);
    },
  },
  "members.putMember": {
    events: ["member.added"],
    prepare: async () => {
      const { unitIds } = (await portal.official(0)).ctx.actor;
      const { officialId } = (await portal.official(2)).ctx.actor;
      const { ctx } = await portal.admin();
      return () => putMember(ctx, { unitId: unitIds[0] ?? noUnit, officialId, role: "official" });
    },
  },
  "members.removeMember": {
    events: ["case.released", "member.removed"],
    prepare: async () => {
      const { caseId } = await sendCase(portal, await portal.citizen());
      const member = await portal.official(1);
      await claimCase(member.ctx, { caseId, version: 3 });
      const { unitIds, officialId } = member.ctx.actor;
      const { ctx } = await portal.admin();
      return () => removeMember(ctx, { unitId: unitIds[0] ?? noUnit, officialId });
    },
  },
  "members.removeOfficial": {
    events: [
      "case.released",
      "invitation.withdrawn",
      "member.removed",
      "official.removed",
      "role.taken",
      "session.revoked",
    ],
    prepare: async () => {
      const { caseId } = await sendCase(portal, await portal.citizen());
      const [{ ctx: leaver }] = await appoint(portal, await portal.recruit("official"));
      const { officialId, unitIds } = leaver.actor;
      const { ctx } = await portal.admin();
      await claimCase(leaver, { caseId, version: 3 });
      await giveRole(ctx, { officialId, role: "admin" });
      const asAdmin = { ...leaver, actor: { ...leaver.actor, roles: ["admin" as const] } };
      await invite(asAdmin, { unitId: unitIds[0] ?? noUnit, role: "official", postSign: "50.2-05" });
      return () => removeOfficial(ctx, { officialId });
    },
  },
  "members.takeRole": {
    events: ["role.taken"],
    prepare: async () => {
      const change = { officialId: (await portal.admin("here", 2)).ctx.actor.officialId, role: "admin" as const };
      const { ctx } = await portal.admin();
      return () => takeRole(ctx, change);
    },
  },
  "messages.listMessages": {
    events: ["messages.released"],
    prepare: async () => {
      const { caseId } = await sendCase(portal, await portal.citizen());
      const { ctx } = await portal.official(0);
      return () => listMessages(ctx, { caseId, after: 0, limit: 50 });
    },
  },
  "messages.sendMessage": {
    events: ["message.sent"],
    prepare: async () => {
      const citizen = await portal.citizen();
      const { caseId, caseKey, first } = await sendCase(portal, citizen);
      const { message } = await writeMessage(citizen.keys.signing, caseKey, first.end);
      return () => sendMessage(citizen.ctx, { caseId, message });
    },
  },
  "recusals.declareRecusal": {
    events: ["case.recused", "case.released"],
    prepare: async () => {
      const { official, caseId } = await claimed();
      return () => declareRecusal(official.ctx, { caseId });
    },
  },
  "recusals.liftRecusal": {
    events: ["recusal.lifted"],
    prepare: async () => {
      const { official, caseId } = await claimed();
      await declareRecusal(official.ctx, { caseId });
      const { ctx } = await portal.admin();
      return () => liftRecusal(ctx, { caseId, officialId: official.ctx.actor.officialId });
    },
  },
  "unitKeys.listStates": {
    events: ["seeds.released"],
    prepare: async () => {
      const { ctx } = await proposed();
      return () => listStates(ctx);
    },
  },
  "unitKeys.proposeKey": {
    events: ["key.proposed"],
    prepare: async () => {
      const official = await portal.official(4);
      const { input } = await makeProposal(portal, official);
      return () => proposeKey(official.ctx, input);
    },
  },
  "unitKeys.resealCase": {
    events: ["case.resealed"],
    prepare: async () => {
      const { caseId, caseKey } = await sendCase(portal, await portal.citizen());
      const official = await portal.official(0);
      const next = await rotate(portal, official);
      const grant = await grantCaseKey(caseKey, official.keys.signing, "unit", next.kem.publicKey);
      return () => resealCase(official.ctx, { caseId, grant });
    },
  },
  "unitKeys.withdrawKey": {
    events: ["key.withdrawn"],
    prepare: async () => {
      const { ctx, unitId } = await proposed();
      return () => withdrawKey(ctx, { unitId });
    },
  },
  "units.closeUnit": {
    events: ["unit.closed"],
    prepare: async () => {
      const { ctx, unitId } = await newUnit();
      return () => closeUnit(ctx, { unitId });
    },
  },
  "units.createUnit": {
    events: ["unit.created"],
    prepare: async () => {
      const { ctx } = await portal.admin();
      return () => createUnit(ctx, { name: randomUUID() });
    },
  },
  "units.renameUnit": {
    events: ["unit.renamed"],
    prepare: async () => {
      const { ctx, unitId } = await newUnit();
      return () => renameUnit(ctx, { unitId, name: randomUUID() });
    },
  },
  "units.reopenUnit": {
    events: ["unit.reopened"],
    prepare: async () => {
      const { ctx, unitId } = await newUnit();
      await closeUnit(ctx, { unitId });
      return () => reopenUnit(ctx, { unitId });
    },
  },
  // Not procedures, but routes: they stream.
  "GET /api/audit/records": {
    events: ["audit.exported"],
    prepare: async () => {
      const { ctx } = await portal.auditor();
      return () => exportRecords(ctx, 0);
    },
  },
  "GET /api/audit/records, by a machine": {
    events: ["collector.used"],
    prepare: async () => {
      const { ctx } = await portal.auditor();
      const { token } = await makeToken(ctx, { days: 30 });
      return () => collectRecords(portal.requestOf(null), token, 0);
    },
  },
  "GET /api/audit/checkpoints": {
    events: ["audit.exported"],
    prepare: async () => {
      const { ctx } = await portal.auditor();
      return () => exportCheckpoints(ctx);
    },
  },
  "GET /api/documents/:id/body": {
    events: ["document.released"],
    prepare: async () => {
      const { document } = await sendCase(portal, await portal.citizen());
      const { ctx } = await portal.official(0);
      return () => releaseDocument(ctx, { documentId: document.documentId });
    },
  },
};

/** What changes something and leaves no record, with the reason. */
const unrecorded: Record<string, string> = {
  "sessions.endOtherSessions": "the database ends sessions and records each end itself: identity-functions.test.ts",
  "sessions.extendSession":
    "a sign of life, once in half a minute at most; that a session was opened and ended is recorded",
  "drafts.saveDraft": "sealed for its owner alone, every few seconds while they type; no authority is concerned yet",
  "drafts.removeDraft": "the owner's own notes, which go after seven days by themselves",
  "documents.abandonUpload": "gives back a place in which nothing was stored",
  "documents.startUpload": "reserves a place that expires; nothing is anybody's until document.stored",
};

/** Queries with bytes in their answers that need no record, and why. */
const openBytes: Record<string, string> = {
  "directory.getKeys": "statements that an authority signs for everybody, and where they stand in the public log",
  "directory.getLogGrowth": "hashes of the public log",
  "drafts.listDrafts": "sealed for its owner alone, who asks; no authority is concerned yet",
  "deputies.listUnentrusted": "the public key of the deputy",
  "members.listColleagues": "public keys",
  "unitKeys.listRecipients": "public keys",
};

/** Queries with nothing sealed in their answers: there are no bytes in the contract. */
const nothingSealed: readonly string[] = [
  "audit.getState",
  "cases.listEvents",
  "cases.listInbox",
  "cases.listOwnCases",
  "collectors.listTokens",
  "deputies.listCandidates",
  "deputies.listDeputyships",
  "directory.findOffice",
  "directory.listLogEntries",
  "directory.listPlaces",
  "directory.listServices",
  "directory.searchServices",
  "forms.getForm",
  "invitations.listInvitations",
  "members.getOverview",
  "members.getPerson",
  "proofs.getChallenge",
  "recusals.listRecusals",
  "sessions.getSession",
  "sessions.listSessions",
  "unitKeys.listUnsealed",
];

/** Events of class S that no procedure makes, and who does. */
const elsewhere: Partial<Record<SureEvent["type"], string>> = {
  "session.opened": "identity_open_citizen_session, identity_open_official_session",
  "session.refused": "identity_open_official_session",
  "session.revoked": "identity_revoke_session",
  "account.created": "also at the founding of an authority",
  "way.removed": "accounts.changeWaysBack, the other way round",
  "invitation.redeemed": "identity_redeem_invitation",
  "member.changed": "members.putMember, for who is a member already",
  "copy.requested": "accounts.renewAccount, once for each case",
  "copy.objected": "accounts.objectToRenewal, once for each case",
  "case.expired": "job expire-draft",
  "document.verified": "job verify-document",
  "document.damaged": "job verify-document",
  "collector.refused": "GET /api/audit/records, with a token that is over: collectors.test.ts",
  "audit.pruned": "the worker, once a day",
};

// Path → procedure; the type is the nested one of the routers.
const procedures = appRouter._def.procedures as unknown as Record<string, AnyProcedure>;
const ofType = (type: "mutation" | "query") =>
  Object.keys(procedures).filter((name) => procedures[name]?._def.type === type);
const [mutations, queries] = [ofType("mutation"), ofType("query")];

/** Bytes travel as base64 (`wire.ts`), and an answer is no more than its contract. */
function hasBytes(name: string): boolean {
  const output: unknown = procedures[name]?._def && "output" in procedures[name]._def && procedures[name]._def.output;
  if (!(output instanceof z.ZodType)) throw new Error(`${name} answers without a contract`);
  return JSON.stringify(z.toJSONSchema(output, { io: "input", unrepresentable: "any" })).includes('"base64"');
}

/** Blobs are not looked at: one without a row is ciphertext that nobody can ask for. */
const rowsOfAll = async () => (await portal.imprint()).tables;

describe("every mutation", () => {
  it.each(mutations)("says what it leaves in the audit log: %s", (name) => {
    const hint = [
      `${name} changes something and is in neither table of root.audit.test.ts.`,
      `1. Call record(ctx, tx, tenantId, { type: "…" }) in its transaction, after the change.`,
      `2. Add the event to packages/domain/src/audit/events.ts (type and class), its words to i18n/{de,en}/audit.ts.`,
      `3. Add a row to \`recorded\` with the event and an accepted call; or one to \`unrecorded\` with the reason.`,
    ].join("\n");
    expect(name in recorded || name in unrecorded, hint).toBe(true);
  });

  it("that is named here exists", () => {
    const named = [...Object.keys(recorded), ...Object.keys(unrecorded)].filter((name) => !name.startsWith("GET "));
    expect(named.filter((name) => !procedures[name])).toEqual([]);
  });
});

describe("every query", () => {
  it.each(queries)("says whether something sealed leaves with its answer: %s", (name) => {
    const hint = [
      `${name} hands something out and is in no table of root.audit.test.ts.`,
      'Wrapped keys and ciphertext: call record(ctx, tx, tenantId, { type: "…" }) before they leave; a row in `recorded`.',
      "Other bytes: a row in `openBytes` with the reason. No bytes: a line in `nothingSealed`.",
    ].join("\n");
    const named = [name in recorded, name in openBytes, nothingSealed.includes(name)];
    expect(named.filter(Boolean), hint).toHaveLength(1);
  });

  it("that is named here exists, and has bytes in its contract exactly when that is said", () => {
    expect(nothingSealed.filter(hasBytes)).toEqual([]);
    expect(Object.keys(openBytes).filter((name) => !hasBytes(name))).toEqual([]);
    expect([...nothingSealed, ...Object.keys(openBytes)].filter((name) => !queries.includes(name))).toEqual([]);
  });
});

describe("every event of class S", () => {
  it("is made by somebody", () => {
    const made = new Set<string>([
      ...Object.values(recorded).flatMap(({ events }) => events),
      ...Object.keys(elsewhere),
    ]);
    const orphans = auditTypes.filter((type) => auditClasses[type] === "S" && !made.has(type));
    expect(orphans, "nobody makes these events: name who does in root.audit.test.ts, or remove them").toEqual([]);
  });
});

describe("without its record", () => {
  it.each(Object.entries(recorded))(
    "%s does nothing and hands out nothing, and with it records what it says",
    async (_name, row) => {
      const call = await row.prepare();
      const before = await rowsOfAll();
      await portal.sql`revoke insert on audit_intake from dvd_app`;
      try {
        // An answer would be what must not leave; the failure is the database's own.
        await expect(call()).rejects.toThrow("audit_intake");
      } finally {
        await portal.sql`grant insert on audit_intake to dvd_app`;
      }
      expect(await rowsOfAll()).toEqual(before);

      await portal.sql`delete from audit_intake`;
      await call();
      const types = await portal.sql<{ type: string }[]>`select distinct type from audit_intake`;
      expect(types.map(({ type }) => type)).toEqual(expect.arrayContaining([...row.events]));
    },
  );
});

describe("a former key of a unit", () => {
  it("does not leave unrecorded either, though whoever asks has no seed yet that opens it", async () => {
    await rotate(portal, await portal.official(0));
    const { ctx } = await portal.recruit("official");
    await portal.sql`delete from audit_intake`;
    const [unit] = (await listUnits(ctx)).units;
    expect(unit?.seeds).toEqual([]);
    expect(unit?.links).not.toEqual([]);
    expect(await portal.sql`select type, payload from audit_intake`).toEqual([
      { type: "seeds.released", payload: { seeds: unit?.links.length } },
    ]);
  });
});

describe("the whole log", () => {
  it("names no case by its number and holds nothing that somebody wrote", async () => {
    const citizen = await portal.citizen();
    const { answer } = await sendCase(portal, citizen);
    expect(parseReference(answer.reference)).toBe(answer.reference);
    const rows = await portal.sql<{ line: string }[]>`select t::text as line from audit_intake t`;
    const text = rows.map(({ line }) => line).join("\n");
    expect(text.length).toBeGreaterThan(500);
    for (const secret of [answer.reference, answer.reference.replaceAll("-", ""), "a.pdf", "Guten Tag"])
      expect(text).not.toContain(secret);
    expect(text.match(/DVD-?\d\d/i)).toBeNull();
  });
});
