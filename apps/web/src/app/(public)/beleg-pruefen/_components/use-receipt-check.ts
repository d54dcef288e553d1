"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import {
  type CheckedReceipt,
  checkReceiptFile,
  checkReceiptLink,
  type Refusal,
  refusalOf,
} from "../../../../lib/receipts/check-receipt.ts";
import { createApiClient } from "../../../../lib/trpc/client.ts";

export type Check =
  | { is: "empty" }
  | { is: "checking" }
  | { is: "proven"; receipt: CheckedReceipt }
  | { is: "refused"; why: Refusal };

const checking: Check = { is: "checking" };

const outcomeOf = (asked: Promise<CheckedReceipt>): Promise<Check> =>
  asked.then(
    (receipt) => ({ is: "proven", receipt }),
    (error: unknown) => ({ is: "refused", why: refusalOf(error) }),
  );

function onHashChange(changed: () => void) {
  addEventListener("hashchange", changed);
  return () => removeEventListener("hashchange", changed);
}

const fetchStatements = (tenantId: string) => createApiClient().directory.getKeys.query({ tenantId });

/** What stands behind `#` in the address; null on the server, which never gets to see it. */
export function useReceiptCheck() {
  const link = useSyncExternalStore(
    onHashChange,
    () => location.hash.slice(1),
    () => null,
  );
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<{ link: string; attempt: number; check: Check } | null>(null);
  /** A file that was opened while this address stood there; another address takes its place. */
  const [opened, setOpened] = useState<{ link: string | null; file: File; check: Check } | null>(null);

  useEffect(() => {
    if (!link) return undefined;
    let isWanted = true;
    void outcomeOf(checkReceiptLink(link, fetchStatements)).then(
      (check) => isWanted && setAnswer({ link, attempt, check }),
    );
    return () => {
      isWanted = false;
    };
  }, [link, attempt]);

  const readFile = (file: File) => {
    setOpened({ link, file, check: checking });
    void outcomeOf(file.text().then((json) => checkReceiptFile(json, fetchStatements))).then((check) =>
      // The answer for a file that was replaced by another one meanwhile is not wanted any more.
      setOpened((now) => (now?.file === file ? { ...now, check } : now)),
    );
  };

  const ofAddress = (): Check => {
    if (link === "") return { is: "empty" };
    return answer?.link === link && answer.attempt === attempt ? answer.check : checking;
  };
  return {
    check: opened?.link === link ? opened.check : ofAddress(),
    readFile,
    retry: () => setAttempt(attempt + 1),
  };
}
