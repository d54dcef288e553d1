import type { CaseEventKind } from "@dvd/domain/case/events";
import type { Dictionary } from "../../i18n/de.ts";

export type EventWord = keyof Dictionary["caseHistory"]["citizen"];

/** What can be done by one side only has one word; messages and documents come from both. */
const words = {
  "case.received": "received",
  "case.claimed": "claimed",
  "case.released": "released",
  "case.asked": "asked",
  "case.answered": "answered",
  "case.resumed": "resumed",
  "case.withdrawn": "withdrawn",
  "case.citizen-left": "citizenLeft",
  "message.sent": { citizen: "messageCitizen", official: "messageOfficial" },
  "document.stored": { citizen: "documentCitizen", official: "documentOfficial" },
  "document.opened": "documentOpened",
  "copy.requested": "copyRequested",
  "copy.granted": "copyGranted",
  "copy.refused": "copyRefused",
  "copy.objected": "copyObjected",
} as const satisfies Record<CaseEventKind, EventWord | { citizen: EventWord; official: EventWord }>;

/** The entry of the dictionary for an event, told to either side. */
export function eventWord(kind: CaseEventKind, actor: "citizen" | "official") {
  const word = words[kind];
  return typeof word === "string" ? word : word[actor];
}
