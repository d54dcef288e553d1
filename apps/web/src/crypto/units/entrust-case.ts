import { CryptoError, caseKeyObject, kemKeyId, sealGrant, signMandate, toHex } from "@dvd/crypto";
import { type Days, spanOf } from "@dvd/domain/tenant/deputyship";
import { fromBase64, toBase64 } from "../base64.ts";
import type { OpenCase } from "../open-case.ts";

/** Whom somebody has named, and the unit in which the server says that the authority has signed for them. */
export type NamedDeputy = { officialId: string; unitId: string; kemPublicKey: string };

/**
 * The key of a case, sealed for a deputy of another unit, and the word that lets them speak in it on these days. For a key
 * that the authority has signed: the server may say who was named, and never whose key theirs is.
 */
export async function entrustCase(
  { key, me, directory, unitId }: OpenCase,
  caseId: string,
  deputy: NamedDeputy,
  days: Days,
  now: Date,
) {
  const recipientKey = fromBase64(deputy.kemPublicKey);
  const keyId = toHex(await kemKeyId(recipientKey));
  const found = Array.from(directory.signers(deputy.unitId)).find(
    ([, { account, kemKeyId: signed }]) => account === deputy.officialId && signed === keyId,
  );
  if (!found) throw new CryptoError("E_KEY");
  const object = await caseKeyObject(key.scopeId, key.generation);
  const grant = await sealGrant({ ...object, secret: key.secret, grantor: me, now, role: "official", recipientKey });
  const { from, until } = spanOf(days);
  const { payload, signature } = await signMandate(
    {
      type: "mandate",
      version: 1,
      authority: directory.authority,
      unit_id: unitId,
      case_id: caseId,
      given_by: toHex(me.keyId),
      deputy: deputy.officialId,
      deputy_unit_id: deputy.unitId,
      deputy_key: found[0],
      not_before: from.toISOString(),
      expires: until.toISOString(),
    },
    me,
  );
  return { grant: toBase64(grant), mandate: { payload: toBase64(payload), signature: toBase64(signature) } };
}
