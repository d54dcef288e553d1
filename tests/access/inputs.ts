import { createHash, randomUUID } from "node:crypto";
import { officialCtx } from "@dvd/api/context";
import { newAccount, signEnd, signVault, signWays } from "@dvd/api/testing/account";
import { attest } from "@dvd/api/testing/copies";
import { handingOver } from "@dvd/api/testing/entrusting";
import { makeProposal } from "@dvd/api/testing/rotating";
import { grantCaseKey, prepareDraft, sealFile, writeMessage } from "@dvd/api/testing/sealing";
import { placeOf } from "@dvd/api/testing/towns";
import { beginDeviceLink, draftKey, randomBytes, sealDraft, sealPasskeySlot } from "@dvd/crypto";
import { findVault } from "@dvd/db/repositories/accounts";
import { accountIdOf } from "@dvd/domain/actor";
import { type Caller, inAWeek, type Scene } from "./scene.ts";

/** What this caller sends in the best faith or at the best attempt: everything is right except, perhaps, who sends it. */
type Maker = (scene: Scene, by: Caller) => object | Promise<object>;

/** As the list of sessions names them. */
const handleOf = (sessionId: string) => createHash("sha256").update(sessionId).digest("hex");

const nothing: Maker = () => ({});
/** For lists, in which the case must stand or must not. */
const besideCase: Maker = async ({ claimed }) => {
  await claimed();
  return {};
};
const ofCase: Maker = async ({ claimed }) => ({ caseId: (await claimed()).caseId });

/** The next message of the side that calls. */
const letter: Maker = async ({ claimed }, { side, keys }) => {
  const { caseId, caseKey, first } = await claimed();
  return {
    caseId,
    message: (await writeMessage(keys.signing, caseKey, side === "citizen" ? first.end : undefined)).message,
  };
};

export const inputs: Readonly<Record<string, Maker>> = {
  "accounts.changeWaysBack": async (_, { ctx, keys }) => {
    const [prfOutput, prfInput, credentialId] = [randomBytes(32), randomBytes(32), randomBytes(32)];
    const secrets = { vaultKey: new Uint8Array(32), prfOutput, prfInput, credentialId };
    const slot = await sealPasskeySlot({ ...secrets, accountId: accountIdOf(ctx.actor) });
    return signWays(ctx, keys, { add: { slotId: randomUUID(), kind: "passkey", ...slot } });
  },
  "accounts.createAccount": async (_, { ctx }) => (await newAccount(accountIdOf(ctx.actor))).input,
  "accounts.deleteAccount": async (_, { ctx, keys }) => ({ signed: await signEnd(ctx, keys) }),
  "accounts.getAccount": nothing,
  "accounts.listUnits": nothing,
  "accounts.objectToRenewal": async ({ renewed }) => (await renewed()).objection,
  "accounts.renewAccount": async (_, { ctx }) => (await newAccount(accountIdOf(ctx.actor))).input,
  "accounts.saveVault": async (_, { ctx, keys }) => {
    const account = accountIdOf(ctx.actor);
    const version = ((await ctx.transact((tx) => findVault(tx, account)))?.version ?? 1) + 1;
    return signVault(account, version, await (await newAccount(account)).vaultOf(version), keys);
  },
  "audit.getState": nothing,
  "audit.listEvents": nothing,
  "cases.answerRequest": async ({ waiting }, { keys }) => {
    const { caseId, caseKey, first } = await waiting();
    return { caseId, message: (await writeMessage(keys.signing, caseKey, first.end)).message };
  },
  "cases.askCitizen": async ({ claimed }, { keys }) => {
    const { caseId, caseKey } = await claimed();
    return { caseId, message: (await writeMessage(keys.signing, caseKey)).message, dueOn: inAWeek() };
  },
  "cases.claimCase": async ({ sent }) => ({ caseId: (await sent()).caseId, version: 3 }),
  "cases.discardDraft": async ({ draft }) => ({ caseId: (await draft()).caseId }),
  "cases.getCase": ofCase,
  "cases.grantCopy": async ({ renewed, owner }, { keys }) => {
    const { renewal, ...asked } = await renewed();
    return attest(asked, owner, renewal, { keys });
  },
  "cases.listEvents": ofCase,
  "cases.listInbox": besideCase,
  "cases.listOwnCases": besideCase,
  "cases.openDraft": async ({ portal, owner }, { keys }) =>
    (await prepareDraft(portal, { request: owner.request, keys })).input,
  "cases.refuseCopy": async ({ renewed }) => {
    const { caseId, renewal } = await renewed();
    return { caseId, renewalId: renewal.renewalId, reason: "nobody-came" };
  },
  "cases.resumeCase": async ({ waiting }) => ({ caseId: (await waiting()).caseId, version: 5 }),
  "cases.submitCase": async ({ draft }, { keys }) => {
    const { caseId, caseKey } = await draft();
    return { caseId, message: (await writeMessage(keys.signing, caseKey)).message };
  },
  "cases.withdrawCase": async ({ sent }) => ({ caseId: (await sent()).caseId, version: 3 }),
  "collectors.listTokens": nothing,
  "collectors.makeToken": () => ({ days: 30 }),
  "collectors.revokeToken": async ({ collector }) => ({ tokenId: (await collector()).tokenId }),
  "deputies.endDeputyship": ({ deputyship }) => deputyship(),
  "deputies.entrustCase": async ({ claimed, assignee, farDeputyship }, { keys }) => {
    const between = await farDeputyship();
    return handingOver(await claimed(), { from: { ...assignee, keys }, ...between });
  },
  "deputies.listCandidates": nothing,
  "deputies.listDeputyships": nothing,
  "deputies.listUnentrusted": ({ deputyship }) => deputyship(),
  "deputies.nameDeputy": async ({ reader }) => ({ deputyId: await reader(), startsOn: inAWeek(), endsOn: inAWeek() }),
  "deviceLinks.answerLink": ({ link }, { side }) => link(side),
  "deviceLinks.closeLink": async ({ link }, { side }) => ({ linkId: (await link(side)).linkId }),
  "deviceLinks.getLink": async ({ link }, { side }) => {
    await link(side);
    return {};
  },
  "deviceLinks.openLink": async (_, { ctx }) => {
    const [accountId, linkId] = [accountIdOf(ctx.actor), randomUUID()];
    const { publicKey, proof } = await beginDeviceLink({ accountId, linkId });
    return { linkId, publicKey, proof };
  },
  "directory.findOffice": () => placeOf.here,
  "directory.getKeys": ({ assignee }) => ({ tenantId: assignee.ctx.actor.tenantId }),
  "directory.getLogGrowth": () => ({ sizes: "1,2" }),
  "directory.listLogEntries": nothing,
  "directory.listPlaces": () => ({ postalCode: "12345" }),
  "directory.listServices": nothing,
  "directory.searchServices": () => ({ query: "hund 12345" }),
  "documents.abandonUpload": async ({ arrived }, { side }) => ({ documentId: (await arrived(side)).documentId }),
  "documents.finishUpload": async ({ arrived }, { side }) => {
    const { documentId, seal } = await arrived(side);
    return { documentId, seal };
  },
  "documents.startUpload": async ({ claimed }, { keys }) => {
    const { caseId, caseKey } = await claimed();
    const { documentId, header, floeHeader } = await sealFile(keys.signing, caseKey);
    return { caseId, documentId, header, floeHeader };
  },
  "drafts.listDrafts": async ({ keptDraft }) => {
    await keptDraft();
    return {};
  },
  "drafts.removeDraft": async ({ keptDraft }) => ({ draftId: (await keptDraft()).draftId }),
  "drafts.saveDraft": async (_, { ctx }) => {
    const begun = { accountId: accountIdOf(ctx.actor), draftId: randomUUID(), version: 1 };
    const sealed = await sealDraft(await draftKey(new Uint8Array(32), begun.accountId), begun, new Uint8Array());
    return { draftId: begun.draftId, expectedVersion: 0, sealed };
  },
  "forms.getForm": () => ({ serviceKey: placeOf.here.serviceKey, version: 0 }),
  "invitations.invite": ({ unitId }) => ({ unitId, role: "official", postSign: randomUUID().slice(0, 8) }),
  "invitations.listInvitations": nothing,
  "invitations.withdrawInvitation": async ({ invitation }) => ({ invitationId: (await invitation()).invitationId }),
  "members.getOverview": nothing,
  "members.giveRole": ({ auditor }) => ({ officialId: auditor.ctx.actor.officialId, role: "admin" }),
  "members.grantSeeds": async ({ seed, unitId, leaver }, { keys }) => ({
    unitId,
    officialId: (await leaver()).ctx.actor.officialId,
    seeds: [{ epoch: 1, grant: await seed(keys) }],
  }),
  "members.getPerson": async ({ leaver }) => ({ officialId: (await leaver()).ctx.actor.officialId }),
  "members.listColleagues": nothing,
  "members.putMember": ({ auditor, unitId }) => ({
    unitId,
    officialId: auditor.ctx.actor.officialId,
    role: "official",
  }),
  "members.removeMember": async ({ leaver, unitId }) => ({
    unitId,
    officialId: (await leaver()).ctx.actor.officialId,
  }),
  "members.removeOfficial": async ({ leaver }) => ({ officialId: (await leaver()).ctx.actor.officialId }),
  // Of nobody there: what does not lie there is not noted.
  "members.reportSeed": async ({ seed, unitId }, { keys }) => ({ unitId, epoch: 1, grant: await seed(keys) }),
  "members.takeRole": ({ auditor }) => ({ officialId: auditor.ctx.actor.officialId, role: "auditor" }),
  "messages.listMessages": ofCase,
  "messages.sendMessage": letter,
  "proofs.getChallenge": () => ({ action: "cases.openDraft" }),
  "recusals.declareRecusal": ofCase,
  "recusals.liftRecusal": async ({ sent, recused }) => ({
    caseId: (await sent()).caseId,
    officialId: recused.ctx.actor.officialId,
  }),
  "recusals.listRecusals": besideCase,
  // Where the citizen is logged in a second time.
  "sessions.endOtherSessions": async ({ elsewhere }) => ({ handle: handleOf((await elsewhere()).ctx.actor.sessionId) }),
  "sessions.extendSession": nothing,
  "sessions.getSession": nothing,
  "sessions.listSessions": nothing,
  "unitKeys.listRecipients": ({ unitId }) => ({ unitId }),
  "unitKeys.listStates": nothing,
  "unitKeys.listUnsealed": ({ unitId }) => ({ unitId }),
  "unitKeys.proposeKey": async ({ portal, noProposedKey, unitId }, { request, keys }) => {
    await noProposedKey();
    const made = await request();
    const { actor } = made;
    const isMember = actor?.kind === "official" && actor.unitIds.some((own) => own === unitId);
    // Whoever is no member has no key that a new one could come after, and tries with that of somebody else.
    const proposer = isMember ? { request: made, ctx: officialCtx(made, actor), keys } : await portal.official(0);
    return (await makeProposal(portal, proposer)).input;
  },
  "unitKeys.resealCase": async ({ portal, claimed, unitId = "" }, { keys }) => {
    const { caseId, caseKey, tenantId } = await claimed();
    const unit = (await portal.directory(tenantId)).unitKey(unitId);
    return { caseId, grant: await grantCaseKey(caseKey, keys.signing, "unit", unit?.publicKey ?? new Uint8Array()) };
  },
  "unitKeys.withdrawKey": async ({ proposedKey, unitId }) => {
    await proposedKey();
    return { unitId };
  },
  "units.closeUnit": ({ emptyUnit }) => emptyUnit(),
  "units.createUnit": () => ({ name: randomUUID() }),
  "units.renameUnit": async ({ emptyUnit }) => ({ ...(await emptyUnit()), name: randomUUID() }),
  "units.reopenUnit": async ({ closedUnit }) => closedUnit(),
};
