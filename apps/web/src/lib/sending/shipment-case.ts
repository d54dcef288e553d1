import { DomainError, type DomainErrorCode } from "@dvd/domain/errors";
import type { Keys } from "../../crypto/client.ts";
import { discardCases } from "../drafts/discard-cases.ts";
import type { Opened } from "../keys/open-account.ts";
import { readKeys } from "../keys/read-keys.ts";
import { isOldVault, type SavePins } from "../keys/save-pins.ts";
import { problemOf } from "../problem.ts";
import type { ApiClient } from "../trpc/client.ts";
import type { UploadQueue } from "../uploads/upload-queue.ts";
import type { Destination } from "./destination.ts";

export type CasePorts = {
  client: ApiClient;
  keys: Keys;
  savePins: SavePins;
  reopen: () => Promise<Opened>;
  documents: Pick<UploadQueue, "start">;
};

type Begun = { caseId: string; isNew: boolean } & Awaited<ReturnType<Keys["beginCase"]>>;

/** The office has got a new key since the case was begun. */
export const formerKey: readonly DomainErrorCode[] = ["keys.not-the-receiver"];

export function isRefusedWith(error: unknown, codes: readonly DomainErrorCode[]) {
  const problem = problemOf(error);
  return problem.kind === "refused" && codes.includes(problem.code);
}

/**
 * The case that one sending begins at one office, and goes on with after an interruption: it never becomes two. Once its first
 * message is sealed, `sealedCase` says so, and no other case can become of it.
 */
export function createShipmentCase(
  { accountId, bundle, serviceKey, postalCode, office }: Destination,
  { client, keys, savePins, reopen, documents }: CasePorts,
  sealedCase: () => string | null,
) {
  const { tenantId, unitId } = office;
  let begun: Begun | null = null;
  let drafted: string | null = null;
  let mayBeDrafted = false;
  let turn: Promise<unknown> = Promise.resolve();

  /** Documents set out while the office is still being looked at, or sending begins: two at once would begin two cases. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  /** Only while this device waits for its receipt: another window may have got it, or the person has given it up there. */
  async function stillWaiting(caseId: string) {
    const kept = await keys.handedOver(accountId, bundle);
    if (kept?.caseId !== caseId) throw new DomainError("case.settled-elsewhere");
    return { caseId, isNew: false };
  }

  const target = `${tenantId}/${unitId}/${postalCode}/${office.ars ?? ""}`;

  async function beginOnce(shown: string | undefined): Promise<Begun> {
    const sealed = sealedCase();
    const found = sealed === null ? await keys.caseFor({ accountId, bundle, target }) : await stillWaiting(sealed);
    if (begun?.caseId === found.caseId) return begun;
    const statements = await readKeys(client, keys, tenantId);
    const fresh = await keys.beginCase(found.caseId, { ...office, ...(shown && { fingerprint: shown }) }, statements);
    await savePins(fresh.vaultUpdate);
    return { ...found, ...fresh };
  }

  async function begin(shown?: string) {
    begun = await beginOnce(shown).catch(async (error: unknown) => {
      if (!isOldVault(error)) throw error;
      await reopen();
      return beginOnce(shown);
    });
    return begun;
  }

  async function openDraft({ caseId, isNew, scopeId, grants }: Begun) {
    if (drafted === caseId) return;
    try {
      await client.cases.openDraft.mutate({
        caseId,
        serviceKey,
        postalCode,
        ...(office.ars && { ars: office.ars }),
        scopeId,
        grants,
      });
    } catch (error) {
      const problem = problemOf(error);
      // Opened before a reload, or the answer to an earlier try was lost: the id is ours and random, so is the case.
      const isOurs = (!isNew || mayBeDrafted) && problem.kind === "refused" && problem.code === "case.exists";
      mayBeDrafted = true;
      if (!isOurs) throw error;
    }
    drafted = caseId;
  }

  /** The office may have a new key since the case was begun: sealed again for that one it is the same case, and nothing is lost. */
  async function beginDraft() {
    const current = await begin();
    try {
      await openDraft(current);
      return current;
    } catch (error) {
      if (!isRefusedWith(error, formerKey)) throw error;
    }
    begun = null;
    const again = await begin();
    await openDraft(again);
    return again;
  }

  /** What was begun for another office that was chosen before. */
  const leaveOthers = async (caseId: string) => discardCases({ client, keys }, await keys.casesBeside(caseId));

  return {
    /** Proves the key of the office. Nothing has left the device then. */
    begin: (shown?: string) => inTurn(() => begin(shown)),

    /** A case to send documents to. The office does not see it before it is submitted. */
    open: () =>
      inTurn(async () => {
        const current = await beginDraft();
        documents.start(current.caseId);
        // If they stay for now, they end by themselves.
        await leaveOthers(current.caseId).catch(() => undefined);
        return current;
      }),
  };
}
