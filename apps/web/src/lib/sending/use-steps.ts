"use client";

import { useEffect, useRef, useState } from "react";

/** In the history: which step an entry shows, and how many steps of this wizard lie before it. */
type Entry = { dvdStep: number; dvdDepth: number };

function entryIn(state: unknown): Entry {
  const numberAt = (key: string) => {
    const value: unknown = typeof state === "object" && state !== null ? Reflect.get(state, key) : undefined;
    return typeof value === "number" ? value : 0;
  };
  return { dvdStep: numberAt("dvdStep"), dvdDepth: numberAt("dvdDepth") };
}

/**
 * Steps of one page: "back" of the browser goes one step back, the address stays, and nothing typed is in either. The
 * history knows numbers only: the name of a step can tell what somebody answered before it.
 */
export function useSteps<Name extends string>(names: readonly Name[], first?: Name) {
  const [index, setIndex] = useState(() => Math.max(0, first === undefined ? 0 : names.indexOf(first)));
  const start = useRef(index);
  const furthest = useRef(index);

  useEffect(() => {
    const here: Entry = { ...entryIn(history.state), dvdStep: start.current };
    history.replaceState({ ...history.state, ...here }, "");
    // After a reload the history still knows later steps, but this page may not have been there.
    const onPop = (event: PopStateEvent) => setIndex(Math.min(entryIn(event.state).dvdStep, furthest.current));
    globalThis.addEventListener("popstate", onPop);
    return () => globalThis.removeEventListener("popstate", onPop);
  }, []);

  const goTo = (name: Name) => {
    const target = names.indexOf(name);
    furthest.current = Math.max(furthest.current, target);
    const entry: Entry = { dvdStep: target, dvdDepth: entryIn(history.state).dvdDepth + 1 };
    history.pushState(entry, "");
    setIndex(target);
  };

  // Answers can take steps away that were behind this one; the last step is always there.
  const here = Math.min(index, names.length - 1);
  const name = names[here] as Name;
  const next = names[here + 1];
  return {
    name,
    number: here + 1,
    of: names.length,
    goTo,
    goOn: () => next && goTo(next),
    /** Where the person came from; who has just come back to a draft came from nowhere, and goes one step back. */
    goBack: () => (entryIn(history.state).dvdDepth > 0 ? history.back() : setIndex(Math.max(0, here - 1))),
  };
}
