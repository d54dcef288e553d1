import "server-only";
import type { LocalText } from "@dvd/domain/service/service";
import { getI18n } from "../../i18n/server.ts";
import { bridge } from "../../server/bridge.ts";
import { versions } from "./service.ts";

/** What a service asks for, by the id of each document. */
export type EvidenceLabel = { id: string; label: string };
/** The same by service. */
export type EvidenceLabels = Readonly<Record<string, readonly EvidenceLabel[]>>;

/** In the language of the office: for an official to tick. */
export const readOfficeLabels = () => readLabels("de");

/** In the reader's language: a citizen reads what was ticked, whatever the office speaks. */
export const readOwnLabels = async () => readLabels(versions[(await getI18n()).locale]);

/** Without them an official still writes what is missing, and a citizen reads the words of the office. */
async function readLabels(version: keyof LocalText): Promise<EvidenceLabels> {
  const answer = await bridge()
    .listServices()
    .catch(() => null);
  const services = answer?.services ?? [];
  return Object.fromEntries(
    services.map(({ key, evidence }) => [key, evidence.map(({ id, label }) => ({ id, label: label[version] }))]),
  );
}
