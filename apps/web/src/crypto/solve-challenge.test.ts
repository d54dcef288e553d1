import { getChallenge } from "@dvd/api/proofs/get-challenge";
import { openPortal } from "@dvd/api/testing/portal";
import { solveChallenge as solveElsewhere } from "@dvd/api/testing/solve-challenge";
import { proofCost } from "@dvd/domain/limits/proof";
import { afterAll, expect, it } from "vitest";
import { solveChallenge } from "./solve-challenge.ts";

const portal = await openPortal();
afterAll(() => portal.close());

it("the browser finds the number that the server has chosen, within the bounds that slow phones can bear", async () => {
  const { ctx } = await portal.citizen();
  for (let round = 0; round < 5; round += 1) {
    const challenge = await getChallenge(ctx, { action: "cases.openDraft" });
    const found = await solveChallenge(challenge);
    expect(found).toEqual(solveElsewhere(challenge));
    expect(found.solution.counter).toBeGreaterThanOrEqual(proofCost.lowest);
    expect(found.solution.counter).toBeLessThanOrEqual(proofCost.highest);
  }
});
