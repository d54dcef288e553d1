"use client";

import { useEffect, useRef, useState } from "react";

const historyKey = "dvdStep";

const stepIn = (state: unknown) =>
  typeof state === "object" && state !== null && historyKey in state && typeof state[historyKey] === "number"
    ? state[historyKey]
    : 0;

/** Steps of one page: "back" of the browser goes one step back, the address stays, and nothing typed is in either. */
export function useSteps<Name extends string>(names: readonly Name[]) {
  const [index, setIndex] = useState(0);
  const furthest = useRef(0);

  useEffect(() => {
    // After a reload the history still knows later steps, but what was typed before them is gone.
    const onPop = (event: PopStateEvent) => setIndex(Math.min(stepIn(event.state), furthest.current));
    globalThis.addEventListener("popstate", onPop);
    return () => globalThis.removeEventListener("popstate", onPop);
  }, []);

  const goTo = (name: Name) => {
    const target = names.indexOf(name);
    furthest.current = Math.max(furthest.current, target);
    history.pushState({ [historyKey]: target }, "");
    setIndex(target);
  };

  // The names do not change while the wizard is open, and the index never leaves them.
  const name = names[index] as Name;
  const next = names[index + 1];
  return {
    name,
    number: index + 1,
    of: names.length,
    goTo,
    goOn: () => next && goTo(next),
    goBack: () => history.back(),
  };
}
