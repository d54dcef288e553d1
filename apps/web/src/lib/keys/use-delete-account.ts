"use client";

import { useMutation } from "@tanstack/react-query";
import { signOut } from "next-auth/react";
import { keyHolder } from "../../crypto/client.ts";
import { paths } from "../paths.ts";
import { endingHere } from "../session/ending-here.ts";
import { useTRPCClient } from "../trpc/client.ts";
import { lockElsewhere } from "./lock-elsewhere.ts";

/**
 * Ends the account on the server, then on this device, and leaves with a full page load: the worker with the keys and
 * everything that was decrypted go with the old page.
 */
export function useDeleteAccount() {
  const client = useTRPCClient();
  return useMutation({
    mutationFn: async () => {
      const { accountId, keys } = await client.accounts.getAccount.query({});
      const signed = keys && (await keyHolder().signEnd(keys));
      // The server ends every login with the account, this one too, and tells the live stream of this page at once.
      await endingHere.during(async () => {
        await client.accounts.deleteAccount.mutate(signed ? { signed } : {});
        await keyHolder().forget(accountId);
        lockElsewhere();
        await signOut({ callbackUrl: paths.accountDeleted });
      });
    },
    networkMode: "always",
  });
}
