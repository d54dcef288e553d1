import { createHmac } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { proofCost } from "@dvd/domain/limits/proof";
import { afterAll, describe, expect, it } from "vitest";
import type { RequestContext } from "../context.ts";
import { codeOf } from "../errors.ts";
import { appRouter } from "../root.ts";
import { type Citizen, openPortal } from "../testing/portal.ts";
import { prepareDraft } from "../testing/sealing.ts";
import { proofHeader, solveChallenge } from "../testing/solve-challenge.ts";
import { encodeBase64 } from "../wire.ts";
import { getChallenge } from "./get-challenge.ts";

const portal = await openPortal();
const citizen = await portal.citizen();
afterAll(() => portal.close());

const challengeFor = (person: Citizen) => getChallenge(person.ctx, { action: "cases.openDraft" });

async function draftOf(person: Citizen) {
  const { input } = await prepareDraft(portal, person);
  return { ...input, scopeId: encodeBase64(input.scopeId), grants: input.grants.map(encodeBase64) };
}

const openWith = (request: RequestContext, proof: string | undefined, input: Awaited<ReturnType<typeof draftOf>>) =>
  appRouter
    .createCaller({ ...request, proof })
    .cases.openDraft(input)
    .then(() => "accepted", codeOf);

/** The code of the refusal, or what else was wrong with it. */
async function refusalOf(proof: string | undefined, request: RequestContext = citizen.request) {
  const input = await draftOf(citizen);
  const before = await portal.imprint();
  const code = await openWith(request, proof, input);
  return isDeepStrictEqual(await portal.imprint(), before) ? code : `${code}, and something was stored`;
}

describe("a case is begun", () => {
  it("with a proof of work, once", async () => {
    const proof = proofHeader(solveChallenge(await challengeFor(citizen)));
    expect(await openWith(citizen.request, proof, await draftOf(citizen))).toBe("accepted");
    expect(await refusalOf(proof)).toBe("proof.used");
  });

  it("only once even when the same proof comes twice at the same moment", async () => {
    const proof = proofHeader(solveChallenge(await challengeFor(citizen)));
    const drafts = [await draftOf(citizen), await draftOf(citizen), await draftOf(citizen)];
    const outcomes = await Promise.all(drafts.map((input) => openWith(citizen.request, proof, input)));
    expect(outcomes.toSorted()).toEqual(["accepted", "proof.used", "proof.used"]);
  });

  it("with the same proof once more when it was refused for something else", async () => {
    const proof = proofHeader(solveChallenge(await challengeFor(citizen)));
    const draft = await draftOf(citizen);
    expect(await openWith(citizen.request, proof, { ...draft, postalCode: "99999" })).not.toBe("accepted");
    expect(await openWith(citizen.request, proof, draft)).toBe("accepted");
  });

  it("again under the same key without another proof, because it is begun already", async () => {
    const proof = proofHeader(solveChallenge(await challengeFor(citizen)));
    const request = { ...citizen.request, idempotencyKey: crypto.randomUUID() };
    const draft = await draftOf(citizen);
    expect(await openWith(request, proof, draft)).toBe("accepted");
    expect(await openWith(request, undefined, draft)).toBe("accepted");
  });
});

describe("nothing is begun", () => {
  it("without a proof, or with something that is none", async () => {
    expect(await refusalOf(undefined)).toBe("proof.missing");
    for (const nonsense of ["", "x", proofHeader({} as never), Buffer.from("null").toString("base64")])
      expect(await refusalOf(nonsense)).toBe("proof.invalid");
  });

  it("with the work of somebody else, who may have been paid for it", async () => {
    const other = await portal.citizen();
    expect(await refusalOf(proofHeader(solveChallenge(await challengeFor(other))))).toBe("proof.other-purpose");
  });

  it("with work that was done for another action", async () => {
    const made = await challengeFor(citizen);
    const parameters = { ...made.parameters, data: { ...made.parameters.data, action: "accounts.createAccount" } };
    // Signed by us, as it would be if a second action asked for proofs; the contract does not know it yet.
    expect(await refusalOf(proofHeader({ ...solveChallenge(made), challenge: { ...made, parameters } as never }))).toBe(
      "proof.invalid",
    );
  });

  it("with a proof that has come too late, by a second", async () => {
    const work = solveChallenge(await challengeFor(citizen));
    const end = work.challenge.parameters.expiresAt * 1000;
    expect(await refusalOf(proofHeader(work), { ...citizen.request, now: () => new Date(end) })).toBe("proof.expired");
    const inTime = { ...citizen.request, now: () => new Date(end - 1) };
    expect(await openWith(inTime, proofHeader(work), await draftOf(citizen))).toBe("accepted");
  });

  it("with a wrong key, or a challenge in which one value was changed", async () => {
    const work = solveChallenge(await challengeFor(citizen));
    const { challenge, solution } = work;
    const wrong = { ...solution, derivedKey: "00".repeat(32) };
    expect(await refusalOf(proofHeader({ challenge, solution: wrong }))).toBe("proof.invalid");
    for (const change of [
      { cost: 1 },
      { expiresAt: 4_000_000_000 },
      { keySignature: "00".repeat(32) },
      { nonce: "00".repeat(16) },
    ]) {
      const parameters = { ...challenge.parameters, ...change };
      expect(await refusalOf(proofHeader({ challenge: { ...challenge, parameters }, solution }))).toBe("proof.invalid");
    }
  });

  it("with the key of one challenge under the signature of another", async () => {
    const [one, other] = [solveChallenge(await challengeFor(citizen)), await challengeFor(citizen)];
    expect(
      await refusalOf(
        proofHeader({ challenge: { ...one.challenge, signature: other.signature }, solution: one.solution }),
      ),
    ).toBe("proof.invalid");
  });
});

describe("a challenge", () => {
  it("is signed as ALTCHA signs it: over its JSON with sorted members", async () => {
    const { parameters, signature } = await challengeFor(citizen);
    const names = Object.keys(parameters);
    expect(names).toEqual(names.toSorted());
    const key = createHmac("sha256", portal.deps.challengeKey).update("challenge").digest();
    expect(createHmac("sha256", key).update(JSON.stringify(parameters)).digest("hex")).toBe(signature);
  });

  it("lets nobody skip the work: half of the key is not in it", async () => {
    const { parameters } = await challengeFor(citizen);
    expect(parameters.keyPrefix).toHaveLength(32);
    expect(solveChallenge(await challengeFor(citizen)).solution.derivedKey).toHaveLength(64);
    expect(parameters.cost).toBe(proofCost.iterations);
  });
});
