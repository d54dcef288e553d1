"use client";

import { canRemoveWay, type WayBack } from "@dvd/domain/account/ways-back";
import { useI18n } from "../../../i18n/client.tsx";
import type { StoredWay } from "../../../lib/keys/use-ways-back.ts";
import { WayRow } from "./way-row.tsx";

type WaysListProps = {
  ways: readonly StoredWay[];
  /** The slot that is being removed. */
  busyWith: string | null;
  onRenew: (kind: Exclude<WayBack, "passkey">) => void;
  onRemove: (slotId: string) => void;
};

/** Each way back with what can be done to it. The last one that stands alone stays: the server would say no as well. */
export function WaysList({ ways, busyWith, onRenew, onRemove }: WaysListProps) {
  const { t } = useI18n();
  const kinds = ways.map(({ kind }) => kind);
  return (
    <ul aria-label={t("keys.ways.title")} className="divide-y divide-line border-line border-y">
      {ways.map((way) => {
        const { slotId, kind } = way;
        return (
          <WayRow
            key={slotId}
            way={way}
            isBusy={busyWith === slotId}
            onRenew={kind === "passkey" ? undefined : () => onRenew(kind)}
            onRemove={canRemoveWay(kinds, kind) === true ? () => onRemove(slotId) : undefined}
          />
        );
      })}
    </ul>
  );
}
