import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { bridge } from "../server/bridge.ts";

/** Who looks at this page; for choosing what to show. Every command checks for itself. */
export async function viewer() {
  return bridge().viewerOf((await headers()).get("cookie") ?? undefined);
}

/** The page is for one side only: others are sent to the login and come back. */
export async function requireViewer(kind: "citizen" | "official", path: string) {
  const actor = await viewer();
  if (actor?.kind !== kind) redirect(`/anmelden?als=${kind}&zurueck=${encodeURIComponent(path)}`);
  return actor;
}
