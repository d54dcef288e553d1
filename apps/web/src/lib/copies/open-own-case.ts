import { keyHolder } from "../../crypto/client.ts";
import type { CaseAnswer } from "../../crypto/wire-types.ts";
import { type CasePorts, openAnswer, type OpenedCase } from "../cases/open-case.ts";
import { readKeys } from "../keys/read-keys.ts";

export type Waiting = CaseAnswer & { copies: { request: NonNullable<CaseAnswer["copies"]["request"]> } };

/** A citizen's own case, as far as it opens with the keys they have now. */
export type OwnCase =
  | { is: "open"; opened: OpenedCase }
  | { is: "waiting"; answer: Waiting }
  /** A copy is there, and its authority is nobody this vault remembers: its digits, as they stand on paper. */
  | { is: "unmet"; answer: CaseAnswer; authority: string; fingerprint: string };

/** `accepted` are the digits of the authority that this person has just seen and taken as the right one. */
export async function openOwnCase(ports: CasePorts, caseId: string, accepted?: string): Promise<OwnCase> {
  const keys = keyHolder();
  const answer = await ports.client.cases.getCase.query({ caseId });
  const waitsFor = await keys.waitsFor(answer);
  if (waitsFor === "copy" && isAskedFor(answer)) return { is: "waiting", answer };
  if (waitsFor !== "acceptance" || accepted !== undefined)
    return { is: "open", opened: await openAnswer(ports, caseId, answer, accepted) };
  const statements = await readKeys(ports.client, keys, answer.tenantId);
  const met = await keys.inspectOffice(answer.tenantId, answer.summary.unitId, statements);
  return { is: "unmet", answer, authority: met.authorityName, fingerprint: met.fingerprint };
}

/** Without a request there is no waiting: then the key is missing for no good reason, and opening says so. */
const isAskedFor = (answer: CaseAnswer): answer is Waiting =>
  answer.copies.request !== null && answer.copies.request.state !== "GRANTED";
