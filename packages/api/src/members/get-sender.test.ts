import { afterAll, describe, expect, it } from "vitest";
import { daysAfter, germanDay } from "@dvd/domain/case/due-date";
import { askCitizen } from "../cases/ask-citizen.ts";
import { claimCase } from "../cases/claim-case.ts";
import { getCase } from "../cases/get-case.ts";
import { grantCopy } from "../cases/grant-copy.ts";
import { refuseCopy } from "../cases/refuse-copy.ts";
import { sendMessage } from "../messages/send-message.ts";
import { attest, renew } from "../testing/copies.ts";
import { type Official, openPortal } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { finish, sealFile, sendCase, sendPart, start, writeMessage } from "../testing/sealing.ts";

const portal = await openPortal();
afterAll(() => portal.close());

/** A case in the hands of this official, and everything that they could send to its citizen; and one that is free. */
async function inHand({ ctx, keys }: Official) {
  const citizen = await portal.citizen();
  const [sent, free] = [await sendCase(portal, citizen), await sendCase(portal, citizen)];
  const { caseId, caseKey } = sent;
  // As if struck off the list since: whoever is not on it takes none.
  await portal.sql`update cases set state = 'ASSIGNED', assigned_official_id = ${ctx.actor.officialId},
    version = version + 1 where id = ${caseId}`;
  const { unitId } = (await getCase(ctx, { caseId })).summary;
  const renewal = await renew(citizen);
  const dueOn = daysAfter(germanDay(new Date()), 7);
  const [{ message }, question] = [
    await writeMessage(keys.signing, caseKey),
    await writeMessage(keys.signing, caseKey),
  ];
  const file = await sealFile(keys.signing, caseKey);
  const copy = await attest({ ...sent, unitId }, citizen, renewal, { keys });
  return {
    "an answer": () => sendMessage(ctx, { caseId, message }),
    "a question": () => askCitizen(ctx, { caseId, message: question.message, dueOn }),
    "a document": () => start(ctx, caseId, file),
    "a copy of the key": () => grantCopy(ctx, copy),
    "no to a copy": () => refuseCopy(ctx, { caseId, renewalId: copy.renewalId, reason: "digits-differ" }),
    "their name as the one who answers": () => claimCase(ctx, { caseId: free.caseId, version: 3 }),
  };
}

/** In what the authority has signed: the portal reads it, and leaves it to devices to look at the signature. */
const rename = (from: string, to: string) => portal.sql`
  update statements set payload = convert_to(replace(convert_from(payload, 'UTF8'), ${from}, ${to}), 'UTF8')
  where kind = 'members'`;

describe("what goes to a citizen", () => {
  it.each([
    "an answer",
    "a question",
    "a document",
    "a copy of the key",
    "no to a copy",
    "their name as the one who answers",
  ] as const)("comes from nobody whom the authority has not signed for in this unit: %s", async (what) => {
    const [newcomer, known] = [await inHand(await portal.recruit("official")), await inHand(await portal.official(0))];
    const before = await portal.imprint();
    expect(await outcome(newcomer[what]())).toBe("member.not-believed");
    expect(await portal.imprint()).toEqual(before);
    expect(await outcome(known[what]())).toBe("accepted");
  });

  it("is no document of somebody whom the authority has struck off since it was begun", async () => {
    const official = await portal.official(0);
    const { caseId, caseKey } = await sendCase(portal, await portal.citizen());
    await claimCase(official.ctx, { caseId, version: 3 });
    const file = await sealFile(official.keys.signing, caseKey);
    await start(official.ctx, caseId, file);
    await sendPart(official.ctx, file, 0);
    const { officialId } = official.ctx.actor;
    const somebodyElse = officialId.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
    await rename(officialId, somebodyElse);
    const before = await portal.imprint();
    expect(await outcome(finish(official.ctx, file))).toBe("member.not-believed");
    expect(await portal.imprint()).toEqual(before);
    await rename(somebodyElse, officialId);
    expect(await outcome(finish(official.ctx, file))).toBe("accepted");
  });

  it("comes from nobody of another unit's list, be it the same authority's", async () => {
    const nextDoor = await portal.official(2);
    const [unitId] = (await portal.official(0)).ctx.actor.unitIds;
    const { tenantId, officialId } = nextDoor.ctx.actor;
    await portal.sql`insert into unit_members (tenant_id, unit_id, official_id, role)
      values (${tenantId}, ${unitId ?? ""}, ${officialId}, 'official')`;
    const sending = await inHand(await portal.official(2));
    expect(await outcome(sending["an answer"]())).toBe("member.not-believed");
  });
});
