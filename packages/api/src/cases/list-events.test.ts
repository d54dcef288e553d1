import { afterAll, describe, expect, it } from "vitest";
import { releaseDocument } from "../documents/release-document.ts";
import { sendMessage } from "../messages/send-message.ts";
import { openPortal } from "../testing/portal.ts";
import { eventsOf } from "../testing/rows.ts";
import { sendCase, writeMessage } from "../testing/sealing.ts";
import { claimCase } from "./claim-case.ts";
import { getCase } from "./get-case.ts";
import { listEvents } from "./list-events.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const citizen = await portal.citizen();
const [official, colleague] = [await portal.official(0), await portal.official(1)];

describe("the history of a case", () => {
  it("tells both sides the same, in order and page by page: who, what, about which record", async () => {
    const { caseId, caseKey, document } = await sendCase(portal, citizen);
    await claimCase(official.ctx, { caseId, version: 3 });
    await releaseDocument(official.ctx, document);
    const { message } = await writeMessage(official.keys.signing, caseKey);
    await sendMessage(official.ctx, { caseId, message });

    const all = await listEvents(citizen.ctx, { caseId, after: 0, limit: 100 });
    expect(all.events.map(({ kind, actor, subjectId }) => ({ kind, actor, subjectId }))).toEqual([
      { kind: "case.received", actor: "citizen", subjectId: null },
      { kind: "case.claimed", actor: "official", subjectId: null },
      { kind: "document.opened", actor: "official", subjectId: document.documentId },
      { kind: "message.sent", actor: "official", subjectId: message.messageId },
    ]);
    expect(await listEvents(official.ctx, { caseId, after: 0, limit: 100 })).toEqual(all);
    const first = await listEvents(citizen.ctx, { caseId, after: 0, limit: 3 });
    const rest = await listEvents(citizen.ctx, { caseId, after: first.nextAfter ?? 0, limit: 3 });
    expect([...first.events, ...rest.events]).toEqual(all.events);
    expect(rest.nextAfter).toBeNull();
  });

  it("names the first time that the authority opened a document, whoever of it, and no look of the citizen", async () => {
    const { caseId, document } = await sendCase(portal, citizen);
    await releaseDocument(citizen.ctx, document);
    await getCase(official.ctx, { caseId });
    expect(await eventsOf(portal, caseId)).toEqual(["citizen case.received"]);
    await Promise.all([official, colleague, official].map(({ ctx }) => releaseDocument(ctx, document)));
    expect(await eventsOf(portal, caseId)).toEqual(["citizen case.received", "official document.opened"]);
  });
});
