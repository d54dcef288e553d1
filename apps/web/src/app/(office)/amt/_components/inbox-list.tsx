"use client";

import { useRef, useState } from "react";
import { useClaim } from "../../../../components/cases/use-claim.ts";
import { ProblemAlert } from "../../../../components/problem-alert.tsx";
import type { ServiceTitles } from "../../../../components/services/service-titles.ts";
import { useI18n } from "../../../../i18n/client.tsx";
import type { CaseSummary } from "../../../../lib/cases/case-summary.ts";
import { problemOf } from "../../../../lib/problem.ts";
import { Button } from "../../../../ui/button.tsx";
import { useAnnounce } from "../../../../ui/live-region.tsx";
import { useFocusWhenThere } from "../../../../ui/use-focus-when-there.ts";
import { chooseShortcuts } from "./choose-shortcuts.ts";
import { InboxTable } from "./inbox-table.tsx";
import { caseInFocus, linkOf, moveFocus } from "./row-focus.ts";
import { ShortcutsHint } from "./shortcuts-hint.tsx";
import { useShortcuts } from "./use-shortcuts.ts";

type InboxListProps = {
  lines: readonly CaseSummary[];
  serviceTitles: ServiceTitles;
  areShortcutsOn: boolean;
  hasMore: boolean;
  isLoadingMore: boolean;
  /** Resolves with the lines that came. */
  onLoadMore: () => Promise<CaseSummary[]>;
};

/** The lines, and everything that one can do with them by hand or by key. */
export function InboxList({
  lines,
  serviceTitles,
  areShortcutsOn,
  hasMore,
  isLoadingMore,
  onLoadMore,
}: InboxListProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const focusWhenThere = useFocusWhenThere();
  const claim = useClaim();
  const rows = useRef<HTMLTableSectionElement>(null);
  const [isOn, setIsOn] = useState(areShortcutsOn);

  const take = (line: CaseSummary) =>
    // The button goes away with the claim; the focus must not fall to the top of the page.
    claim.mutate(line, { onSuccess: () => linkOf(rows.current, line.caseId)?.focus() });

  const takeInFocus = () => {
    const caseId = caseInFocus(rows.current);
    const line = lines.find((line) => line.caseId === caseId);
    if (!line) announce(t("office.shortcuts.chooseFirst"));
    else if (!line.may.claim) announce(t(`office.shortcuts.${line.assignedTo === "nobody" ? "notYours" : "taken"}`));
    else if (!claim.isPending) take(line);
  };

  useShortcuts(isOn, {
    j: () => moveFocus(rows.current, 1),
    k: () => moveFocus(rows.current, -1),
    ü: takeInFocus,
    u: takeInFocus,
  });

  const switchShortcuts = (wanted: boolean) => {
    setIsOn(wanted);
    void chooseShortcuts(wanted ? "on" : "off");
  };

  const loadMore = async () => {
    const [first, ...others] = await onLoadMore();
    if (!first) return;
    announce(t("office.moreDone", { count: others.length + 1 }));
    focusWhenThere(() => linkOf(rows.current, first.caseId));
  };

  return (
    <div className="grid grid-cols-1 gap-5">
      {claim.error && (
        <ProblemAlert problem={problemOf(claim.error)} title={t("office.claimFailed")} signInAs="official" />
      )}
      <div className="hidden any-pointer-fine:block">
        <ShortcutsHint isOn={isOn} onSwitch={switchShortcuts} />
      </div>
      <InboxTable
        rows={rows}
        lines={lines}
        serviceTitles={serviceTitles}
        claiming={claim.isPending ? claim.variables.caseId : undefined}
        onClaim={take}
      />
      {hasMore && (
        <div>
          <Button
            variant="secondary"
            busy={isLoadingMore ? t("office.moreBusy") : undefined}
            onClick={() => void loadMore()}
          >
            {t("office.more")}
          </Button>
        </div>
      )}
    </div>
  );
}
