import type { Actor } from "@dvd/domain/actor";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { signInPath } from "../lib/sign-in-path.ts";
import { bridge } from "../server/bridge.ts";

type ActorOf<Kind extends Actor["kind"]> = Extract<Actor, { kind: Kind }>;
const isOf = <Kind extends Actor["kind"]>(actor: Actor | null, kind: Kind): actor is ActorOf<Kind> =>
  actor?.kind === kind;

/** Who looks at this page; for choosing what to show. Every command checks for itself. */
export async function viewer() {
  return bridge().viewerOf((await headers()).get("cookie") ?? undefined);
}

/** Whether somebody who is signed out here was removed by their authority. */
export async function wasRemoved() {
  return bridge().wasRemoved((await headers()).get("cookie") ?? undefined);
}

/** The page is for one side only: others are sent to the login and come back. */
export async function requireViewer<Kind extends Actor["kind"]>(kind: Kind, path: string): Promise<ActorOf<Kind>> {
  const actor = await viewer();
  if (!isOf(actor, kind)) redirect(signInPath({ kind, back: path }));
  return actor;
}
