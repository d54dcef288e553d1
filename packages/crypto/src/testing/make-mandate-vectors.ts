/**
 * Writes vectors/mandates.json anew: `node src/testing/make-mandate-vectors.ts`. Keys and signatures come out different
 * each time; published vectors are never replaced by a second run.
 */
import { writeFileSync } from "node:fs";
import { toHex, utf8 } from "../bytes.ts";
import { generateSigningKey, type SigningKey } from "../keys/signing.ts";
import { signPayload, type PayloadType, type SignedBytes } from "../statement/dsse.ts";
import { signMandate, type Mandate } from "../statement/mandate.ts";
import { accountId, now, otherAccountId, unitId } from "./fixtures.ts";

const [giver, deputy, agent, formerGiver, formerDeputy, stranger] = (await Promise.all(
  Array.from({ length: 6 }, async () => (await generateSigningKey()).key),
)) as [SigningKey, SigningKey, SigningKey, SigningKey, SigningKey, SigningKey];
const otherUnitId = "0189bbbb-0000-7000-8000-000000000002";
const caseId = "0189cccc-0000-7000-8000-000000000001";
const authority = "0189dddd-0000-7000-8000-000000000001";
const agentId = "0189aaaa-0000-7000-8000-000000000003";
const [formerGiverId, formerDeputyId] = [
  "0189aaaa-0000-7000-8000-000000000004",
  "0189aaaa-0000-7000-8000-000000000005",
];
const afterDays = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString();

const mandate: Mandate = {
  type: "mandate",
  version: 1,
  authority,
  unit_id: unitId,
  case_id: caseId,
  given_by: toHex(giver.keyId),
  deputy: otherAccountId,
  deputy_unit_id: otherUnitId,
  deputy_key: toHex(deputy.keyId),
  not_before: now.toISOString(),
  expires: afterDays(14),
};

const text = ({ payload, signature }: SignedBytes) => ({
  payload: new TextDecoder().decode(payload),
  signature: toHex(signature),
});
const signed = async (value: object, key: SigningKey, type: PayloadType = "mandate") =>
  text(await signPayload(type, utf8(JSON.stringify(value)), key));
const given = (change: object, key = giver) => signed({ ...mandate, ...change }, key);

const member = (unit: string, account: string, { keyId, spki }: SigningKey, role = "official", until = "") => ({
  unit,
  account,
  keyId: toHex(keyId),
  spki: toHex(spki),
  role,
  until: until || null,
});

const accepted = text(await signMandate(mandate, giver));
const { given_by: _, ...anonymous } = mandate;
const spans = { from: mandate.not_before, until: mandate.expires };
const ofDeputy = { keyId: mandate.deputy_key, ...spans };

const vectors = {
  mandate: {
    expect: { authority, unitId, caseId },
    members: [
      member(unitId, accountId, giver, "lead"),
      member(unitId, agentId, agent, "export"),
      member(unitId, formerGiverId, formerGiver, "official", afterDays(3)),
      member(otherUnitId, otherAccountId, deputy),
      member(otherUnitId, agentId, agent, "export"),
      member(otherUnitId, formerDeputyId, formerDeputy, "official", afterDays(5)),
    ],
    accepted: [
      { name: "as it was given", signed: accepted, result: ofDeputy },
      {
        name: "by somebody who leaves meanwhile: until then",
        signed: await given({ given_by: toHex(formerGiver.keyId) }, formerGiver),
        result: { ...ofDeputy, until: afterDays(3) },
      },
      {
        name: "for somebody who leaves meanwhile: until then",
        signed: await given({ deputy: formerDeputyId, deputy_key: toHex(formerDeputy.keyId) }),
        result: { keyId: toHex(formerDeputy.keyId), ...spans, until: afterDays(5) },
      },
      {
        name: "for a quarter in which the clocks are set back",
        signed: await given({ expires: new Date(now.getTime() + 92 * 86_400_000 + 3_600_000).toISOString() }),
        result: { ...ofDeputy, until: new Date(now.getTime() + 92 * 86_400_000 + 3_600_000).toISOString() },
      },
    ],
    refused: [
      { name: "for another case", signed: await given({ case_id: otherAccountId }), error: "E_MANDATE_CONTEXT" },
      { name: "for another unit", signed: await given({ unit_id: otherUnitId }), error: "E_MANDATE_CONTEXT" },
      { name: "of another authority", signed: await given({ authority: "x" }), error: "E_MANDATE_CONTEXT" },
      {
        name: "by somebody whom nobody has signed for",
        signed: await given({ given_by: toHex(stranger.keyId) }, stranger),
        error: "E_MANDATE_SIG",
      },
      {
        name: "by somebody of another unit",
        signed: await given({ given_by: toHex(deputy.keyId), deputy: agentId }, deputy),
        error: "E_MANDATE_SIG",
      },
      {
        name: "by a deputy, for the next one",
        signed: await given(
          { given_by: toHex(deputy.keyId), deputy: formerDeputyId, deputy_key: toHex(formerDeputy.keyId) },
          deputy,
        ),
        error: "E_MANDATE_SIG",
      },
      {
        name: "by an export agent",
        signed: await given({ given_by: toHex(agent.keyId) }, agent),
        error: "E_MANDATE_SIG",
      },
      { name: "in a member's name", signed: await given({}, stranger), error: "E_MANDATE_SIG" },
      {
        name: "signed by the deputy in the member's name",
        signed: await given({}, deputy),
        error: "E_MANDATE_SIG",
      },
      {
        name: "with the two swapped",
        signed: await given(
          {
            given_by: toHex(deputy.keyId),
            deputy: accountId,
            deputy_key: toHex(giver.keyId),
            deputy_unit_id: unitId,
          },
          deputy,
        ),
        error: "E_MANDATE_SIG",
      },
      {
        name: "for a key that nobody has signed for",
        signed: await given({ deputy_key: toHex(stranger.keyId) }),
        error: "E_MANDATE_SIG",
      },
      {
        name: "for the key of somebody else",
        signed: await given({ deputy: formerDeputyId }),
        error: "E_MANDATE_SIG",
      },
      {
        name: "for somebody who is not of the unit that it names for them",
        signed: await given({ deputy_unit_id: unitId }),
        error: "E_MANDATE_SIG",
      },
      {
        name: "for an export agent",
        signed: await given({ deputy: agentId, deputy_key: toHex(agent.keyId) }),
        error: "E_MANDATE_SIG",
      },
      {
        name: "for oneself",
        signed: await given({ deputy: accountId, deputy_key: toHex(giver.keyId), deputy_unit_id: unitId }),
        error: "E_MANDATE_SIG",
      },
      {
        name: "signed as an attestation",
        signed: await signed(mandate, giver, "attestation"),
        error: "E_MANDATE_SIG",
      },
      {
        name: "made longer afterwards",
        signed: {
          payload: accepted.payload.replace(mandate.expires, afterDays(15)),
          signature: accepted.signature,
        },
        error: "E_MANDATE_SIG",
      },
      { name: "that ends before it begins", signed: await given({ expires: afterDays(-1) }), error: "E_MANDATE" },
      { name: "that ends as it begins", signed: await given({ expires: afterDays(0) }), error: "E_MANDATE" },
      {
        name: "longer than a quarter",
        signed: await given({ expires: new Date(now.getTime() + 92 * 86_400_000 + 3_600_001).toISOString() }),
        error: "E_MANDATE",
      },
      { name: "of another version", signed: await given({ version: 2 }), error: "E_MANDATE" },
      { name: "with an unknown field", signed: await given({ note: "" }), error: "E_MANDATE" },
      { name: "by nobody", signed: await signed(anonymous, giver), error: "E_MANDATE" },
    ],
  },
};

writeFileSync(new URL("../../vectors/mandates.json", import.meta.url), `${JSON.stringify(vectors, null, 1)}\n`);
