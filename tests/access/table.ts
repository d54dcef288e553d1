import { type DomainErrorCode, isDomainErrorCode } from "@dvd/domain/errors";
import { type CallerName, callers } from "./callers.ts";
import { type Cells, readCells } from "./read-cells.ts";

export type Verdict = "ok" | DomainErrorCode;
export type AccessTable = ReadonlyMap<string, Cells<Verdict>>;

/** The words of the tables below. */
export const words = {
  ok: "ok",
  login: "auth.required",
  role: "auth.wrong-role",
  hidden: "case.not-found",
  nodoc: "document.not-found",
  untaken: "case.not-assigned",
  biased: "case.recused",
  exists: "account.exists",
  keyless: "account.missing",
  nothing: "account.nothing-to-object",
  gone: "device-link.gone",
  nounit: "unit.not-found",
  ended: "deputy.not-found",
  apart: "deputy.cannot-read",
  others: "container.wrong-sender",
} as const satisfies Record<string, Verdict>;

/**
 * Who gets what answer, with an input that is right for the right person: about the case of `owner`, or, where a thing is
 * everybody's own (account, sessions, drafts, devices), about the caller's own or, when it names a record, about `owner`'s and
 * `assignee`'s. The words are explained below. docs/access-matrix.md is made of this.
 */
export const procedures = readTable(`
                                nobody  owner   stranger  newcomer  assignee  deputy  member   lead     recused  outsider  auditor  admin
accounts.changeWaysBack         login   ok      ok        keyless   ok        ok      ok       ok       ok       ok        keyless  keyless
accounts.createAccount          login   exists  exists    ok        exists    exists  exists   exists   exists   exists    ok       ok
accounts.deleteAccount          login   ok      ok        ok        role      role    role     role     role     role      role     role
accounts.getAccount             login   ok      ok        ok        ok        ok      ok       ok       ok       ok        ok       ok
accounts.listUnits              login   role    role      role      ok        ok      ok       ok       ok       ok        ok       ok
accounts.objectToRenewal        login   ok      nothing   nothing   role      role    role     role     role     role      role     role
accounts.renewAccount           login   ok      ok        keyless   role      role    role     role     role     role      role     role
accounts.saveVault              login   ok      ok        keyless   ok        ok      ok       ok       ok       ok        keyless  keyless
audit.getState                  login   role    role      role      role      role    role     role     role     role      ok       role
audit.listEvents                login   role    role      role      role      role    role     role     role     role      ok       role
cases.answerRequest             login   ok      hidden    hidden    role      role    role     role     role     role      role     role
cases.askCitizen                login   role    role      role      ok        ok      untaken  untaken  biased   hidden    hidden   hidden
cases.claimCase                 login   role    role      role      ok        ok      ok       ok       biased   hidden    hidden   hidden
cases.discardDraft              login   ok      hidden    hidden    role      role    role     role     role     role      role     role
cases.getCase                   login   ok      hidden    hidden    ok        ok      ok       ok       biased   hidden    hidden   hidden
cases.grantCopy                 login   role    role      role      ok        ok      ok       ok       biased   hidden    hidden   hidden
cases.listEvents                login   ok      hidden    hidden    ok        ok      ok       ok       biased   hidden    hidden   hidden
cases.listInbox                 login   role    role      role      ok        ok      ok       ok       ok       ok        ok       ok
cases.listOwnCases              login   ok      ok        ok        role      role    role     role     role     role      role     role
cases.openDraft                 login   ok      ok        keyless   role      role    role     role     role     role      role     role
cases.refuseCopy                login   role    role      role      ok        ok      ok       ok       biased   hidden    hidden   hidden
cases.resumeCase                login   role    role      role      ok        ok      untaken  untaken  biased   hidden    hidden   hidden
cases.submitCase                login   ok      hidden    hidden    role      role    role     role     role     role      role     role
cases.withdrawCase              login   ok      hidden    hidden    role      role    role     role     role     role      role     role
collectors.listTokens           login   role    role      role      role      role    role     role     role     role      ok       role
collectors.makeToken            login   role    role      role      role      role    role     role     role     role      ok       role
collectors.revokeToken          login   role    role      role      role      role    role     role     role     role      ok       role
deputies.endDeputyship          login   role    role      role      ok        ended   ended    ended    ended    ended     role     ok
deputies.entrustCase            login   role    role      role      ok        untaken  untaken  untaken  biased   hidden    hidden   hidden
deputies.listCandidates         login   role    role      role      ok        ok      ok       ok       ok       ok        role     role
deputies.listDeputyships        login   role    role      role      ok        ok      ok       ok       ok       ok        ok       ok
deputies.listUnentrusted        login   role    role      role      ok        ended   ended    ended    ended    ended     role     role
deputies.nameDeputy             login   role    role      role      ok        ok      ok       ok       ok       apart     role     role
deviceLinks.answerLink          login   ok      gone      gone      ok        gone    gone     gone     gone     gone      gone     gone
deviceLinks.closeLink           login   ok      ok        ok        ok        ok      ok       ok       ok       ok        ok       ok
deviceLinks.getLink             login   ok      ok        ok        ok        ok      ok       ok       ok       ok        ok       ok
deviceLinks.openLink            login   ok      ok        keyless   ok        ok      ok       ok       ok       ok        keyless  keyless
directory.findOffice            ok      ok      ok        ok        ok        ok      ok       ok       ok       ok        ok       ok
directory.getKeys               ok      ok      ok        ok        ok        ok      ok       ok       ok       ok        ok       ok
directory.getLogGrowth          ok      ok      ok        ok        ok        ok      ok       ok       ok       ok        ok       ok
directory.listLogEntries        ok      ok      ok        ok        ok        ok      ok       ok       ok       ok        ok       ok
directory.listPlaces            ok      ok      ok        ok        ok        ok      ok       ok       ok       ok        ok       ok
directory.listServices          ok      ok      ok        ok        ok        ok      ok       ok       ok       ok        ok       ok
directory.searchServices        ok      ok      ok        ok        ok        ok      ok       ok       ok       ok        ok       ok
documents.abandonUpload         login   ok      nodoc     nodoc     ok        others  untaken  untaken  biased   nodoc     nodoc    nodoc
documents.finishUpload          login   ok      nodoc     nodoc     ok        others  untaken  untaken  biased   nodoc     nodoc    nodoc
documents.startUpload           login   ok      hidden    hidden    ok        ok      untaken  untaken  biased   hidden    hidden   hidden
drafts.listDrafts               login   ok      ok        ok        role      role    role     role     role     role      role     role
drafts.removeDraft              login   ok      ok        ok        role      role    role     role     role     role      role     role
drafts.saveDraft                login   ok      ok        ok        role      role    role     role     role     role      role     role
forms.getForm                   ok      ok      ok        ok        ok        ok      ok       ok       ok       ok        ok       ok
invitations.invite              login   role    role      role      role      role    role     role     role     role      role     ok
invitations.listInvitations     login   role    role      role      role      role    role     role     role     role      role     ok
invitations.withdrawInvitation  login   role    role      role      role      role    role     role     role     role      role     ok
members.getOverview             login   role    role      role      role      role    role     role     role     role      role     ok
members.getPerson               login   role    role      role      role      role    role     role     role     role      role     ok
members.giveRole                login   role    role      role      role      role    role     role     role     role      role     ok
members.grantSeeds              login   role    role      role      ok        ok      ok       ok       ok       nounit    role     role
members.listColleagues          login   role    role      role      ok        ok      ok       ok       ok       ok        ok       ok
members.putMember               login   role    role      role      role      role    role     role     role     role      role     ok
members.removeMember            login   role    role      role      role      role    role     role     role     role      role     ok
members.removeOfficial          login   role    role      role      role      role    role     role     role     role      role     ok
members.reportSeed              login   role    role      role      ok        ok      ok       ok       ok       nounit    role     role
members.takeRole                login   role    role      role      role      role    role     role     role     role      role     ok
messages.listMessages           login   ok      hidden    hidden    ok        ok      ok       ok       biased   hidden    hidden   hidden
messages.sendMessage            login   ok      hidden    hidden    ok        ok      untaken  untaken  biased   hidden    hidden   hidden
proofs.getChallenge             login   ok      ok        ok        role      role    role     role     role     role      role     role
recusals.declareRecusal         login   role    role      role      ok        ok      ok       ok       biased   hidden    hidden   hidden
recusals.liftRecusal            login   role    role      role      role      role    role     ok       role     hidden    role     ok
recusals.listRecusals           login   role    role      role      role      role    role     ok       role     ok        role     ok
sessions.endOtherSessions       login   ok      ok        ok        ok        ok      ok       ok       ok       ok        ok       ok
sessions.extendSession          login   ok      ok        ok        ok        ok      ok       ok       ok       ok        ok       ok
sessions.getSession             login   ok      ok        ok        ok        ok      ok       ok       ok       ok        ok       ok
sessions.listSessions           login   ok      ok        ok        ok        ok      ok       ok       ok       ok        ok       ok
unitKeys.listRecipients         login   role    role      role      ok        ok      ok       ok       ok       nounit    role     role
unitKeys.listStates             login   role    role      role      ok        ok      ok       ok       ok       ok        ok       ok
unitKeys.listUnsealed           login   role    role      role      ok        ok      ok       ok       ok       nounit    role     role
unitKeys.proposeKey             login   role    role      role      ok        ok      ok       ok       ok       nounit    role     role
unitKeys.resealCase             login   role    role      role      ok        ok      ok       ok       biased   hidden    hidden   hidden
unitKeys.withdrawKey            login   role    role      role      ok        ok      ok       ok       ok       nounit    role     role
units.closeUnit                 login   role    role      role      role      role    role     role     role     role      role     ok
units.createUnit                login   role    role      role      role      role    role     role     role     role      role     ok
units.renameUnit                login   role    role      role      role      role    role     role     role     role      role     ok
units.reopenUnit                login   role    role      role      role      role    role     role     role     role      role     ok
`);

/** What is no procedure and no page: it streams, or is a file, or is there before anybody is known. */
export const routes = readTable(`
                                nobody  owner  stranger  newcomer  assignee  deputy  member   lead     recused  outsider  auditor  admin
/.well-known/security.txt       ok      ok     ok        ok        ok        ok      ok       ok       ok       ok        ok       ok
/api/audit/checkpoints          login   role   role      role      role      role    role     role     role     role      ok       role
/api/audit/records              login   role   role      role      role      role    role     role     role     role      ok       role
/api/directory/de.json          ok      ok     ok        ok        ok        ok      ok       ok       ok       ok        ok       ok
/api/documents/:id/body         login   ok     nodoc     nodoc     ok        ok      ok       ok       biased   nodoc     nodoc    nodoc
/api/live                       login   ok     ok        ok        ok        ok      ok       ok       ok       ok        ok       ok
/api/uploads/:id/parts/0        login   ok     nodoc     nodoc     ok        ok      untaken  untaken  biased   nodoc     nodoc    nodoc
/api/viewer                     ok      ok     ok        ok        ok        ok      ok       ok       ok       ok        ok       ok
/health                         ok      ok     ok        ok        ok        ok      ok       ok       ok       ok        ok       ok
/healthz/live                   ok      ok     ok        ok        ok        ok      ok       ok       ok       ok        ok       ok
/healthz/ready                  ok      ok     ok        ok        ok        ok      ok       ok       ok       ok        ok       ok
`);

/**
 * What a page that was left open must not be enough for: with a login of more than five minutes everybody who is answered
 * above gets `auth.login-too-old` (`packages/domain/src/session/fresh-login.ts`). With every other one nobody does.
 */
export const fresh: ReadonlySet<string> = new Set([
  "accounts.changeWaysBack",
  "accounts.deleteAccount",
  "accounts.renewAccount",
  "collectors.makeToken",
  "deputies.nameDeputy",
  "deviceLinks.answerLink",
  "invitations.invite",
  "members.giveRole",
  "members.grantSeeds",
  "members.putMember",
  "members.removeMember",
  "members.removeOfficial",
  "members.takeRole",
  "recusals.liftRecusal",
  "unitKeys.proposeKey",
  "units.closeUnit",
  "units.createUnit",
  "units.renameUnit",
  "units.reopenUnit",
  "/api/audit/checkpoints",
  "/api/audit/records",
]);

export const verdictFor = (table: AccessTable, name: string, caller: CallerName): Verdict => {
  const row = table.get(name);
  if (!row) throw new Error(`tests/access/table.ts says nothing about ${name}`);
  return row[callers[caller].column];
};

function readTable(text: string): AccessTable {
  return readCells(text, (word) => {
    const meaning: string | undefined = Object.entries(words).find(([known]) => known === word)?.[1];
    if (meaning === "ok" || isDomainErrorCode(meaning)) return meaning;
    throw new Error(`the table has the word ${word}, which nobody has explained`);
  });
}
