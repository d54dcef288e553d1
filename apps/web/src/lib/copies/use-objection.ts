"use client";

import { useMutation } from "@tanstack/react-query";
import { keyHolder } from "../../crypto/client.ts";
import { useI18n } from "../../i18n/client.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { useKeys } from "../keys/keys-provider.tsx";
import { useTRPCClient } from "../trpc/client.ts";

/** Signs with the former key that this device has, and goes on with it once the server has put it back. */
export function useObjection() {
  const { t } = useI18n();
  const announce = useAnnounce();
  const client = useTRPCClient();
  const { reopen } = useKeys();
  return useMutation({
    mutationFn: async () => {
      await client.accounts.objectToRenewal.mutate(await keyHolder().signObjection());
      announce(t("copies.contested.done"));
      await reopen();
    },
    networkMode: "always",
  });
}
