"use client";

import { useRef, useState } from "react";
import { problemOf } from "../../lib/problem.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { TextArea } from "../../ui/text-input.tsx";
import { useProblemText } from "../use-problem-text.ts";

type WordsEntryProps = {
  texts: Record<"label" | "hint" | "empty" | "submit" | "busy", string>;
  initial?: string;
  /** Resolves with what is wrong with the words, or with nothing when they have done their work. */
  onEnter: (typed: string) => Promise<string | undefined>;
};

/** Words from paper or from another screen: nothing completes, corrects or keeps them, and a mistake loses none. */
export function WordsEntry({ texts, initial = "", onEnter }: WordsEntryProps) {
  const announce = useAnnounce();
  const problemText = useProblemText();
  const [typed, setTyped] = useState(initial);
  const [error, setError] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);

  const fail = (sentence: string) => {
    setIsBusy(false);
    setError(sentence);
    announce(sentence, "assertive");
    field.current?.focus();
  };

  const enter = async () => {
    if (typed.trim() === "") return fail(texts.empty);
    setError(undefined);
    setIsBusy(true);
    const fault = await onEnter(typed).catch((cause: unknown) => problemText(problemOf(cause)).text);
    if (fault !== undefined) fail(fault);
  };

  return (
    <form
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void enter();
      }}
    >
      <Field label={texts.label} hint={texts.hint} error={error}>
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
        <Button type="submit" busy={isBusy ? texts.busy : undefined}>
          {texts.submit}
        </Button>
      </p>
    </form>
  );
}
