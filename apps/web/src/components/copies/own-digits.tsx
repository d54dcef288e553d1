"use client";

import { useQuery } from "@tanstack/react-query";
import { keyHolder } from "../../crypto/client.ts";
import { useI18n } from "../../i18n/client.tsx";
import { useKeys } from "../../lib/keys/keys-provider.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Fingerprint } from "../fingerprint.tsx";

/** The digits that the office compares, made from the keys on this device and not from anything the server says. */
export function OwnDigits() {
  const { t } = useI18n();
  const { state } = useKeys();
  const opening = state.is === "ready" ? state.opening : "";
  const { data } = useQuery({
    queryKey: ["own-digits", opening],
    queryFn: () => keyHolder().fingerprint(),
    enabled: opening !== "",
    staleTime: Infinity,
    networkMode: "always",
  });
  return (
    <Card>
      <h2 className="text-xl">{t("copies.digits.title")}</h2>
      <div className="my-4 font-semibold text-xl">
        {data ? <Fingerprint>{data}</Fingerprint> : <Skeleton className="h-24 w-72" />}
      </div>
      <p className="max-w-prose text-muted">{t("copies.digits.text")}</p>
      <p data-print="no" className="mt-4">
        <Button variant="secondary" onClick={() => globalThis.print()}>
          {t("copies.digits.print")}
        </Button>
      </p>
    </Card>
  );
}
