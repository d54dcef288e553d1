import { getCase, moveCase } from "@dvd/db/repositories/cases";
import { noteChange } from "@dvd/db/repositories/changes";
import { caseCan } from "@dvd/domain/case/policy";
import { assertCan } from "@dvd/domain/verdict";
import { DomainError } from "@dvd/domain/errors";
import { record } from "../audit.ts";
import type { CitizenCtx } from "../context.ts";
import type { WithdrawCase } from "./withdraw-case.contract.ts";

/** Ends a case from the citizen's side. The authority keeps what it was sent; nobody writes in it any more. */
export const withdrawCase = (ctx: CitizenCtx, { caseId, version }: WithdrawCase) =>
  ctx.transact(async (tx) => {
    const found = await getCase(tx, caseId);
    assertCan(caseCan.withdraw(found, ctx.actor));
    if (found.version !== version) throw new DomainError("case.conflict");

    const withdrawn = await moveCase(tx, found, "withdraw", ctx.now());
    await record(ctx, tx, withdrawn.tenantId, { type: "case.withdrawn", caseId });
    await noteChange(tx, "case.withdrawn", withdrawn);
    ctx.log.event("case.withdrawn", { caseId, tenantId: withdrawn.tenantId });
    return { caseId, version: withdrawn.version };
  });
