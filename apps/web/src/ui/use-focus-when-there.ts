import { useEffect, useRef, useState } from "react";

/**
 * For what is about to be drawn. The next frame may come before it, on a slow machine, and the focus would be lost; so every
 * drawing of this component is looked at until it is there. Who has gone elsewhere by then is left in peace.
 */
export function useFocusWhenThere() {
  const wanted = useRef<{ find: () => HTMLElement | null | undefined; from: Element | null } | null>(null);
  const [, drawAgain] = useState(0);
  useEffect(() => {
    const element = wanted.current?.find();
    if (!wanted.current || !element) return;
    const { from } = wanted.current;
    wanted.current = null;
    const isStill = document.activeElement === from || document.activeElement === document.body;
    if (isStill) element.focus();
  });
  return (find: () => HTMLElement | null | undefined) => {
    wanted.current = { find, from: document.activeElement };
    drawAgain((times) => times + 1);
  };
}
