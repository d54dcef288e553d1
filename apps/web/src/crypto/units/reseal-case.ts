import { CryptoError, caseKeyObject, sealGrant } from "@dvd/crypto";
import { toBase64 } from "../base64.ts";
import type { OpenCase } from "../open-case.ts";

/**
 * The key of an open case, sealed for the present key of its unit. It is the same key: what was written under it stays
 * readable, and whoever has copied it keeps it (docs/keys.md, 6).
 */
export async function resealCase({ key, me, directory, unitId }: OpenCase, now: Date) {
  const unit = directory.unitKey(unitId);
  if (!unit) throw new CryptoError("E_STATEMENT_CONTEXT");
  const object = await caseKeyObject(key.scopeId, key.generation);
  const recipientKey = unit.publicKey;
  return toBase64(await sealGrant({ ...object, secret: key.secret, grantor: me, now, role: "unit", recipientKey }));
}
