import { toHex, utf8, type Bytes } from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { checkShape, instant, literal, object, readJson, writeJson, type Read } from "../json.ts";
import type { SigningKey } from "../keys/signing.ts";
import { isPayloadSigned, signPayload, type Signed, type SignedBytes } from "./dsse.ts";
import { authorityShape, hashShape, uuidShape } from "./statement.ts";
import type { Author } from "./verify-directory.ts";

const shape = object(
  {
    type: literal("mandate"),
    version: literal(1),
    authority: authorityShape,
    /** The unit of the case. */
    unit_id: uuidShape,
    case_id: uuidShape,
    /** Key id of who signs: somebody of that unit. */
    given_by: hashShape,
    deputy: uuidShape,
    /** The unit of the deputy, where the authority has signed for this key of theirs. */
    deputy_unit_id: uuidShape,
    deputy_key: hashShape,
    not_before: instant,
    expires: instant,
  },
  {},
);

/**
 * The word of an official who is away: in this one case a colleague of another unit speaks in their place, from then to
 * then. It makes nobody a member: both stand in lists that the authority has signed, and neither goes further than its own.
 */
export type Mandate = Read<typeof shape>;

/** A quarter, and the hour that an autumn has more. */
const longestMs = 92 * 86_400_000 + 3_600_000;

function checkTimes(mandate: Mandate) {
  const length = Date.parse(mandate.expires) - Date.parse(mandate.not_before);
  refuseUnless(length > 0 && length <= longestMs, "E_MANDATE");
  return mandate;
}

/** Throws E_MANDATE when a field is wrong, or when the key that signs is not the one that is named. */
export function signMandate(mandate: Mandate, key: SigningKey): Promise<SignedBytes> {
  const checked = checkTimes(checkShape(mandate, shape, "E_MANDATE"));
  refuseUnless(checked.given_by === toHex(key.keyId), "E_MANDATE");
  return signPayload("mandate", utf8(writeJson(checked)), key);
}

/** Who may speak beside the members of the unit: with which key, and from when to when. `expires` itself is too late. */
export type Deputy = { keyId: string; spki: Bytes; from: Date; until: Date; mandate: Mandate };

type VerifyMandateInput = {
  signed: Signed;
  /** From the verified directory: who is or was a member of a unit of this authority. */
  authors: (unitId: string) => ReadonlyMap<string, Author>;
  expect: { authority: string; unitId: string; caseId: string };
};

/**
 * In this order: E_MANDATE (malformed, or longer than a quarter), E_MANDATE_CONTEXT (another authority, unit or case),
 * E_MANDATE_SIG (not signed by an official of the unit, or for somebody who is none of the unit that it names for them).
 */
export async function verifyMandate({ signed, authors, expect }: VerifyMandateInput): Promise<Deputy> {
  const mandate = checkTimes(readJson(signed.payload, shape, "E_MANDATE"));
  const { authority, unit_id, case_id, given_by, deputy, deputy_unit_id, deputy_key } = mandate;
  const isAboutThis = authority === expect.authority && unit_id === expect.unitId && case_id === expect.caseId;
  refuseUnless(isAboutThis, "E_MANDATE_CONTEXT");
  const giver = officialIn(authors(unit_id), given_by);
  // Named by account and key: the list of their own unit has to say that the one is the other's.
  const taker = officialIn(authors(deputy_unit_id), deputy_key);
  refuseUnless(taker.account === deputy && giver.account !== deputy, "E_MANDATE_SIG");
  refuseUnless(await isPayloadSigned("mandate", signed, giver.spki), "E_MANDATE_SIG");
  // It ends with whichever of the two leaves first: nobody lends what they do not have any more.
  const ends = [new Date(mandate.expires), giver.until, taker.until].flatMap((end) => end?.getTime() ?? []);
  const [from, until] = [new Date(mandate.not_before), new Date(Math.min(...ends))];
  return { keyId: deputy_key, spki: taker.spki, from, until, mandate };
}

function officialIn(authors: ReadonlyMap<string, Author>, keyId: string): Author {
  const author = authors.get(keyId);
  // An export agent has a key in the list, and nobody who could speak.
  if (author === undefined || author.role === "export") throw new CryptoError("E_MANDATE_SIG");
  return author;
}
