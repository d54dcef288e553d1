"use client";

import { useEffect, useState } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { createApiClient } from "../../lib/trpc/client.ts";

/** The unit of the official. The pages of the server know its id only, so the browser asks, once per page load. */
export function UnitName() {
  const { t } = useI18n();
  const [names, setNames] = useState<string[]>([]);

  useEffect(() => {
    createApiClient()
      .accounts.listUnits.query({})
      .then(({ units }) => setNames(units.map(({ name }) => name)))
      // Without an answer the general word stays; the page below says what is wrong.
      .catch(() => {});
  }, []);

  return names.length > 0 ? names.join(", ") : t("header.authority");
}
