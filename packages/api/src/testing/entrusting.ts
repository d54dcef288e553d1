import { caseKeyObject, type Mandate, sealGrant, signMandate, toHex } from "@dvd/crypto";
import type { DeputyshipId } from "@dvd/domain/ids";
import { type Days, spanOf } from "@dvd/domain/tenant/deputyship";
import type { EntrustCase } from "../deputies/entrust-case.contract.ts";
import type { Official } from "./portal.ts";
import type { sendCase } from "./sealing.ts";

type Between = { from: Official; to: Official; deputyshipId: DeputyshipId; days: Days };
type Sent = Pick<Awaited<ReturnType<typeof sendCase>>, "caseId" | "caseKey">;

/** What the browser of whoever is away makes of a case for their deputy; the word changed, where a test wants a lie. */
export async function handingOver(
  { caseId, caseKey }: Sent,
  { from, to, deputyshipId, days }: Between,
  change: Partial<Mandate> = {},
): Promise<EntrustCase> {
  const { signing } = from.keys;
  const { unitIds, tenantId } = from.ctx.actor;
  const { officialId, unitIds: theirs } = to.ctx.actor;
  const object = await caseKeyObject(caseKey.scopeId, caseKey.generation);
  const sealing = { ...object, role: "official" as const, secret: caseKey.secret, grantor: signing, now: new Date() };
  const { from: first, until } = spanOf(days);
  const mandate: Mandate = {
    type: "mandate",
    version: 1,
    authority: tenantId,
    unit_id: unitIds[0] ?? "",
    case_id: caseId,
    given_by: toHex(signing.keyId),
    deputy: officialId,
    deputy_unit_id: theirs[0] ?? "",
    deputy_key: toHex(to.keys.signing.keyId),
    not_before: first.toISOString(),
    expires: until.toISOString(),
    ...change,
  };
  return {
    deputyshipId,
    caseId,
    grant: await sealGrant({ ...sealing, recipientKey: to.keys.kem.publicKey }),
    mandate: await signMandate(mandate, signing),
  };
}
