import "server-only";
import { bridge } from "../../server/bridge.ts";

/** By service: what it asks for, in the language of the office, for an official to tick. */
export type EvidenceLabels = Readonly<Record<string, readonly string[]>>;

/** Without them an official still writes what is missing. */
export async function readEvidenceLabels(): Promise<EvidenceLabels> {
  const answer = await bridge()
    .listServices()
    .catch(() => null);
  const services = answer?.services ?? [];
  return Object.fromEntries(services.map(({ key, evidence }) => [key, evidence.map(({ label }) => label.de)]));
}
