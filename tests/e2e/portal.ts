import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** What a story needs to know of the portal that the global setup has started. */
export type Portal = {
  publicUrl: string;
  /** The web process itself, past the recording proxy: for loads that nobody wants to keep. */
  webUrl: string;
  dataDir: string;
  logsDir: string;
  adminUrl: string;
  workerUrl: string;
  webPid: number;
  /** Everything that went over the wire between browsers and the portal, both ways. */
  trafficFile: string;
};

const file = path.resolve(import.meta.dirname, "../../test-results/portal.json");

export const writePortal = (portal: Portal) => writeFileSync(file, JSON.stringify(portal));

// Written by our own setup a moment ago.
export const readPortal = (): Portal | null =>
  existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Portal) : null;

export function portal(): Portal {
  const found = readPortal();
  if (!found) throw new Error("the stories run under their global setup");
  return found;
}
