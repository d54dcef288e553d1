import type { WayBack } from "../account/ways-back.ts";
import type { TenantRole, UnitRole } from "../actor.ts";
import type { AssuranceLevel } from "../assurance.ts";
import type { CopyRefusal } from "../copies.ts";
import type {
  CaseId,
  CollectorTokenId,
  DocumentId,
  InvitationId,
  MessageId,
  OfficialId,
  SessionId,
  UnitId,
} from "../ids.ts";
import type { LoginRefusal } from "../session/login.ts";

/**
 * Everything that is recorded. Ids, counts and codes only: an auditor must be able to read the log without being able to
 * read a case. The database refuses anything else (`audit_intake_facts_are_codes`).
 */
export type AuditEvent = SureEvent | OperationalEvent;

/** For whom a deputy has done it, beside the actor who did. */
type ByDeputy = { actingFor: OfficialId | null };

/** Class S: written in the transaction of what it reports, or before a wrapped key or ciphertext leaves. Never lost. */
export type SureEvent =
  | { type: "account.created"; keyId: string }
  | { type: "account.renewed"; keyId: string; formerKeyId: string; cases: number }
  | { type: "account.objected"; keyId: string; refusedKeyId: string }
  | { type: "account.deleted"; cases: number; drafts: number; uploads: number }
  | { type: "vault.saved"; version: number }
  | { type: "vault.released"; version: number }
  | { type: "seeds.released"; seeds: number }
  | { type: "way.added"; way: WayBack }
  | { type: "way.removed"; way: WayBack }
  | { type: "device.asked" }
  | { type: "device.answered" }
  | { type: "device.fetched" }
  | { type: "device.closed" }
  | { type: "case.drafted"; caseId: CaseId; unitId: UnitId; ruleId: string; rulesVersion: number }
  | { type: "case.submitted"; caseId: CaseId; documents: number; messages: number }
  | { type: "case.claimed"; caseId: CaseId }
  | { type: "case.released"; caseId: CaseId; formerId: OfficialId }
  | { type: "case.recused"; caseId: CaseId }
  | { type: "recusal.lifted"; caseId: CaseId; memberId: OfficialId }
  | ({ type: "case.asked"; caseId: CaseId; messageId: MessageId; dueOn: string } & ByDeputy)
  | { type: "case.answered"; caseId: CaseId; messageId: MessageId }
  | ({ type: "case.resumed"; caseId: CaseId } & ByDeputy)
  | { type: "case.withdrawn"; caseId: CaseId }
  | { type: "case.opened"; caseId: CaseId }
  | { type: "case.discarded"; caseId: CaseId; documents: number }
  | { type: "case.expired"; caseId: CaseId; documents: number }
  | { type: "copy.requested"; caseId: CaseId; keyId: string }
  | { type: "copy.granted"; caseId: CaseId; keyId: string; checked: string }
  | { type: "copy.refused"; caseId: CaseId; keyId: string; reason: CopyRefusal }
  | { type: "copy.objected"; caseId: CaseId; keyId: string }
  | ({ type: "document.stored"; caseId: CaseId; documentId: DocumentId; bytes: number } & ByDeputy)
  | { type: "document.released"; caseId: CaseId; documentId: DocumentId }
  | { type: "document.verified"; caseId: CaseId; documentId: DocumentId }
  | { type: "document.damaged"; caseId: CaseId; documentId: DocumentId }
  | ({ type: "message.sent"; caseId: CaseId; messageId: MessageId; sequence: number } & ByDeputy)
  | { type: "messages.released"; caseId: CaseId; after: number; messages: number }
  | { type: "unit.created" | "unit.renamed" | "unit.closed" | "unit.reopened"; unitId: UnitId }
  | { type: "member.added"; unitId: UnitId; memberId: OfficialId; role: UnitRole }
  | { type: "member.changed"; unitId: UnitId; memberId: OfficialId; role: UnitRole }
  | { type: "member.removed"; unitId: UnitId; memberId: OfficialId; cases: number; seeds: number }
  | { type: "official.removed"; memberId: OfficialId; units: number; sessions: number; invitations: number }
  | { type: "role.given"; memberId: OfficialId; role: TenantRole }
  | { type: "role.taken"; memberId: OfficialId; role: TenantRole }
  | { type: "deputy.named"; deputyId: OfficialId; startsOn: string; endsOn: string }
  | { type: "deputy.ended"; formerId: OfficialId; deputyId: OfficialId }
  | { type: "invitation.made"; invitationId: InvitationId; unitId: UnitId; role: UnitRole }
  | { type: "invitation.withdrawn"; invitationId: InvitationId }
  | { type: "invitation.redeemed"; unitId: UnitId; role: UnitRole }
  | { type: "seed.granted"; unitId: UnitId; memberId: OfficialId; keyId: string; seeds: number; replaced: number }
  | { type: "seed.reported"; unitId: UnitId; epoch: number; grantorKeyId: string }
  | { type: "key.proposed"; unitId: UnitId; epoch: number; keyId: string; seeds: number }
  | { type: "key.withdrawn"; unitId: UnitId; epoch: number }
  | { type: "case.entrusted"; caseId: CaseId; deputyId: OfficialId; keyId: string; expires: string }
  | { type: "case.resealed"; caseId: CaseId; keyId: string }
  | { type: "audit.read"; records: number; filterType?: string; filterActor?: string; filterCase?: string }
  | { type: "audit.exported"; after: number }
  | { type: "audit.pruned"; upTo: number }
  | { type: "collector.made"; tokenId: CollectorTokenId; days: number }
  | { type: "collector.revoked"; tokenId: CollectorTokenId }
  | { type: "collector.used"; tokenId: CollectorTokenId; after: number }
  | { type: "collector.refused"; tokenId: CollectorTokenId }
  | { type: "session.opened"; sessionId: SessionId; assurance: AssuranceLevel }
  | { type: "session.refused"; reason: LoginRefusal }
  | {
      type: "session.revoked";
      sessionId: SessionId;
      reason: "logout" | "elsewhere" | "new-login" | "provider" | "account-deleted" | "official-removed";
    };

/** Class O: written in batches beside the work. Under a flood the oldest is lost, and the loss itself is recorded. */
export type OperationalEvent =
  | { type: "access.refused"; procedure: string; code: string }
  | { type: "job.failed"; queue: string; jobId: string }
  | { type: "service.started"; name: string }
  | { type: "service.stopped"; name: string }
  | { type: "audit.gap"; dropped: number };

type ClassOf<Type extends AuditEvent["type"]> = Type extends OperationalEvent["type"] ? "O" : "S";

/** Every type once, for lists and filters, with its class. */
export const auditClasses = {
  "account.created": "S",
  "account.renewed": "S",
  "account.objected": "S",
  "account.deleted": "S",
  "vault.saved": "S",
  "vault.released": "S",
  "seeds.released": "S",
  "way.added": "S",
  "way.removed": "S",
  "device.asked": "S",
  "device.answered": "S",
  "device.fetched": "S",
  "device.closed": "S",
  "case.drafted": "S",
  "case.submitted": "S",
  "case.claimed": "S",
  "case.released": "S",
  "case.recused": "S",
  "recusal.lifted": "S",
  "case.opened": "S",
  "case.asked": "S",
  "case.answered": "S",
  "case.resumed": "S",
  "case.withdrawn": "S",
  "case.discarded": "S",
  "case.expired": "S",
  "copy.requested": "S",
  "copy.granted": "S",
  "copy.refused": "S",
  "copy.objected": "S",
  "document.stored": "S",
  "document.released": "S",
  "document.verified": "S",
  "document.damaged": "S",
  "message.sent": "S",
  "messages.released": "S",
  "unit.created": "S",
  "unit.renamed": "S",
  "unit.closed": "S",
  "unit.reopened": "S",
  "member.added": "S",
  "member.changed": "S",
  "member.removed": "S",
  "official.removed": "S",
  "role.given": "S",
  "role.taken": "S",
  "deputy.named": "S",
  "deputy.ended": "S",
  "invitation.made": "S",
  "invitation.withdrawn": "S",
  "invitation.redeemed": "S",
  "seed.granted": "S",
  "seed.reported": "S",
  "key.proposed": "S",
  "key.withdrawn": "S",
  "case.entrusted": "S",
  "case.resealed": "S",
  "collector.made": "S",
  "collector.revoked": "S",
  "collector.used": "S",
  "collector.refused": "S",
  "session.opened": "S",
  "session.refused": "S",
  "session.revoked": "S",
  "audit.read": "S",
  "audit.exported": "S",
  "audit.pruned": "S",
  "access.refused": "O",
  "job.failed": "O",
  "service.started": "O",
  "service.stopped": "O",
  "audit.gap": "O",
} as const satisfies { [Type in AuditEvent["type"]]: ClassOf<Type> };
export type AuditType = AuditEvent["type"];

// The keys of the table itself; TypeScript widens them to string.
export const auditTypes = Object.keys(auditClasses) as AuditType[];
