import type { ReactNode } from "react";
import { Alert } from "./alert.tsx";
import { EmptyState } from "./empty-state.tsx";
import { LockIcon } from "./icons.tsx";

/**
 * What a screen with data can be. Its words come in, because only the screen knows what is missing, what is safe and
 * what to do next.
 */
export type ViewState =
  | { is: "loading"; text: string; skeleton: ReactNode }
  | { is: "empty"; text: ReactNode; picture?: ReactNode; action?: ReactNode }
  | { is: "error"; title: string; text: ReactNode; action?: ReactNode }
  | { is: "offline"; title: string; text: ReactNode; content?: ReactNode }
  | { is: "locked"; text: ReactNode; unlock: ReactNode }
  | { is: "ready"; content: ReactNode };

export function StateView({ state }: { state: ViewState }) {
  switch (state.is) {
    case "loading":
      return (
        <div aria-busy="true">
          <p className="slow-note text-muted">{state.text}</p>
          {state.skeleton}
        </div>
      );
    case "empty":
      return <EmptyState text={state.text} picture={state.picture} action={state.action} />;
    case "error":
      return (
        <Alert tone="danger" title={state.title} actions={state.action}>
          {state.text}
        </Alert>
      );
    case "offline":
      return (
        <>
          <Alert tone="warning" title={state.title}>
            {state.text}
          </Alert>
          {state.content}
        </>
      );
    case "locked":
      // The content is absent, not blurred: what is not in the page cannot be read over a shoulder or by an extension.
      return (
        <EmptyState text={state.text} picture={<LockIcon className="size-12 text-action" />} action={state.unlock} />
      );
    case "ready":
      break;
  }
  return state.content;
}
