import { toHex, utf8 } from "../bytes.ts";
import { refuseUnless } from "../errors.ts";
import { checkShape, instant, literal, object, readJson, writeJson, type Read } from "../json.ts";
import { signingKeyId, type SigningKey } from "../keys/signing.ts";
import { isPayloadSigned, signPayload, type Signed, type SignedBytes } from "./dsse.ts";
import { hashShape, uuidShape } from "./statement.ts";

const shape = object(
  {
    type: literal("objection"),
    version: literal(1),
    account: uuidShape,
    former_key_id: hashShape,
    new_key_id: hashShape,
    objected_at: instant,
  },
  {},
);

/** "That was not me": the former key of an account says that the new one is not its successor. */
export type Objection = Read<typeof shape>;

/** Throws E_OBJECTION when a field is wrong, or when the key that signs is not the former one. */
export function signObjection(objection: Objection, formerKey: SigningKey): Promise<SignedBytes> {
  const checked = checkShape(objection, shape, "E_OBJECTION");
  refuseUnless(checked.former_key_id === toHex(formerKey.keyId), "E_OBJECTION");
  return signPayload("objection", utf8(writeJson(checked)), formerKey);
}

type VerifyObjectionInput = {
  signed: Signed;
  formerSpki: Uint8Array;
  /** Without a new key: whatever key it is against. */
  expect: { account: string; newKeyId?: string };
};

/**
 * In this order: E_OBJECTION (malformed), E_OBJECTION_CONTEXT (another account, or about other keys), E_OBJECTION_SIG.
 * Whoever has the login and not the former key cannot make one, nor can the server.
 */
export async function verifyObjection({ signed, formerSpki, expect }: VerifyObjectionInput): Promise<Objection> {
  const read = readJson(signed.payload, shape, "E_OBJECTION");
  const formerKeyId = toHex(await signingKeyId(formerSpki));
  refuseUnless(
    read.account === expect.account &&
      read.new_key_id === (expect.newKeyId ?? read.new_key_id) &&
      read.former_key_id === formerKeyId,
    "E_OBJECTION_CONTEXT",
  );
  refuseUnless(await isPayloadSigned("objection", signed, formerSpki), "E_OBJECTION_SIG");
  return read;
}
