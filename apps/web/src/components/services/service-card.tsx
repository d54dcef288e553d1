"use client";

import { useI18n } from "../../i18n/client.tsx";
import { paths } from "../../lib/paths.ts";
import { buttonClass } from "../../ui/button-class.ts";
import { Card } from "../../ui/card.tsx";
import { ArrowIcon } from "../../ui/icons.tsx";
import { RouteLink } from "../route-link.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import type { Service } from "./service.ts";

type ServiceCardProps = { service: Service; Heading: "h2" | "h3" };

export function ServiceCard({ service: { slug, title, summary, evidence }, Heading }: ServiceCardProps) {
  const { t } = useI18n();
  return (
    <Card className="flex h-full flex-col">
      <Heading className="text-xl">{title}</Heading>
      <p className="mt-2">{summary}</p>
      <div className="mt-4 mb-6 text-sm">
        {evidence.length === 0 ? (
          <p className="text-muted">{t("services.needNothing")}</p>
        ) : (
          <>
            <p className="text-muted">{t("services.need")}</p>
            <div className="mt-1.5">
              <EvidenceList evidence={evidence} />
            </div>
          </>
        )}
      </div>
      <p className="mt-auto">
        <RouteLink href={paths.send(slug)} className={buttonClass("secondary", "w-full sm:w-auto")}>
          {t("services.start")}
          <span className="sr-only">: {title}</span>
          <ArrowIcon className="size-5" />
        </RouteLink>
      </p>
    </Card>
  );
}
