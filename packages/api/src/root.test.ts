import { draftKey, sealDraft } from "@dvd/crypto";
import type { AnyProcedure } from "@trpc/server";
import { daysAfter, germanDay } from "@dvd/domain/case/due-date";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimCase } from "./cases/claim-case.ts";
import { codeOf } from "./errors.ts";
import { appRouter } from "./root.ts";
import { newAccount } from "./testing/account.ts";
import { type Citizen, type Official, openPortal, type Portal } from "./testing/portal.ts";
import { anId, prepareDraft, sealFile, sendCase, start, writeMessage } from "./testing/sealing.ts";
import { placeOf } from "./testing/towns.ts";
import { encodeBase64 } from "./wire.ts";
import type { RequestContext } from "./context.ts";

/** Who may call a procedure. A new one has to be written down here before anything passes. */
type Audience = "everybody" | "signed-in" | "citizens" | "officials";

type Row = {
  for: Audience;
  /** Names the records of somebody else: what a stranger gets must be what an id gets that never was. */
  foreign?: "caseId" | "documentId";
  /** A page that was left open must not be enough for it. */
  fresh?: true;
};

const procedures = {
  "accounts.changeWaysBack": { for: "signed-in", fresh: true },
  "accounts.createAccount": { for: "signed-in" },
  "accounts.deleteAccount": { for: "citizens", fresh: true },
  "accounts.getAccount": { for: "signed-in" },
  "accounts.listUnits": { for: "officials" },
  "accounts.objectToRenewal": { for: "citizens" },
  "accounts.renewAccount": { for: "citizens", fresh: true },
  "accounts.saveVault": { for: "signed-in" },
  "audit.getState": { for: "officials" },
  "audit.listEvents": { for: "officials" },
  "cases.answerRequest": { for: "citizens", foreign: "caseId" },
  "cases.askCitizen": { for: "officials", foreign: "caseId" },
  "cases.claimCase": { for: "officials", foreign: "caseId" },
  "cases.discardDraft": { for: "citizens", foreign: "caseId" },
  "cases.getCase": { for: "signed-in", foreign: "caseId" },
  "cases.grantCopy": { for: "officials", foreign: "caseId" },
  "cases.listEvents": { for: "signed-in", foreign: "caseId" },
  "cases.listInbox": { for: "officials" },
  "cases.listOwnCases": { for: "citizens" },
  // Makes the id that it names: that one is taken has to be said, and says nothing about the case.
  "cases.openDraft": { for: "citizens" },
  "cases.refuseCopy": { for: "officials", foreign: "caseId" },
  "cases.resumeCase": { for: "officials", foreign: "caseId" },
  "cases.submitCase": { for: "citizens", foreign: "caseId" },
  "cases.withdrawCase": { for: "citizens", foreign: "caseId" },
  "collectors.listTokens": { for: "officials" },
  "collectors.makeToken": { for: "officials", fresh: true },
  "collectors.revokeToken": { for: "officials" },
  "deputies.endDeputyship": { for: "officials" },
  "deputies.entrustCase": { for: "officials", foreign: "caseId" },
  "deputies.listCandidates": { for: "officials" },
  "deputies.listDeputyships": { for: "officials" },
  "deputies.listUnentrusted": { for: "officials" },
  "deputies.nameDeputy": { for: "officials", fresh: true },
  "deviceLinks.answerLink": { for: "signed-in", fresh: true },
  "deviceLinks.closeLink": { for: "signed-in" },
  "deviceLinks.getLink": { for: "signed-in" },
  "deviceLinks.openLink": { for: "signed-in" },
  "directory.findOffice": { for: "everybody" },
  "directory.getKeys": { for: "everybody" },
  "directory.getLogGrowth": { for: "everybody" },
  "directory.listLogEntries": { for: "everybody" },
  "directory.listPlaces": { for: "everybody" },
  "directory.listServices": { for: "everybody" },
  "directory.searchServices": { for: "everybody" },
  "documents.abandonUpload": { for: "signed-in", foreign: "documentId" },
  "documents.finishUpload": { for: "signed-in", foreign: "documentId" },
  "documents.startUpload": { for: "signed-in", foreign: "caseId" },
  "drafts.listDrafts": { for: "citizens" },
  "drafts.removeDraft": { for: "citizens" },
  "drafts.saveDraft": { for: "citizens" },
  "forms.getForm": { for: "everybody" },
  "invitations.invite": { for: "officials", fresh: true },
  "invitations.listInvitations": { for: "officials" },
  "invitations.withdrawInvitation": { for: "officials" },
  "members.getOverview": { for: "officials" },
  "members.getPerson": { for: "officials" },
  "members.giveRole": { for: "officials", fresh: true },
  "members.grantSeeds": { for: "officials", fresh: true },
  "members.listColleagues": { for: "officials" },
  "members.putMember": { for: "officials", fresh: true },
  "members.removeMember": { for: "officials", fresh: true },
  "members.removeOfficial": { for: "officials", fresh: true },
  "members.reportSeed": { for: "officials" },
  "members.takeRole": { for: "officials", fresh: true },
  "messages.listMessages": { for: "signed-in", foreign: "caseId" },
  "messages.sendMessage": { for: "signed-in", foreign: "caseId" },
  "proofs.getChallenge": { for: "citizens" },
  "recusals.declareRecusal": { for: "officials", foreign: "caseId" },
  "recusals.liftRecusal": { for: "officials", foreign: "caseId", fresh: true },
  "recusals.listRecusals": { for: "officials" },
  "sessions.endOtherSessions": { for: "signed-in" },
  "sessions.extendSession": { for: "signed-in" },
  "sessions.getSession": { for: "signed-in" },
  "sessions.listSessions": { for: "signed-in" },
  "unitKeys.listRecipients": { for: "officials" },
  "unitKeys.listStates": { for: "officials" },
  "unitKeys.listUnsealed": { for: "officials" },
  "unitKeys.proposeKey": { for: "officials", fresh: true },
  "unitKeys.resealCase": { for: "officials", foreign: "caseId" },
  "unitKeys.withdrawKey": { for: "officials" },
  "units.closeUnit": { for: "officials", fresh: true },
  "units.createUnit": { for: "officials", fresh: true },
  "units.renameUnit": { for: "officials", fresh: true },
  "units.reopenUnit": { for: "officials", fresh: true },
} as const satisfies Record<string, Row>;

type Name = keyof typeof procedures;
// The keys of the table itself; TypeScript widens them to string.
const names = Object.keys(procedures) as Name[];
const rowOf = (name: Name): Row => procedures[name];

let portal: Portal;
let citizen: Citizen;
let official: Official;
/** Gets other keys in the sweep, so it is nobody whose case the others need. */
let renewing: Citizen;
let admin: Omit<Official, "keys">;
let auditor: Omit<Official, "keys">;
let inputs: Record<Name, object>;
beforeAll(async () => {
  portal = await openPortal();
  [admin, auditor] = [await portal.admin(), await portal.auditor()];
  [citizen, official] = [await portal.citizen(), await portal.official(0)];
  renewing = await portal.citizen();
  inputs = await inputsFor(citizen, official);
});
afterAll(() => portal.close());

/** For each procedure an input that its contract takes, about a case of this citizen that this official works on. */
async function inputsFor(of: Citizen, by: Official): Promise<Record<Name, object>> {
  const { caseId, caseKey, first } = await sendCase(portal, of);
  await claimCase(by.ctx, { caseId, version: 3 });
  const pending = await sealFile(of.keys.signing, caseKey);
  await start(of.ctx, caseId, pending);
  const { message } = await writeMessage(of.keys.signing, caseKey, first.end);
  const { header, floeHeader } = await sealFile(of.keys.signing, caseKey);
  const { input: draft } = await prepareDraft(portal, of);
  const { input: account, vaultOf } = await newAccount(of.ctx.actor.citizenId);
  const begun = { accountId: of.ctx.actor.citizenId, draftId: anId(), version: 1 };
  const sealed = await sealDraft(await draftKey(new Uint8Array(32), begun.accountId), begun, new Uint8Array());
  const unsigned = { payload: new Uint8Array(64), signature: new Uint8Array(96) };
  const otherAdmin = (await portal.admin("here", 2)).ctx.actor.officialId;
  const [unitId] = by.ctx.actor.unitIds;
  return {
    "accounts.changeWaysBack": { add: { ...account.slots[0], slotId: anId() }, signed: unsigned },
    "accounts.createAccount": account,
    "accounts.deleteAccount": { signed: unsigned },
    "accounts.getAccount": {},
    "accounts.listUnits": {},
    "accounts.objectToRenewal": unsigned,
    "accounts.renewAccount": (await newAccount(renewing.ctx.actor.citizenId)).input,
    "accounts.saveVault": { expectedVersion: 1, vault: await vaultOf(2), signed: unsigned },
    "audit.getState": {},
    "audit.listEvents": { type: "case.opened" },
    "cases.answerRequest": { caseId, message },
    "cases.askCitizen": { caseId, message, dueOn: daysAfter(germanDay(new Date()), 7) },
    "cases.claimCase": { caseId, version: 4 },
    "cases.discardDraft": { caseId },
    "cases.getCase": { caseId },
    "cases.grantCopy": {
      caseId,
      renewalId: anId(),
      grant: new Uint8Array(1921),
      attestation: { payload: new Uint8Array(64), signature: new Uint8Array(96) },
    },
    "cases.listEvents": { caseId },
    "cases.listInbox": {},
    "cases.listOwnCases": {},
    "cases.openDraft": draft,
    "cases.refuseCopy": { caseId, renewalId: anId(), reason: "nobody-came" },
    "cases.resumeCase": { caseId, version: 4 },
    "cases.submitCase": { caseId, message, draftId: anId() },
    // As nobody has seen it: the others need the case.
    "cases.withdrawCase": { caseId, version: 99 },
    "collectors.listTokens": {},
    "collectors.makeToken": { days: 30 },
    "collectors.revokeToken": { tokenId: anId() },
    "deputies.endDeputyship": { deputyshipId: anId() },
    "deputies.entrustCase": {
      deputyshipId: anId(),
      caseId,
      grant: new Uint8Array(1921),
      mandate: { payload: new Uint8Array(64), signature: new Uint8Array(96) },
    },
    "deputies.listCandidates": {},
    "deputies.listDeputyships": {},
    "deputies.listUnentrusted": { deputyshipId: anId() },
    "deputies.nameDeputy": { deputyId: otherAdmin, startsOn: "2026-12-01", endsOn: "2026-12-02" },
    "deviceLinks.answerLink": { linkId: anId(), answer: new Uint8Array(2089) },
    "deviceLinks.closeLink": { linkId: anId() },
    "deviceLinks.getLink": {},
    "deviceLinks.openLink": { linkId: anId(), publicKey: account.kemPublicKey, proof: new Uint8Array(48) },
    "directory.findOffice": placeOf.here,
    "directory.getKeys": { tenantId: official.ctx.actor.tenantId },
    "directory.getLogGrowth": { sizes: "1,2" },
    "directory.listLogEntries": {},
    "directory.listPlaces": { postalCode: "12345" },
    "directory.listServices": {},
    "directory.searchServices": { query: "hund 12345" },
    "drafts.listDrafts": {},
    "drafts.removeDraft": { draftId: anId() },
    "drafts.saveDraft": { draftId: begun.draftId, expectedVersion: 0, sealed },
    "forms.getForm": { serviceKey: placeOf.here.serviceKey, version: 0 },
    "documents.abandonUpload": { documentId: pending.documentId },
    "documents.finishUpload": { documentId: pending.documentId, seal: pending.seal },
    "documents.startUpload": { caseId, documentId: anId(), header, floeHeader },
    "invitations.invite": { unitId, role: "official", postSign: "50.2-03" },
    "invitations.listInvitations": {},
    "invitations.withdrawInvitation": { invitationId: anId() },
    "members.getOverview": {},
    "members.getPerson": { officialId: otherAdmin },
    "members.grantSeeds": { unitId, officialId: otherAdmin, seeds: [{ epoch: 1, grant: new Uint8Array(1921) }] },
    "members.listColleagues": {},
    "members.giveRole": { officialId: otherAdmin, role: "auditor" },
    "members.putMember": { unitId, officialId: otherAdmin, role: "official" },
    "members.removeMember": { unitId, officialId: otherAdmin },
    // Nobody: the others need whoever is there.
    "members.removeOfficial": { officialId: anId() },
    "members.reportSeed": { unitId, epoch: 1, grant: new Uint8Array(1921) },
    "members.takeRole": { officialId: otherAdmin, role: "auditor" },
    "messages.listMessages": { caseId },
    "messages.sendMessage": { caseId, message },
    "proofs.getChallenge": { action: "cases.openDraft" },
    // A case of its own: the others need theirs open.
    "recusals.declareRecusal": { caseId: (await sendCase(portal, of)).caseId },
    "recusals.liftRecusal": { caseId, officialId: otherAdmin },
    "recusals.listRecusals": {},
    "sessions.endOtherSessions": { handle: "0".repeat(64) },
    "sessions.extendSession": {},
    "sessions.getSession": {},
    "sessions.listSessions": {},
    "unitKeys.listRecipients": { unitId },
    "unitKeys.listStates": {},
    "unitKeys.listUnsealed": { unitId },
    "unitKeys.proposeKey": {
      unitId,
      epoch: 2,
      publicKey: new Uint8Array(1665),
      grants: [{ officialId: otherAdmin, grant: new Uint8Array(1921) }],
      links: [{ epoch: 1, grant: new Uint8Array(1921) }],
    },
    "unitKeys.resealCase": { caseId, grant: new Uint8Array(1921) },
    "unitKeys.withdrawKey": { unitId },
    "units.closeUnit": { unitId },
    "units.createUnit": { name: "Parks office" },
    "units.renameUnit": { unitId, name: "Parks office" },
    "units.reopenUnit": { unitId },
  };
}

/** Bytes as they travel. */
const wired = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return encodeBase64(value);
  if (Array.isArray(value)) return value.map(wired);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wired(inner)]));
};

async function call(name: Name, request: RequestContext, input: object): Promise<string> {
  const [group = "", procedure = ""] = name.split(".");
  // The caller is a proxy over the very paths of the table.
  const caller = appRouter.createCaller(request) as unknown as Record<string, Record<string, Call>>;
  try {
    await caller[group]?.[procedure]?.(wired(input));
    return "accepted";
  } catch (error) {
    return codeOf(error);
  }
}
type Call = (input: unknown) => Promise<unknown>;

const unchanged = async (work: () => Promise<void>) => {
  const before = await portal.imprint();
  await work();
  expect(await portal.imprint()).toEqual(before);
};

// Path → procedure; the type is the nested one of the routers.
const existing = appRouter._def.procedures as unknown as Record<string, AnyProcedure>;

describe("the router", () => {
  it("has exactly the procedures whose audience is written down here", () => {
    expect(Object.keys(existing).toSorted()).toEqual(names);
  });

  it("has a contract for every answer: what is not in it never leaves", () => {
    const silent = Object.entries(existing).filter(([, { _def }]) => !("output" in _def && _def.output));
    expect(silent.map(([name]) => name)).toEqual([]);
  });
});

const ofMembers = new Set<Name>(["members.grantSeeds", "members.listColleagues", "members.reportSeed"]);

/** Of two people the one whom the procedure is for. */
const insider = (name: Name) => {
  if (name === "accounts.renewAccount") return renewing.request;
  if (name.startsWith("collectors.")) return auditor.request;
  if (ofMembers.has(name)) return official.request;
  if (["members.", "invitations.", "units."].some((one) => name.startsWith(one))) return admin.request;
  return rowOf(name).for === "officials" ? official.request : citizen.request;
};

/** What somebody would like to decide for themselves, under the names that columns and objects have here (AT-31). */
const wishes = {
  isAdmin: true,
  role: "lead",
  roles: ["auditor"],
  tenantId: anId(),
  unitId: anId(),
  citizenId: anId(),
  assignedOfficialId: anId(),
  state: "CLOSED",
  status: "CLOSED",
  legalHold: false,
  retentionUntil: "2099-12-31",
  epoch: 99,
  senderKind: "official",
  ["__proto__"]: { isAdmin: true },
};

describe.each(names)("%s refuses", (name) => {
  it("a field that its contract does not have, and takes the input without it", async () => {
    await unchanged(async () => {
      for (const [field, wish] of Object.entries(wishes)) {
        if (Object.hasOwn(inputs[name], field)) continue;
        const wished = Object.defineProperty({ ...inputs[name] }, field, { value: wish, enumerable: true });
        expect([field, await call(name, insider(name), wished)]).toEqual([field, "request.invalid"]);
      }
    });
    expect(await call(name, insider(name), inputs[name])).not.toBe("request.invalid");
  });

  it("each field of its input when it has the wrong type or is null", async () => {
    await unchanged(async () => {
      for (const field of Object.keys(inputs[name]))
        for (const nonsense of [null, {}, ["x"], "\0", "../../etc/passwd", -1])
          expect(await call(name, insider(name), { ...inputs[name], [field]: nonsense }), field).toBe(
            "request.invalid",
          );
    });
  });
});

describe("who is not signed in", () => {
  it.each(names.filter((name) => rowOf(name).for !== "everybody"))(
    "is refused by %s, whatever the input",
    async (name) => {
      await unchanged(async () => {
        for (const input of [inputs[name], { ...inputs[name], isAdmin: true }])
          expect(await call(name, portal.requestOf(null), input)).toBe("auth.required");
      });
    },
  );
});

describe("the other side", () => {
  it.each(names.filter((name) => rowOf(name).for === "citizens"))(
    "is refused by %s: it is for citizens",
    async (name) => {
      await unchanged(async () => expect(await call(name, official.request, inputs[name])).toBe("auth.wrong-role"));
    },
  );

  it.each(names.filter((name) => rowOf(name).for === "officials"))(
    "is refused by %s: it is for officials",
    async (name) => {
      await unchanged(async () => expect(await call(name, citizen.request, inputs[name])).toBe("auth.wrong-role"));
    },
  );
});

describe("a login of this morning", () => {
  const ofThisMorning = (name: Name): RequestContext => {
    const { actor, ...request } = insider(name);
    if (!actor) throw new Error("nobody is signed in");
    return { ...request, actor: { ...actor, authenticatedAt: new Date(request.now().getTime() - 3_600_000) } };
  };
  const behindTheLogin = names.filter((name) => rowOf(name).for !== "everybody");

  it.each(behindTheLogin.filter((name) => rowOf(name).fresh))("is not enough for %s", async (name) => {
    await unchanged(async () => expect(await call(name, ofThisMorning(name), inputs[name])).toBe("auth.login-too-old"));
  });

  it.each(behindTheLogin.filter((name) => !rowOf(name).fresh))("is enough for %s", async (name) => {
    expect(await call(name, ofThisMorning(name), inputs[name])).not.toBe("auth.login-too-old");
  });
});

describe("a stranger", () => {
  const aboutRecords = names.flatMap((name) => {
    const { foreign } = rowOf(name);
    return foreign ? [{ name, field: foreign }] : [];
  });

  it.each(aboutRecords)("is answered by $name as if the record had never been", async ({ name, field }) => {
    const strangers = [
      await portal.citizen(),
      await portal.official(2),
      await portal.official(3),
      await portal.official(4),
    ];
    const fresh = await inputsFor(citizen, official);
    await unchanged(async () => {
      for (const { request } of strangers) {
        const never = await call(name, request, { ...fresh[name], [field]: anId() });
        expect(await call(name, request, fresh[name])).toBe(never);
        expect(never).toMatch(/^((case|document)\.not-found|auth\.wrong-role)$/);
      }
    });
  });
});
