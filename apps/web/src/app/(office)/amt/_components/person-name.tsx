"use client";

import { useI18n } from "../../../../i18n/client.tsx";
import { Skeleton } from "../../../../ui/skeleton.tsx";

type PersonNameProps = { name: string | null; isReading: boolean };

/** How the person wants to be called; null when nobody could prove it. A shimmer until the device has decrypted it. */
export function PersonName({ name, isReading }: PersonNameProps) {
  const { t } = useI18n();
  if (isReading) {
    return (
      <>
        <Skeleton className="my-1 h-4 w-32" />
        <span className="sr-only">{t("office.personLoading")}</span>
      </>
    );
  }
  if (name === null) return <span className="font-normal text-muted">{t("office.personUnproven")}</span>;
  if (name === "") return <span className="font-normal text-muted">{t("office.personNameless")}</span>;
  return <bdi>{name}</bdi>;
}
