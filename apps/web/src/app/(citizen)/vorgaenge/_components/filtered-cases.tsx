import { useState } from "react";
import type { ServiceTitles } from "../../../../components/services/service-titles.ts";
import { useI18n } from "../../../../i18n/client.tsx";
import { Chip } from "../../../../ui/chip.tsx";
import { CaseGroupList, type CasesOfGroup } from "./case-group-list.tsx";

type FilteredCasesProps = {
  open: CasesOfGroup;
  finished: CasesOfGroup;
  /** Above the list stand cases that wait for this person: they run too. */
  othersWait: boolean;
  titles: ServiceTitles;
};

/** What runs, or what is over. */
export function FilteredCases({ open, finished, othersWait, titles }: FilteredCasesProps) {
  const { t } = useI18n();
  const [chosen, setChosen] = useState<"open" | "finished">("open");
  const group = { open, finished }[chosen];
  const nothingOpen = othersWait ? "cases.nothingElseOpen" : "cases.nothingOpen";
  return (
    <section>
      <fieldset aria-label={t("cases.show")} className="mb-4 flex flex-wrap gap-2">
        <Chip isChosen={chosen === "open"} onClick={() => setChosen("open")}>
          {t("cases.showOpen")}
        </Chip>
        <Chip isChosen={chosen === "finished"} onClick={() => setChosen("finished")}>
          {t("cases.showFinished")}
        </Chip>
      </fieldset>
      {group.cases?.length === 0 ? (
        <p className="text-muted">{t(chosen === "open" ? nothingOpen : "cases.nothingFinished")}</p>
      ) : (
        <CaseGroupList label={t("cases.list")} group={group} titles={titles} />
      )}
    </section>
  );
}
