import type { CaseEvent } from "../../crypto/wire-types.ts";
import type { ApiClient } from "../trpc/client.ts";

/** The history of a case; events are only added, so what is known is not fetched again. */
export async function readCaseEvents(client: ApiClient, caseId: string, known: readonly CaseEvent[]) {
  const events = [...known];
  for (;;) {
    const page = await client.cases.listEvents.query({ caseId, after: events.at(-1)?.id ?? 0 });
    events.push(...page.events);
    if (page.nextAfter === null) return events;
  }
}
