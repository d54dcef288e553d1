"use client";

import type { DomainErrorCode } from "@dvd/domain/errors";
import { useI18n } from "../i18n/client.tsx";
import { isKeyTrouble, type Problem } from "../lib/problem.ts";
import { useSessionIfAny } from "../lib/session/session-provider.tsx";
import { signInAsidePath } from "../lib/sign-in-path.ts";
import { Alert } from "../ui/alert.tsx";
import { Button } from "../ui/button.tsx";
import { LinkButton } from "../ui/link-button.tsx";
import { type Doing, useProblemText } from "./use-problem-text.ts";

type ProblemAlertProps = {
  problem: Problem;
  title?: string;
  doing?: Doing;
  onRetry?: (() => void) | undefined;
  /** Which login leads back, when the session has ended. */
  signInAs?: "citizen" | "official";
};

/** What a new login mends. It happens in a window of its own, so that this one loses nothing. */
const cured: readonly DomainErrorCode[] = ["auth.required", "auth.login-too-old"];

/** A failure in words, with its number, and with "again" where that can help. It stays until something else is true. */
export function ProblemAlert({ problem, title, doing, onRetry, signInAs = "citizen" }: ProblemAlertProps) {
  const { t } = useI18n();
  const words = useProblemText()(problem, doing);
  const number = problem.kind === "refused" ? problem.number : null;
  const needsLogin = problem.kind === "refused" && cured.some((code) => code === problem.code);
  const kind = useSessionIfAny()?.kind ?? signInAs;
  // With a key that is not the right one there is no "again" and no "anyway".
  const retry = isKeyTrouble(problem) ? undefined : onRetry;
  return (
    <Alert
      tone="danger"
      title={title ?? words.title}
      actions={
        (retry || needsLogin) && (
          <>
            {needsLogin && (
              <LinkButton href={signInAsidePath(kind)} target="_blank" variant="secondary">
                {t("problem.signInAgain")}
              </LinkButton>
            )}
            {retry && (
              <Button variant="secondary" onClick={retry}>
                {t("common.retry")}
              </Button>
            )}
          </>
        )
      }
    >
      <p>{words.text}</p>
      {number && <p className="mt-1 text-muted text-sm">{t("common.errorNumber", { number })}</p>}
    </Alert>
  );
}
