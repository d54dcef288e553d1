"use client";

import { type FormEvent, useRef, useState } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { useNewKey } from "../../lib/keys/use-new-key.ts";
import { type Problem, problemOf } from "../../lib/problem.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { LockIcon } from "../../ui/icons.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { ProblemAlert } from "../problem-alert.tsx";
import { NewKeyKept, useKeptKey } from "./new-key-kept.tsx";

/** An official who is here for the first time: a name to answer by, and keys that nobody else has. */
export function FirstKeys() {
  const { t } = useI18n();
  const [name, setName] = useState<string | null>(null);
  return (
    <div className="page-width grid gap-8 py-10 sm:py-16">
      <PageHeading lead={t("keys.first.lead")}>{t("keys.first.title")}</PageHeading>
      <div className="max-w-[52rem]">{name === null ? <NameForm onName={setName} /> : <KeepKey name={name} />}</div>
    </div>
  );
}

const longestName = 256;

function NameForm({ onName }: { onName: (name: string) => void }) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const name = typed.trim();
    if (name !== "" && name.length <= longestName) return onName(name);
    setError(t("keys.first.nameMissing"));
    announce(t("keys.first.nameMissing"), "assertive");
    field.current?.focus();
  };
  return (
    <form onSubmit={submit} noValidate className="grid max-w-[44rem] gap-6">
      <Field label={t("keys.first.name")} hint={t("keys.first.nameHint")} error={error}>
        {(control) => (
          <TextInput
            {...control}
            ref={field}
            value={typed}
            autoComplete="name"
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <div>
        <Button type="submit">{t("keys.first.next")}</Button>
      </div>
    </form>
  );
}

/** The recovery key of the new account, and the promise to have kept it. */
function KeepKey({ name }: { name: string }) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const { recoveryKey, problem, retry, keep, forget } = useNewKey(true, name);
  const kept = useKeptKey();
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<Problem | null>(null);

  const finish = async () => {
    if (isBusy || !kept.demand() || !recoveryKey) return;
    setIsBusy(true);
    setTrouble(null);
    try {
      await keep();
      forget();
      announce(t("keys.first.done"));
    } catch (cause) {
      setIsBusy(false);
      setTrouble(problemOf(cause));
    }
  };
  return (
    <form
      noValidate
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        void finish();
      }}
    >
      <p className="max-w-prose">{t("keys.first.keyLead")}</p>
      <NewKeyKept
        recoveryKey={recoveryKey}
        problem={problem}
        onRetry={retry}
        making={t("wizard.key.making")}
        kept={kept}
      />
      {trouble && <ProblemAlert problem={trouble} signInAs="official" />}
      <div data-print="no">
        <Button
          type="submit"
          icon={<LockIcon className="size-6" />}
          busy={isBusy ? t("keys.first.finishing") : undefined}
        >
          {t("keys.first.finish")}
        </Button>
      </div>
    </form>
  );
}
