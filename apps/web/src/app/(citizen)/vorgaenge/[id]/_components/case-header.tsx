import { statusWords } from "@dvd/domain/case/lifecycle";
import { StatusLabel } from "../../../../../components/cases/status-label.tsx";
import { AuthorityKey } from "../../../../../components/authority-key.tsx";
import { CopyReference, Reference } from "../../../../../components/reference.tsx";
import type { CaseAnswer } from "../../../../../crypto/wire-types.ts";
import { useI18n } from "../../../../../i18n/client.tsx";
import { KeyIcon } from "../../../../../ui/icons.tsx";

type CaseHeaderProps = {
  summary: CaseAnswer["summary"];
  title: string;
  fingerprint: string;
  isAnswered: boolean;
};

/** Where it stands, in one sentence, before anything else. */
export function CaseHeader({ summary, title, fingerprint, isAnswered }: CaseHeaderProps) {
  const { t } = useI18n();
  const { unit, authority, reference, state } = summary;
  return (
    <header>
      <h1 tabIndex={-1} className="text-3xl">
        {title}
      </h1>
      <p className="mt-2 text-muted">{t("case.office", { unit, authority })}</p>
      <div data-area className="mt-6 rounded-card bg-paper p-5 sm:p-6">
        <StatusLabel state={state} side="citizen" />
        <p className="mt-3 max-w-prose text-lg">
          {t(isAnswered ? "case.sentence.answered" : `case.sentence.${statusWords[state].citizen}`)}
        </p>
        <div className="mt-4 flex flex-wrap items-start gap-x-3 border-line border-t pt-3">
          <p className="flex min-h-12 items-center text-sm">
            <span className="sr-only">{t("case.number", { reference: "" })}</span>
            <Reference className="font-semibold">{reference}</Reference>
          </p>
          <CopyReference>{reference}</CopyReference>
          <details className="text-sm sm:ml-auto">
            <summary className="flex min-h-12 cursor-pointer items-center gap-2">
              <KeyIcon className="size-5 text-success" />
              <span className="link">✓ {t("case.keyChecked")}</span>
            </summary>
            <div className="grid max-w-prose gap-3 pt-2 pb-1">
              <p>{t("case.keyMore")}</p>
              <AuthorityKey fingerprint={fingerprint} hint={t("wizard.check.fingerprintHint")} />
            </div>
          </details>
        </div>
      </div>
    </header>
  );
}
