"use client";

import { useEffect } from "react";
import { tellOtherWindows } from "../../../../lib/session/session-channel.ts";

/** The window that waits for this login goes on by itself. */
export function TellOtherWindows() {
  useEffect(tellOtherWindows, []);
  return null;
}
