import { describe, expect, it } from "vitest";
import { makeAuthority } from "./testing/authority.ts";
import { caseAnswer, grantsOf, name, receiptFor, setOut } from "./testing/holder-world.ts";

/** The server of these tests knows everything that a server can know, and lies. */

describe("beginning a case", () => {
  it("seals for the office that was chosen, and opens again from what the server stored", async () => {
    const world = await setOut();
    const begun = await world.holder.beginCase(world.caseId, world.office, world.authority.answer);
    const answer = caseAnswer(world, { grants: await grantsOf(world, begun), receipt: await receiptFor(world) });
    expect(await world.holder.openCase(world.caseId, answer, world.authority.answer)).toEqual({
      fingerprint: begun.fingerprint,
      login: null,
      maySpeak: true,
      isFresh: true,
      isKeyProven: true,
      isWronglySealed: false,
      copy: null,
      vaultUpdate: null,
    });
  });

  it("is refused under another authority than the one that was chosen", async () => {
    const { holder, caseId, office, unitId } = await setOut();
    const other = await makeAuthority({ id: crypto.randomUUID(), name, unitIds: [unitId] });
    await expect(holder.beginCase(caseId, office, other.answer)).rejects.toMatchObject({ code: "E_STATEMENT_CONTEXT" });
  });

  it("is refused when the authority's signed name is not the one on the screen", async () => {
    const { holder, caseId, office, authority } = await setOut();
    const shown = { ...office, authority: "Stadt Beispielau" };
    await expect(holder.beginCase(caseId, shown, authority.answer)).rejects.toMatchObject({
      code: "E_STATEMENT_CONTEXT",
    });
  });

  it("is refused, and nothing is remembered, when the root is not the one whose fingerprint was shown", async () => {
    const { holder, caseId, office, authority, tenantId, unitId } = await setOut();
    const other = await makeAuthority({ id: tenantId, name, unitIds: [unitId] });
    const { fingerprint } = await holder.beginCase(crypto.randomUUID(), office, authority.answer);
    const fresh = await setOut();
    const shown = { ...office, fingerprint };
    const sending = fresh.holder.beginCase(caseId, shown, other.answer);
    await expect(sending).rejects.toMatchObject({ code: "E_ROOT_CHANGED" });
    expect((await fresh.holder.beginCase(caseId, shown, authority.answer)).fingerprint).toBe(fingerprint);
  });

  it("is refused under another root once a root was seen", async () => {
    const { holder, caseId, office, authority, tenantId, unitId } = await setOut();
    await holder.beginCase(caseId, office, authority.answer);
    const other = await makeAuthority({ id: tenantId, name, unitIds: [unitId] });
    const again = holder.beginCase(crypto.randomUUID(), office, other.answer);
    await expect(again).rejects.toMatchObject({ code: "E_ROOT_CHANGED" });
  });
});
