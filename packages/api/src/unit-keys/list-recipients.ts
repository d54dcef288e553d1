import { tenantCan } from "@dvd/domain/tenant/policy";
import { assertCan } from "@dvd/domain/verdict";
import type { OfficialCtx } from "../context.ts";
import { encodeBase64 } from "../wire.ts";
import type { WithdrawKey } from "./propose-key.contract.ts";
import { recipientsOf } from "./recipients-of.ts";

/** For whom the browser of a member would seal a new key. */
export const listRecipients = (ctx: OfficialCtx, { unitId }: WithdrawKey) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("rotateKey", ctx.actor, { unitId }));
    const { tenantId, officialId: proposer } = ctx.actor;
    const recipients = await recipientsOf(tx, tenantId, { unitId, proposer });
    return {
      recipients: recipients.map(({ officialId, kemPublicKey }) => {
        return { officialId, kemPublicKey: encodeBase64(kemPublicKey) };
      }),
    };
  });
