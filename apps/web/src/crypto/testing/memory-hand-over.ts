import { CryptoError } from "@dvd/crypto";
import type { BegunCases, HandedOver } from "../begun-cases.ts";

/** What a browser keeps of cases that are on their way, without a browser. `begun`: the cases that it knows. */
export function memoryHandOver(begun: readonly string[]) {
  const entries = new Map<string, HandedOver>();
  let turn: Promise<unknown> = Promise.resolve();
  const cases: Pick<BegunCases, "handOver" | "handedOver"> = {
    handOver(caseId, seal) {
      const mine = turn.then(async () => {
        if (!begun.includes(caseId)) throw new CryptoError("E_STATE");
        const kept = entries.get(caseId) ?? (await seal());
        entries.set(caseId, kept);
        return kept;
      });
      turn = mine.catch(() => undefined);
      return mine;
    },
    handedOver: async (accountId, bundle) =>
      [...entries.values()].find(
        ({ destination }) => destination.accountId === accountId && destination.bundle === bundle,
      ) ?? null,
  };
  return { cases, onDisk: () => [...entries.keys()] };
}
