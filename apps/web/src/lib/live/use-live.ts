"use client";

import { useContext, useEffect, useEffectEvent } from "react";
import { LiveContext, type LiveListener } from "./live-provider.tsx";

function useLiveContext() {
  const live = useContext(LiveContext);
  if (!live) throw new Error("useLive needs the LiveProvider of the signed-in area around it");
  return live;
}

/**
 * Calls back for each change of a case that the reader may see. `onReady` comes whenever the stream (re)starts: what was
 * fetched before the first start may have missed a change in between.
 */
export function useLive(listener: LiveListener) {
  const { listen } = useLiveContext();
  const onChange = useEffectEvent<NonNullable<LiveListener["onChange"]>>((change) => listener.onChange?.(change));
  const onReady = useEffectEvent(() => listener.onReady?.());
  useEffect(() => listen({ onChange, onReady }), [listen]);
}

/** For the banner that says that news arrive late. */
export const useLiveState = () => useLiveContext().state;
