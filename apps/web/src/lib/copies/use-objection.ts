"use client";

import { useMutation } from "@tanstack/react-query";
import { keyHolder } from "../../crypto/client.ts";
import { useI18n } from "../../i18n/client.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { useTRPCClient } from "../trpc/client.ts";

/** Signs with the former key that this device has. The server puts that key back; whoever objected is told before going on. */
export function useObjection() {
  const { t } = useI18n();
  const announce = useAnnounce();
  const client = useTRPCClient();
  return useMutation({
    mutationFn: async () => {
      await client.accounts.objectToRenewal.mutate(await keyHolder().signObjection());
      announce(t("copies.contested.done"));
    },
    networkMode: "always",
  });
}
