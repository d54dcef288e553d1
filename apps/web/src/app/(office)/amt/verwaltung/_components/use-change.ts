"use client";

import { useState } from "react";
import { useChangeMembers } from "../../../../../lib/members/use-members.ts";
import { useSession } from "../../../../../lib/session/session-provider.tsx";
import { useAnnounce } from "../../../../../ui/live-region.tsx";

type Steps<Answer> = {
  /** Names the button, so that it alone says what is being done. */
  button: string;
  act: Parameters<ReturnType<typeof useChangeMembers<Answer>>["mutate"]>[0];
  /** What is announced. */
  done: (answer: Answer) => string;
  after: () => void;
};

/** Changes of rights from one card: asks for a fresh login before they begin, and says what came of them. */
export function useChange<Answer>() {
  const announce = useAnnounce();
  const { isLoginFresh } = useSession();
  const change = useChangeMembers<Answer>();
  const [needsLogin, setNeedsLogin] = useState(false);
  const [pressed, setPressed] = useState("");

  const run = ({ button, act, done, after }: Steps<Answer>) => {
    if (change.isPending) return;
    setPressed(button);
    change.mutate(act, {
      onSuccess: (answer) => {
        after();
        announce(done(answer));
      },
    });
  };
  return {
    run,
    error: change.error,
    needsLogin: needsLogin && !isLoginFresh(),
    whenFresh: (act: () => void) => (isLoginFresh() ? act() : setNeedsLogin(true)),
    isBusyWith: (button: string) => change.isPending && pressed === button,
  };
}
