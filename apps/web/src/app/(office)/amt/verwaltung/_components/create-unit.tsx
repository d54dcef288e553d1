"use client";

import { useRef, useState } from "react";
import { useI18n } from "../../../../../i18n/client.tsx";
import { Button } from "../../../../../ui/button.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { ChangeTrouble } from "./change-trouble.tsx";
import { UnitNameForm } from "./unit-name-form.tsx";
import { useChange } from "./use-change.ts";

/** A new office. It appears among the others and says there what it still needs. */
export function CreateUnit() {
  const { t } = useI18n();
  const changing = useChange<unknown>();
  const [isOpen, setIsOpen] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const close = () => {
    setIsOpen(false);
    heading.current?.focus();
  };
  const create = (name: string) =>
    changing.whenFresh(() =>
      changing.run({
        button: "create",
        act: (api) => api.units.createUnit.mutate({ name }),
        done: () => t("units.create.done", { unit: name }),
        after: close,
      }),
    );
  return (
    <Card>
      <h2 ref={heading} tabIndex={-1} className="text-xl">
        {t("units.create.title")}
      </h2>
      <div className="mt-4 grid gap-5">
        {isOpen ? (
          <UnitNameForm
            title={t("units.create.open")}
            note={t("units.create.lead")}
            submit={t("units.create.submit")}
            busy={changing.isBusyWith("create") ? t("units.create.busy") : undefined}
            trouble={<ChangeTrouble {...changing} />}
            onSubmit={create}
            onCancel={close}
          />
        ) : (
          <>
            <p className="max-w-prose text-muted">{t("units.create.lead")}</p>
            <ChangeTrouble {...changing} />
            <Button
              variant="secondary"
              className="justify-self-start"
              onClick={() => changing.whenFresh(() => setIsOpen(true))}
            >
              {t("units.create.open")}
            </Button>
          </>
        )}
      </div>
    </Card>
  );
}
