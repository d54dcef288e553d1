"use client";

import { messageLimits } from "@dvd/domain/message/content";
import { type ReactNode, useRef, useState } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { type Problem, problemOf } from "../../lib/problem.ts";
import { heldTexts } from "../../lib/unsent/held.ts";
import { useHeld } from "../../lib/unsent/use-held.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { LockIcon } from "../../ui/icons.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { TextArea } from "../../ui/text-input.tsx";
import { ProblemAlert } from "../problem-alert.tsx";
import { useProblemText } from "../use-problem-text.ts";

type ComposerProps = {
  /** What the text is for: under this name it outlives the lock. */
  name: string;
  label: string;
  hint: string;
  sendText: string;
  signInAs: "citizen" | "official";
  /** What goes with the text; with something in it, the text may be empty. */
  attachments?: ReactNode;
  hasAttachments?: boolean;
  /** Seals and sends; what it throws is shown, and the text stays. */
  onSend: (text: string) => Promise<void>;
};

export function Composer({ hasAttachments = false, ...props }: ComposerProps) {
  const { name, label, hint, sendText, signInAs, attachments, onSend } = props;
  const { t } = useI18n();
  const announce = useAnnounce();
  const problemText = useProblemText();
  const [text, changeText] = useHeld(heldTexts, name);
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setIsSending] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);

  const faultOf = (value: string) => {
    if (value.trim() === "" && !hasAttachments) return t(attachments ? "conversation.emptyBoth" : "conversation.empty");
    return value.length > messageLimits.text ? t("conversation.tooLong", { max: messageLimits.text }) : undefined;
  };

  const send = async () => {
    if (isSending) return;
    const fault = faultOf(text);
    setError(fault);
    setProblem(null);
    if (fault !== undefined) {
      announce(fault, "assertive");
      field.current?.focus();
      return;
    }
    setIsSending(true);
    try {
      await onSend(text);
      changeText(() => "");
      announce(t("conversation.sent"));
    } catch (cause) {
      const failure = problemOf(cause);
      setProblem(failure);
      announce(problemText(failure).text, "assertive");
    } finally {
      setIsSending(false);
    }
  };

  return (
    <form
      noValidate
      data-print="no"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {problem && <ProblemAlert problem={problem} onRetry={() => void send()} signInAs={signInAs} />}
      {attachments}
      <Field label={label} hint={hint} error={error && faultOf(text)}>
        {(control) => (
          <TextArea
            {...control}
            ref={field}
            rows={5}
            autoComplete="off"
            value={text}
            readOnly={isSending}
            onChange={({ target }) => changeText(() => target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
            }}
          />
        )}
      </Field>
      <div>
        <Button
          type="submit"
          icon={<LockIcon className="size-6" />}
          busy={isSending ? t("conversation.sending") : undefined}
        >
          {sendText}
        </Button>
      </div>
    </form>
  );
}
