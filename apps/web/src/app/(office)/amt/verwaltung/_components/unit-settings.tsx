"use client";

import { useState } from "react";
import { useI18n } from "../../../../../i18n/client.tsx";
import type { UnitOverview } from "../../../../../lib/members/use-members.ts";
import { Alert } from "../../../../../ui/alert.tsx";
import { Button } from "../../../../../ui/button.tsx";
import { ChangeTrouble } from "./change-trouble.tsx";
import { CloseUnitDialog } from "./close-unit-dialog.tsx";
import { UnitNameForm } from "./unit-name-form.tsx";
import { useChange } from "./use-change.ts";

type Step = "none" | "rename" | "blocked" | "close";
type UnitSettingsProps = { unit: UnitOverview; onSettled: () => void };

/** What an office is called and whether anything new comes to it. */
export function UnitSettings({ unit, onSettled }: UnitSettingsProps) {
  const { t } = useI18n();
  const changing = useChange<unknown>();
  const [step, setStep] = useState<Step>("none");
  const { unitId, name, closedAt, runningCases, obstacles } = unit;
  const settle = () => {
    setStep("none");
    onSettled();
  };
  const run = (
    button: "rename" | "close" | "reopen",
    act: Parameters<typeof changing.run>[0]["act"],
    unitName = name,
  ) =>
    changing.whenFresh(() =>
      changing.run({ button, act, done: () => t(`units.${button}.done`, { unit: unitName }), after: settle }),
    );
  if (step === "rename")
    return (
      <UnitNameForm
        title={t("units.rename.of", { unit: name })}
        note={t("units.rename.note")}
        name={name}
        submit={t("units.rename.submit")}
        busy={changing.isBusyWith("rename") ? t("units.rename.busy") : undefined}
        trouble={<ChangeTrouble {...changing} />}
        onSubmit={(to) => run("rename", (api) => api.units.renameUnit.mutate({ unitId, name: to }), to)}
        onCancel={settle}
      />
    );
  return (
    <>
      {step === "blocked" && obstacles.length > 0 && (
        <Alert tone="warning" title={t("units.close.blocked")}>
          <ul className="grid list-disc gap-1 pl-6">
            {obstacles.map((obstacle) => (
              <li key={obstacle}>{t(`units.close.obstacles.${obstacle}`, { count: runningCases })}</li>
            ))}
          </ul>
        </Alert>
      )}
      {step !== "close" && <ChangeTrouble {...changing} />}
      <div className="flex flex-wrap gap-3">
        <Button
          variant="secondary"
          aria-label={t("units.rename.of", { unit: name })}
          onClick={() => changing.whenFresh(() => setStep("rename"))}
        >
          {t("units.rename.open")}
        </Button>
        {closedAt ? (
          <Button
            variant="secondary"
            aria-label={t("units.reopen.of", { unit: name })}
            busy={changing.isBusyWith("reopen") ? t("units.reopen.busy") : undefined}
            onClick={() => run("reopen", (api) => api.units.reopenUnit.mutate({ unitId }))}
          >
            {t("units.reopen.open")}
          </Button>
        ) : (
          <Button
            variant="secondary"
            aria-label={t("units.close.of", { unit: name })}
            onClick={() => changing.whenFresh(() => setStep(obstacles.length > 0 ? "blocked" : "close"))}
          >
            {t("units.close.open")}
          </Button>
        )}
      </div>
      {step === "close" && (
        <CloseUnitDialog
          unit={name}
          isBusy={changing.isBusyWith("close")}
          trouble={<ChangeTrouble {...changing} />}
          onConfirm={() => run("close", (api) => api.units.closeUnit.mutate({ unitId }))}
          onCancel={() => setStep("none")}
        />
      )}
    </>
  );
}
