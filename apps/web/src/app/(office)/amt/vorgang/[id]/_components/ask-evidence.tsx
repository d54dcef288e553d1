"use client";

import { daysAfter, germanDay } from "@dvd/domain/case/due-date";
import { messageLimits } from "@dvd/domain/message/content";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { ProblemAlert } from "../../../../../../components/problem-alert.tsx";
import type { EvidenceLabel } from "../../../../../../components/services/read-evidence-labels.ts";
import { useI18n } from "../../../../../../i18n/client.tsx";
import type { CaseSummary } from "../../../../../../lib/cases/case-summary.ts";
import { caseKeys } from "../../../../../../lib/cases/query-keys.ts";
import { useSendMessage } from "../../../../../../lib/cases/use-send-message.ts";
import { formatDate } from "../../../../../../lib/format.ts";
import { problemOf } from "../../../../../../lib/problem.ts";
import { heldTexts } from "../../../../../../lib/unsent/held.ts";
import { useHeld } from "../../../../../../lib/unsent/use-held.ts";
import { Button } from "../../../../../../ui/button.tsx";
import { Checkbox } from "../../../../../../ui/checkbox.tsx";
import { Field } from "../../../../../../ui/field.tsx";
import { FieldGroup } from "../../../../../../ui/field-group.tsx";
import { LockIcon } from "../../../../../../ui/icons.tsx";
import { useAnnounce } from "../../../../../../ui/live-region.tsx";
import { RadioGroup } from "../../../../../../ui/radio-group.tsx";
import { TextArea } from "../../../../../../ui/text-input.tsx";
import { type Fault, faultsOf, itemsOf, linesOf } from "./evidence-form.ts";
import { useSenderName } from "./use-sender-name.ts";

const weeks = ["1", "2", "4", "8"] as const;
type Weeks = (typeof weeks)[number];

type AskEvidenceProps = {
  summary: CaseSummary;
  /** What the service asks for, to be ticked. */
  offered: readonly EvidenceLabel[];
  otherName: string;
};

/** What is missing, until when. The list is sealed like any message; the day is not, so that lists can show it. */
export function AskEvidence({ summary, offered, otherName }: AskEvidenceProps) {
  const { t, locale } = useI18n();
  const announce = useAnnounce();
  const queryClient = useQueryClient();
  const send = useSendMessage(summary.caseId);
  const from = useSenderName(summary.unit);
  const [lines, changeLines] = useHeld(heldTexts, `ask-items/${summary.caseId}`);
  const [ticks, changeTicks] = useHeld(heldTexts, `ask-ticks/${summary.caseId}`);
  const [text, changeText] = useHeld(heldTexts, `ask-text/${summary.caseId}`);
  const [chosen, setChosen] = useState<Weeks | null>(null);
  const [faults, setFaults] = useState<{ items?: Fault; due?: true }>({});
  const form = useRef<HTMLFormElement>(null);

  const ticked = linesOf(ticks);
  const items = itemsOf(offered, ticked, lines);
  const tick = (id: string, isTicked: boolean) =>
    changeTicks(() => [...ticked.filter((other) => other !== id), ...(isTicked ? [id] : [])].join("\n"));
  const dayIn = (count: Weeks) => daysAfter(germanDay(new Date()), Number(count) * 7);
  const ask = useMutation({
    mutationFn: (dueOn: string) =>
      send(
        { from, text, request: { items, dueOn } },
        { deliver: (client, input) => client.cases.askCitizen.mutate({ ...input, dueOn }) },
      ),
    onSuccess: () => {
      changeLines(() => "");
      changeTicks(() => "");
      changeText(() => "");
      announce(t("evidence.ask.sent"));
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: caseKeys.one(summary.caseId) }),
    networkMode: "always",
  });

  const faultText = {
    missing: t("evidence.ask.itemsMissing"),
    tooMany: t("evidence.ask.itemsTooMany", { most: messageLimits.items }),
    tooLong: t("evidence.ask.itemTooLong", { most: messageLimits.label }),
  } as const satisfies Record<Fault, string>;

  const submit = () => {
    if (ask.isPending) return;
    const found = faultsOf(items, chosen);
    setFaults(found);
    if (chosen && !found.items) {
      ask.mutate(dayIn(chosen));
      return;
    }
    announce(found.items ? faultText[found.items] : t("evidence.ask.dueMissing"), "assertive");
    form.current?.querySelector<HTMLElement>(found.items ? "input, textarea" : "input[type=radio]")?.focus();
  };

  return (
    <details data-print="no" className="mt-6 rounded-card border border-line bg-raised px-5 py-2 sm:px-6">
      <summary className="link flex min-h-11 w-fit cursor-pointer items-center">{t("evidence.ask.open")}</summary>
      <form
        ref={form}
        noValidate
        className="mt-2 grid gap-5 pb-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <FieldGroup
          legend={t("evidence.ask.items")}
          hint={t("evidence.ask.itemsHint")}
          error={faults.items && faultText[faults.items]}
        >
          <div className="grid gap-4">
            {offered.length > 0 && (
              <div className="grid gap-2">
                {offered.map(({ id, label }) => (
                  <Checkbox
                    key={id}
                    label={label}
                    checked={ticked.includes(id)}
                    onChange={(isTicked) => !ask.isPending && tick(id, isTicked)}
                  />
                ))}
              </div>
            )}
            <Field
              label={t(offered.length > 0 ? "evidence.ask.otherItems" : "evidence.ask.lines")}
              hint={t("evidence.ask.linesHint")}
            >
              {(control) => (
                <TextArea
                  {...control}
                  rows={3}
                  autoComplete="off"
                  value={lines}
                  readOnly={ask.isPending}
                  onChange={({ target }) => changeLines(() => target.value)}
                />
              )}
            </Field>
          </div>
        </FieldGroup>
        <Field label={t("evidence.ask.text")}>
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              maxLength={messageLimits.text}
              autoComplete="off"
              value={text}
              readOnly={ask.isPending}
              onChange={({ target }) => changeText(() => target.value)}
            />
          )}
        </Field>
        <RadioGroup
          legend={t("evidence.ask.due")}
          error={faults.due && t("evidence.ask.dueMissing")}
          value={chosen}
          onChange={setChosen}
          options={weeks.map((count) => ({
            value: count,
            label: formatDate(dayIn(count), locale),
            hint: count === "1" ? t("evidence.ask.weeksOne") : t("evidence.ask.weeks", { count }),
          }))}
        />
        <p className="text-muted text-sm">{t("evidence.ask.dueHint")}</p>
        {ask.error && <ProblemAlert problem={problemOf(ask.error)} onRetry={submit} signInAs="official" />}
        <div>
          <Button
            type="submit"
            icon={<LockIcon className="size-6" />}
            busy={ask.isPending ? t("evidence.ask.sending") : undefined}
          >
            {t("evidence.ask.send", { name: otherName })}
          </Button>
        </div>
      </form>
    </details>
  );
}
