"use client";

import { useRef, useState } from "react";
import { useI18n } from "../../../i18n/client.tsx";
import { useKeys } from "../../../lib/keys/keys-provider.tsx";
import { problemOf } from "../../../lib/problem.ts";
import { Button } from "../../../ui/button.tsx";
import { Field } from "../../../ui/field.tsx";
import { useAnnounce } from "../../../ui/live-region.tsx";
import { TextArea } from "../../../ui/text-input.tsx";
import { useProblemText } from "../../use-problem-text.ts";

export function WordsForm() {
  const { t } = useI18n();
  const announce = useAnnounce();
  const problemText = useProblemText();
  const { unlock } = useKeys();
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);

  const fail = (sentence: string) => {
    setIsBusy(false);
    setError(sentence);
    announce(sentence, "assertive");
    field.current?.focus();
  };

  const open = async () => {
    if (typed.trim() === "") return fail(t("keys.words.empty"));
    setError(undefined);
    setIsBusy(true);
    try {
      await unlock({ by: "passphrase", typed });
      announce(t("keys.unlock.done"));
    } catch (cause) {
      const problem = problemOf(cause);
      const isOther = problem.kind === "keys" && problem.code === "E_SLOT";
      fail(isOther ? t("problem.wordsOther") : problemText(problem).text);
    }
  };

  return (
    <form
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void open();
      }}
    >
      <Field label={t("keys.words.label")} hint={t("keys.words.hint")} error={error}>
        {(control) => (
          <TextArea
            {...control}
            ref={field}
            rows={2}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
          />
        )}
      </Field>
      <p>
        <Button type="submit" busy={isBusy ? t("keys.words.opening") : undefined}>
          {t("keys.words.open")}
        </Button>
      </p>
    </form>
  );
}
