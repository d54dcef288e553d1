import type { Days } from "@dvd/domain/tenant/deputyship";
import { keyHolder } from "../../crypto/client.ts";
import { oneByOne, type WorkPorts } from "../cases/one-by-one.ts";
import { type CasePorts, openCase } from "../cases/open-case.ts";
import { readConversation } from "../cases/read-conversation.ts";
import type { ApiClient } from "../trpc/client.ts";

type Unentrusted = Awaited<ReturnType<ApiClient["deputies"]["listUnentrusted"]["query"]>>;
/** As they stand on the screen: for these days and this person the browser signs, whatever the server answers meanwhile. */
export type Named = Days & { deputyshipId: string; deputy: NonNullable<Unentrusted["deputy"]> };

/**
 * Hands cases of whoever is away to the deputy of another unit: the key of each, and a signed word for it. Those that stood
 * on the screen when the button was pressed; whatever the server lists afterwards waits for another press.
 */
export function entrustCases(
  ports: CasePorts & WorkPorts,
  { deputyshipId, deputy, ...days }: Named,
  shown: Unentrusted["cases"],
) {
  const { client } = ports;
  const list = () => Promise.resolve({ cases: shown, nextCursor: null });
  const work = async (caseId: string) => {
    const { isKeyProven } = await openCase(ports, caseId);
    // Sealed by a member: first the citizen's own message has to open under it.
    if (!isKeyProven) await readConversation(client, caseId, []);
    const { startsOn, endsOn } = days;
    const handed = await keyHolder().entrustCase(caseId, deputy, { startsOn, endsOn });
    const { isTaken } = await client.deputies.entrustCase.mutate({ deputyshipId, caseId, ...handed });
    return isTaken;
  };
  return oneByOne({ list, work }, ports);
}
