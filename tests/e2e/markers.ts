import { randomInt } from "node:crypto";

/** Texts that occur nowhere else, drawn anew for each run: what is found of them was put there by this run. */
const draw = (what: string) =>
  `Kanarie-${what}-${Array.from({ length: 10 }, () => "ABCDEFGHKMNPRSTUVWXYZ23456789"[randomInt(29)]).join("")}`;

export const markers = {
  citizenName: draw("Name"),
  citizenText: draw("Anliegen"),
  fileName: draw("Datei"),
  fileContent: draw("Inhalt"),
  answer: draw("Antwort"),
  followUp: draw("Nachfrage"),
};
