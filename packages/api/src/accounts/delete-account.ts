import { endDigest } from "@dvd/crypto";
import { lockVault } from "@dvd/db/repositories/accounts";
import { holdCases, removeDraft } from "@dvd/db/repositories/cases";
import { noteChanges } from "@dvd/db/repositories/changes";
import { isRenewalProven, listSubmitted } from "@dvd/db/repositories/copies";
import { listAll, listOwnUploads } from "@dvd/db/repositories/documents";
import { forgetCitizen, holdAccount } from "@dvd/db/repositories/identity";
import type { CitizenTx } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import { record } from "../audit.ts";
import type { CitizenCtx } from "../context.ts";
import { removeBlobs } from "../documents/remove-blobs.ts";
import { assertFreshLogin } from "../sessions/assert-fresh-login.ts";
import { assertSigned } from "./assert-signed.ts";
import type { DeleteAccount } from "./delete-account.contract.ts";

/**
 * Ends an account: whatever is only the citizen's goes at once, what was sent stays with the authorities that have it.
 */
export async function deleteAccount(ctx: CitizenCtx, { signed }: DeleteAccount) {
  const { citizenId } = ctx.actor;
  assertFreshLogin(ctx, "account.delete");
  const { removed, ...counts } = await ctx.transact(async (tx) => {
    // First of all: whatever the person does elsewhere at this moment comes before the end, or not at all.
    if (!(await holdAccount(tx, { alone: true }))) throw new DomainError("auth.required");
    await assertOwnWish(ctx, tx, signed);
    // A case that is being sent at this moment is the authority's, and none of its bytes may go.
    const drafts = (await holdCases(tx, citizenId)).filter(({ state }) => state === "DRAFT");
    const cases = await listSubmitted(tx, citizenId);
    const uploads = await listOwnUploads(tx, citizenId);
    const documents = [...uploads];
    for (const { id } of drafts) {
      const drafted = await listAll(tx, id);
      if (!(await removeDraft(tx, id))) throw new DomainError("case.conflict");
      documents.push(...drafted);
    }

    await noteChanges(tx, "case.citizen-left", cases);
    const counts = { cases: cases.length, drafts: drafts.length, uploads: uploads.length };
    await record(ctx, tx, null, { type: "account.deleted", ...counts });
    await forgetCitizen(tx);
    return { removed: documents, ...counts };
  });

  await removeBlobs(ctx, removed);
  ctx.log.event("account.deleted", counts);
  return counts;
}

/** A stolen login could end an account as well as spoil it: the word of its key is asked for, if there is one. */
async function assertOwnWish({ actor: { citizenId } }: CitizenCtx, tx: CitizenTx, signed: DeleteAccount["signed"]) {
  const vault = await lockVault(tx, citizenId);
  if (!vault) return;
  if (!signed) throw new DomainError("account.not-signed");
  await assertSigned(signed, vault.signingKey, {
    account: citizenId,
    what: "end",
    vault_version: vault.version,
    digest: endDigest(citizenId),
  });
  // New keys come by a login alone. Until somebody has looked who asked for them, they do not speak for the person.
  if (!(await isRenewalProven(tx, citizenId))) throw new DomainError("account.keys-unproven");
}
