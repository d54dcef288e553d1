import { toHex } from "@dvd/crypto";
import { getCase, touchCase } from "@dvd/db/repositories/cases";
import { noteChange } from "@dvd/db/repositories/changes";
import { decideCopyRequest } from "@dvd/db/repositories/copies";
import { caseCan } from "@dvd/domain/case/policy";
import { assertCan } from "@dvd/domain/verdict";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";
import { getSender } from "../members/get-sender.ts";
import { getOpenCopy } from "./get-open-copy.ts";
import type { RefuseCopy } from "./refuse-copy.contract.ts";

/** The person was not who they said, or the digits were others. The citizen may ask again, with a new key. */
export const refuseCopy = (ctx: OfficialCtx, { caseId, renewalId, reason }: RefuseCopy) =>
  ctx.transact(async (tx) => {
    const found = await getCase(tx, caseId);
    assertCan(caseCan.grantCopy(found, ctx.actor));
    // As for granting: a refusal speaks to the citizen too, and makes them begin again.
    await getSender(ctx, tx, found, ctx.now());
    const { request, renewal } = await getOpenCopy(tx, caseId, renewalId);

    const now = ctx.now();
    await decideCopyRequest(tx, request, { state: "REFUSED", reason }, now);
    await touchCase(tx, caseId, now);
    await record(ctx, tx, found.tenantId, { type: "copy.refused", caseId, keyId: toHex(renewal.signingKeyId), reason });
    await noteChange(tx, "copy.refused", found);
    return { caseId };
  });
