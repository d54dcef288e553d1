import type { Challenge } from "@dvd/api/proofs/challenge.contract";
import type { ProofMethods } from "../../crypto/proof-worker.ts";
import { startWorker } from "../../crypto/start-worker.ts";

/** Loaded, started and ended each time: most visits never send anything. The text is the header of the call. */
export async function solveInBackground(challenge: Challenge): Promise<string> {
  const { proofSource } = await import("../../crypto/generated/proof-source.ts");
  const { remote, end } = startWorker<ProofMethods>(proofSource);
  try {
    return btoa(JSON.stringify(await remote.solve(challenge)));
  } finally {
    end();
  }
}
