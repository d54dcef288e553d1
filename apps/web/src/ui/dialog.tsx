"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./button.tsx";

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  closeText: string;
  children: ReactNode;
  actions?: ReactNode;
};

/** Native and modal: the browser makes the rest inert, closes on Escape and gives the focus back to the opener. */
export function Dialog({ open, onClose, title, closeText, children, actions }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();

  useEffect(() => {
    if (!open) dialog.current?.close();
    if (!open || dialog.current?.open) return;
    dialog.current?.showModal();
    // Otherwise the first button would have the focus, and that is often the one that cannot be undone.
    heading.current?.focus();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-card bg-raised p-6 text-text"
    >
      <h2 ref={heading} id={titleId} tabIndex={-1} className="text-xl">
        {title}
      </h2>
      <div className="mt-3">{children}</div>
      <div className="mt-6 flex flex-wrap gap-3">
        {actions}
        <Button variant="quiet" onClick={() => dialog.current?.close()}>
          {closeText}
        </Button>
      </div>
    </dialog>
  );
}
