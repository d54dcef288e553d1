import { CryptoError, inspectDraft } from "@dvd/crypto";
import { addDraft, changeDraft, listDrafts, lockDraft } from "@dvd/db/repositories/drafts";
import { takeTurn } from "@dvd/db/repositories/turns";
import type { CitizenTx } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import { draftExpiresAt, draftLimits, draftSweepAt, isSameDay } from "@dvd/domain/form/draft-limits";
import type { CitizenId } from "@dvd/domain/ids";
import type { CitizenCtx } from "../context.ts";
import type { Bytes } from "../wire.ts";
import { oldestKept } from "./oldest-kept.ts";
import type { SaveDraft } from "./save-draft.contract.ts";

/** Keeps what somebody wants to go on with elsewhere. Who has not seen the newest version overwrites nothing. */
export async function saveDraft(ctx: CitizenCtx, { draftId, expectedVersion, sealed }: SaveDraft) {
  const place = { citizenId: ctx.actor.citizenId, draftId };
  const version = versionOf(sealed, place);
  if (version <= expectedVersion) throw new DomainError("request.invalid");
  const now = ctx.now();
  const content = { version, sealed, updatedAt: now };
  await ctx.transact(async (tx) => {
    const found = await lockDraft(tx, place);
    if (!found && expectedVersion > 0) throw new DomainError("draft.not-found");
    if (found && found.version !== expectedVersion) throw new DomainError("draft.conflict");
    if (found) await changeDraft(tx, place, content);
    else await addWithin(tx, place, content);

    if (found && isSameDay(found.updatedAt, now)) return;
    const about = { correlationId: ctx.correlationId, ...place };
    await ctx.jobs.enqueue(tx, "remove-old-draft", about, draftSweepAt(now));
  });
  return { version, expiresAt: draftExpiresAt(now).toISOString() };
}

type Place = { citizenId: CitizenId; draftId: string };

async function addWithin(tx: CitizenTx, place: Place, content: Parameters<typeof addDraft>[2]) {
  await takeTurn(tx, "draft", place.citizenId);
  const others = await listDrafts(tx, place.citizenId, oldestKept(content.updatedAt));
  if (others.length >= draftLimits.perCitizen) throw new DomainError("draft.too-many");
  if (!(await addDraft(tx, place, content))) throw new DomainError("draft.conflict");
}

/** What is sealed must say itself whose it is: another draft's bytes would never open under this name again. */
function versionOf(sealed: Bytes, { citizenId, draftId }: Place): number {
  try {
    const stated = inspectDraft(sealed);
    if (stated.accountId === citizenId && stated.draftId === draftId) return stated.version;
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
  }
  throw new DomainError("request.invalid");
}
