"use client";

import { useI18n } from "../../../../i18n/client.tsx";
import { PersonName } from "./person-name.tsx";
import { usePerson } from "./use-person.ts";
import { useSeen } from "./use-seen.ts";

export function Person({ caseId }: { caseId: string }) {
  const { t } = useI18n();
  const [place, isSeen] = useSeen<HTMLDivElement>();
  const { data, isError } = usePerson(caseId, isSeen);

  if (isError) return <span className="text-muted">{t("office.personUnreadable")}</span>;
  return (
    <div ref={place}>
      <PersonName name={data?.name ?? null} isReading={!data} />
    </div>
  );
}
