"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";

type DialogProps = {
  title: ReactNode;
  children: ReactNode;
  actions: ReactNode;
  /** Also by Escape. Without it there is no way out but one of the actions. */
  onCancel?: () => void;
  /** Nothing of the page behind it can be seen. */
  isLid?: boolean;
};

/**
 * A question that the page waits for. The browser keeps the focus inside and gives it back afterwards; everything behind
 * is out of reach for mouse, keyboard and screen reader alike. Stands as long as it is in the page.
 */
export function Dialog({ title, children, actions, onCancel, isLid = false }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const [titleId, textId] = [useId(), useId()];

  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    // Closed, not only removed: otherwise the focus would be lost with it.
    return () => dialog?.close();
  }, []);

  return (
    <dialog
      ref={element}
      role="alertdialog"
      aria-labelledby={titleId}
      aria-describedby={textId}
      onCancel={(event) => {
        event.preventDefault();
        onCancel?.();
      }}
      className={`m-auto w-[min(34rem,calc(100vw-2rem))] rounded-card border border-line bg-raised p-5 text-ink sm:p-8 ${isLid ? "backdrop:bg-page" : "backdrop:bg-[rgb(0_0_0/0.55)]"}`}
    >
      <h2 id={titleId} className="text-xl">
        {title}
      </h2>
      <div id={textId} className="mt-3 grid gap-3">
        {children}
      </div>
      <div className="mt-6 flex flex-col gap-3 sm:flex-row sm:flex-wrap">{actions}</div>
    </dialog>
  );
}
