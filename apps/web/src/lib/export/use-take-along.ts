"use client";

import { useMutation } from "@tanstack/react-query";
import { germanDay } from "@dvd/domain/case/due-date";
import { caseGroupNames } from "@dvd/domain/case/lifecycle";
import { useState } from "react";
import type { ServiceTitles } from "../../components/services/service-titles.ts";
import { keyHolder } from "../../crypto/client.ts";
import { useI18n } from "../../i18n/client.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { createEntryNames } from "../archive/entry-names.ts";
import { makeZip } from "../archive/zip.ts";
import { useKeys } from "../keys/keys-provider.tsx";
import { saveBlob } from "../save-blob.ts";
import { type ApiClient, useTRPCClient } from "../trpc/client.ts";
import { collectDrafts } from "./collect-drafts.ts";
import { exportEntries, type ExportProgress } from "./export-entries.ts";
import { useExportWords } from "./use-export-words.ts";

/** Packs everything of a person, or one case, into a file on this device. */
export function useTakeAlong(titles: ServiceTitles, only?: { caseId: string; reference: string }) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const client = useTRPCClient();
  const { savePins } = useKeys();
  const words = useExportWords(titles);
  const [progress, setProgress] = useState<ExportProgress | null>(null);

  return {
    progress,
    ...useMutation({
      mutationFn: async () => {
        const now = new Date();
        const gaps = { count: 0 };
        const account = await readAccount(client);
        const { accountId } = account;
        const entries = exportEntries({
          ports: { client, savePins },
          words,
          pathFor: createEntryNames(),
          now,
          account,
          drafts: only ? [] : await collectDrafts({ client, keys: keyHolder(), accountId, words }),
          caseIds: only ? [only.caseId] : await listAllIds(client),
          onProgress: setProgress,
          onGap: () => (gaps.count += 1),
        });
        const zip = await makeZip(entries);
        const file = only
          ? t("takeAlong.caseFile", { reference: only.reference })
          : t("takeAlong.file", { date: germanDay(now) });
        saveBlob(zip, file);
        return { file, size: zip.size, hasGaps: gaps.count > 0 };
      },
      onSuccess: () => announce(t("takeAlong.doneAnnounce")),
      onSettled: () => setProgress(null),
    }),
  };
}

async function readAccount(client: ApiClient) {
  const { accountId, keys } = await client.accounts.getAccount.query({});
  const digits = keys && (await keyHolder().fingerprint());
  const waysBack = keys?.slots.map(({ kind, createdAt }) => ({ kind, createdAt })) ?? [];
  return { accountId, digits, waysBack };
}

async function listAllIds(client: ApiClient) {
  const ids: string[] = [];
  for (const group of caseGroupNames) {
    let cursor: string | null | undefined;
    do {
      const page = await client.cases.listOwnCases.query({ group, limit: 100, ...(cursor && { cursor }) });
      ids.push(...page.cases.map(({ caseId }) => caseId));
      cursor = page.nextCursor;
    } while (cursor);
  }
  return ids;
}
