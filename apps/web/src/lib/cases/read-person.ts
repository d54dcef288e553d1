import { keyHolder } from "../../crypto/client.ts";
import { type CasePorts, openCase } from "./open-case.ts";

/** Who wrote, in their own words from the first message; null when it could not be proven. */
export async function readPerson(ports: CasePorts, caseId: string): Promise<{ name: string | null }> {
  await openCase(ports, caseId);
  const { messages } = await ports.client.messages.listMessages.query({ caseId, limit: 1 });
  const [first] = await keyHolder().openMessages(caseId, messages);
  // The server chooses what comes first; only the citizen's own proven words name the citizen.
  return { name: first?.sender === "citizen" ? (first.content?.from.trim() ?? null) : null };
}
