import { keyHolder } from "../../crypto/client.ts";
import { type CasesProgress, oneByOne, type WorkPorts } from "../cases/one-by-one.ts";
import { type CasePorts, openCase } from "../cases/open-case.ts";
import { readConversation } from "../cases/read-conversation.ts";
import { openUnits } from "../keys/open-account.ts";

/** Seals the open cases of a unit for its present key. */
export async function resealCases(ports: CasePorts & WorkPorts, unitId: string): Promise<CasesProgress> {
  const { client } = ports;
  await openUnits({ ...ports, keys: keyHolder() });
  const list = (cursor: string | undefined) =>
    client.unitKeys.listUnsealed.query({ unitId, limit: 20, ...(cursor && { cursor }) });
  const work = async (caseId: string) => {
    const { isKeyProven } = await openCase(ports, caseId);
    // Sealed by a member: first the citizen's own message has to open under it.
    if (!isKeyProven) await readConversation(client, caseId, []);
    const grant = await keyHolder().resealCase(caseId);
    const { isTaken } = await client.unitKeys.resealCase.mutate({ caseId, grant });
    return isTaken;
  };
  return oneByOne({ list, work }, ports);
}
