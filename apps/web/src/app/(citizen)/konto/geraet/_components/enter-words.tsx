"use client";

import { parseWords } from "@dvd/crypto";
import { useRef, useState } from "react";
import { useProblemText } from "../../../../../components/use-problem-text.ts";
import { keyHolder } from "../../../../../crypto/client.ts";
import { useI18n } from "../../../../../i18n/client.tsx";
import { problemOf } from "../../../../../lib/problem.ts";
import { useTRPCClient } from "../../../../../lib/trpc/client.ts";
import { Button } from "../../../../../ui/button.tsx";
import { Field } from "../../../../../ui/field.tsx";
import { useAnnounce } from "../../../../../ui/live-region.tsx";
import { TextArea } from "../../../../../ui/text-input.tsx";
import type { CheckedRequest } from "./checked-request.ts";

type EnterWordsProps = { scanned: string; onChecked: (request: CheckedRequest) => void };

/** The words come with the scanned address, or from the person's hand. Either way they are checked against the key. */
export function EnterWords({ scanned, onChecked }: EnterWordsProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const problemText = useProblemText();
  const client = useTRPCClient();
  const [typed, setTyped] = useState(() => (/^[a-z]{28}$/.test(scanned) ? spaced(scanned) : ""));
  const [error, setError] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);

  const fail = (sentence: string) => {
    setIsBusy(false);
    setError(sentence);
    announce(sentence, "assertive");
    field.current?.focus();
  };

  const check = async () => {
    if (typed.trim() === "") return fail(t("keys.device.typedEmpty"));
    setError(undefined);
    setIsBusy(true);
    try {
      const code = spaced(parseWords(typed));
      const { link } = await client.deviceLinks.getLink.query({});
      if (!link) return fail(t("keys.device.none"));
      await keyHolder().checkOtherDevice(link, code);
      onChecked({ link, code });
    } catch (cause) {
      fail(problemText(problemOf(cause)).text);
    }
  };

  return (
    <form
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void check();
      }}
    >
      <Field label={t("keys.device.typed")} hint={t("keys.device.typedHint")} error={error}>
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
        <Button type="submit" busy={isBusy ? t("keys.device.checking") : undefined}>
          {t("keys.device.check")}
        </Button>
      </p>
    </form>
  );
}

/** As the other device shows them. */
const spaced = (letters: string) => letters.replaceAll(/.{4}(?=.)/g, "$& ");
