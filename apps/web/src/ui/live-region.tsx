"use client";

import { createContext, type ReactNode, useContext, useRef } from "react";

export type Urgency = "polite" | "assertive";
type Announce = (message: string, urgency?: Urgency) => void;

const AnnounceContext = createContext<Announce | null>(null);

/** Says something to people who cannot see it appear. Words only; never the content of a sealed thing. */
export function useAnnounce(): Announce {
  const announce = useContext(AnnounceContext);
  if (!announce) throw new Error("useAnnounce needs the LiveRegion of the layout around it");
  return announce;
}

/** Both regions exist from the first paint, once per page; some screen readers ignore a region that is added later. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const polite = useRef<HTMLDivElement>(null);
  const assertive = useRef<HTMLDivElement>(null);

  const announce: Announce = (message, urgency = "polite") => {
    const region = (urgency === "assertive" ? assertive : polite).current;
    if (!region) return;
    // Emptied first: the same sentence twice is two events, and only a change is read aloud.
    region.textContent = "";
    requestAnimationFrame(() => {
      region.textContent = message;
    });
  };

  return (
    <AnnounceContext value={announce}>
      {children}
      <div ref={polite} aria-live="polite" className="sr-only" />
      <div ref={assertive} role="alert" className="sr-only" />
    </AnnounceContext>
  );
}
