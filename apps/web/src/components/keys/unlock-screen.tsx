"use client";

import { useRef, useState } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { useKeys } from "../../lib/keys/keys-provider.tsx";
import { findRecoveryKey, rangeOfGroup } from "../../lib/keys/recovery-text.ts";
import { paths } from "../../lib/paths.ts";
import { problemOf } from "../../lib/problem.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { FilePicker } from "../../ui/file-picker.tsx";
import { KeyIcon } from "../../ui/icons.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { TextArea } from "../../ui/text-input.tsx";
import { RouteLink } from "../route-link.tsx";
import { useProblemText } from "../use-problem-text.ts";

/** The way back in on a device without the key: typed, pasted, or from the saved file. A right key always opens. */
export function UnlockScreen({ isOfficial }: { isOfficial: boolean }) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const problemText = useProblemText();
  const { unlock } = useKeys();
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string>();
  const [fileError, setFileError] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);

  const fail = (sentence: string) => {
    setError(sentence);
    announce(sentence, "assertive");
  };

  const open = async (recoveryKey: string) => {
    setFileError(undefined);
    if (recoveryKey.trim() === "") {
      fail(t("keys.unlock.empty"));
      field.current?.focus();
      return;
    }
    setError(undefined);
    setIsBusy(true);
    try {
      await unlock(recoveryKey);
      announce(t("keys.unlock.done"));
    } catch (cause) {
      const problem = problemOf(cause);
      setIsBusy(false);
      fail(problemText(problem).text);
      field.current?.focus();
      if (problem.kind !== "keys" || problem.group === null) return;
      const { start, end } = rangeOfGroup(recoveryKey, problem.group);
      field.current?.setSelectionRange(start, end);
    }
  };

  const openFile = async (file: File | undefined) => {
    // A key is a few lines of text; anything larger is another file.
    const found = file && file.size < 65_536 ? findRecoveryKey(await file.text()) : null;
    if (found === null) {
      setFileError(t("keys.unlock.fileWrong"));
      announce(t("keys.unlock.fileWrong"), "assertive");
      return;
    }
    setTyped(found);
    await open(found);
  };

  return (
    <div className="page-width grid gap-x-14 gap-y-10 py-10 sm:py-16 lg:grid-cols-[1.4fr_1fr]">
      <div>
        <PageHeading lead={t(isOfficial ? "keys.unlock.leadOfficial" : "keys.unlock.lead")}>
          {t("keys.unlock.title")}
        </PageHeading>
        <form
          className="mt-8 grid gap-6"
          onSubmit={(event) => {
            event.preventDefault();
            void open(typed);
          }}
        >
          <Field label={t("keys.unlock.label")} hint={t("keys.unlock.hint")} error={error}>
            {(control) => (
              <TextArea
                {...control}
                ref={field}
                rows={2}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key !== "Enter") return;
                  event.preventDefault();
                  void open(typed);
                }}
                autoComplete="off"
                autoCapitalize="characters"
                autoCorrect="off"
                spellCheck={false}
                className="font-semibold uppercase tracking-wider"
              />
            )}
          </Field>
          <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
            <Button
              type="submit"
              icon={<KeyIcon className="size-6" />}
              busy={isBusy ? t("keys.unlock.busy") : undefined}
            >
              {t("keys.unlock.submit")}
            </Button>
            <p className="text-muted text-sm">{t("keys.unlock.stays")}</p>
          </div>
        </form>
      </div>
      <div className="grid content-start gap-8 lg:pt-2">
        <Field label={t("keys.unlock.file")} hint={t("keys.unlock.fileHint")} error={fileError}>
          {(control) => (
            <FilePicker
              control={control}
              buttonText={t("keys.unlock.filePick")}
              dropText={t("keys.unlock.fileDrop")}
              accept=".txt,text/plain"
              onPick={([file]) => void openFile(file)}
            />
          )}
        </Field>
        <section>
          <h2 className="font-semibold text-lg">{t("keys.unlock.lostTitle")}</h2>
          <p className="mt-1 max-w-prose text-muted">
            {t(isOfficial ? "keys.unlock.lostOfficial" : "keys.unlock.lost")}
          </p>
          {!isOfficial && (
            <p className="mt-3">
              <RouteLink href={paths.newKeys}>{t("copies.ask.link")}</RouteLink>
            </p>
          )}
        </section>
      </div>
    </div>
  );
}
