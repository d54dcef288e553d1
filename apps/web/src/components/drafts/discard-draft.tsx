import { useState } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { problemOf } from "../../lib/problem.ts";
import { Alert } from "../../ui/alert.tsx";
import { Button } from "../../ui/button.tsx";
import { focusWhenShown } from "../../ui/focus-when-shown.ts";
import { useAnnounce } from "../../ui/live-region.tsx";
import { useProblemText } from "../use-problem-text.ts";

type DiscardDraftProps = {
  /** Which one, where there are several. */
  title?: string;
  isUnconfirmed?: boolean;
  onDiscard: () => Promise<void>;
};

/** Asks once more in the same place: what is deleted here comes back from nowhere. */
export function DiscardDraft({ title, isUnconfirmed = false, onDiscard }: DiscardDraftProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const problemText = useProblemText();
  const [asked, setAsked] = useState<"no" | "yes" | "cancelled">("no");
  const discard = async () => {
    try {
      await onDiscard();
      announce(t("drafts.discarded"));
    } catch (error) {
      announce(problemText(problemOf(error)).text, "assertive");
      setAsked("no");
    }
  };

  if (asked !== "yes")
    return (
      <Button
        ref={asked === "cancelled" ? focusWhenShown : undefined}
        variant="quiet"
        aria-label={title && t("drafts.discardNamed", { title })}
        onClick={() => setAsked("yes")}
        className="-ml-5"
      >
        {t("drafts.discard")}
      </Button>
    );
  return (
    <fieldset aria-label={t("drafts.discard")} className="min-w-0">
      <Alert
        tone="warning"
        title={t("drafts.discardAsk")}
        actions={
          <>
            <Button ref={focusWhenShown} variant="secondary" onClick={() => setAsked("cancelled")}>
              {t("drafts.discardNo")}
            </Button>
            <Button variant="danger" onClick={() => void discard()}>
              {t("drafts.discardYes")}
            </Button>
          </>
        }
      >
        {t(isUnconfirmed ? "drafts.discardUnconfirmed" : "drafts.discardText")}
      </Alert>
    </fieldset>
  );
}
