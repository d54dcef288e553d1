import type { Actor } from "@dvd/domain/actor";
import type { ServicesAnswer } from "../crypto/wire-types.ts";
import type { PublishedForm } from "../lib/sending/draft.ts";

/**
 * What the pages get from the process that hosts them. Next bundles its own copy of every module, so pools and keys
 * made by `server.ts` reach the pages through the one thing that both share: the global object.
 */
export type Bridge = {
  viewerOf(cookieHeader: string | undefined): Promise<Actor | null>;
  /** Whether the login of this browser is over because an authority has removed the person. */
  wasRemoved(cookieHeader: string | undefined): Promise<boolean>;
  listServices(): Promise<ServicesAnswer>;
  getForm(serviceKey: string): Promise<PublishedForm>;
  securityContact: string | undefined;
};

declare global {
  var dvdBridge: Bridge | undefined;
}

export function setBridge(bridge: Bridge) {
  globalThis.dvdBridge = bridge;
}

export function bridge(): Bridge {
  if (!globalThis.dvdBridge) throw new Error("the pages run inside server.ts only");
  return globalThis.dvdBridge;
}
