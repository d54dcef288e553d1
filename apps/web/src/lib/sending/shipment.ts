import { CryptoError } from "@dvd/crypto";
import { DomainError, type DomainErrorCode } from "@dvd/domain/errors";
import { answersFileName, answersMediaType } from "@dvd/domain/form/answers-document";
import type { Keys } from "../../crypto/client.ts";
import type { Opened } from "../keys/open-account.ts";
import { readKeys } from "../keys/read-keys.ts";
import { isOldVault, type SavePins } from "../keys/save-pins.ts";
import { discardCases } from "../drafts/discard-cases.ts";
import { problemOf } from "../problem.ts";
import type { ApiClient } from "../trpc/client.ts";
import { underWay } from "../uploads/under-way.ts";
import type { UploadQueue } from "../uploads/upload-queue.ts";
import type { Destination } from "./destination.ts";

export type Progress = { step: "seal" } | { step: "transfer" } | { step: "confirm" };

type OnProgress = (progress: Progress) => void;

export type Receipt = { caseId: string; fingerprint: string } & Awaited<ReturnType<Keys["checkReceipt"]>>;

/** In the clear, which the key holder seals. */
export type Letter = {
  from: string;
  text: string;
  /** The form as it was filled in, a document like the others (`domain/form/answers-document.ts`). */
  answers: string;
};

export type Parcel = { destination: Destination; letter: Letter };

export type ShipmentPorts = {
  client: ApiClient;
  keys: Keys;
  savePins: SavePins;
  reopen: () => Promise<Opened>;
  documents: Pick<UploadQueue, "put" | "start" | "transferred" | "finish" | "end">;
};

/** What an earlier visit has sealed and nobody has confirmed yet. */
export type Unconfirmed = NonNullable<Awaited<ReturnType<Keys["handedOver"]>>>;

type Begun = { caseId: string; isNew: boolean } & Awaited<ReturnType<Keys["beginCase"]>>;
/** The case belongs to it: under another one the server would not know it, and that would prove nothing. */
type Sealed = Pick<Unconfirmed, "caseId" | "message">;

/** Neither in an earlier try nor in this one: the case went with its draft, or it is one of former keys, ours or the office's. */
const neverArrived: readonly DomainErrorCode[] = ["case.not-found", "container.wrong-sender", "keys.not-the-receiver"];
/** The office has got a new key since the case was begun. */
const formerKey: readonly DomainErrorCode[] = ["keys.not-the-receiver"];

function isRefusedWith(error: unknown, codes: readonly DomainErrorCode[]) {
  const problem = problemOf(error);
  return problem.kind === "refused" && codes.includes(problem.code);
}

/**
 * One sending on its way to one office. It remembers what is done: sent again after an interruption, it goes on with the
 * same case and never becomes two. Another office is another shipment. `unconfirmed` is what was sealed before the page
 * was loaded anew.
 */
export function createShipment(
  destination: Destination,
  { client, keys, savePins, reopen, documents }: ShipmentPorts,
  unconfirmed: Unconfirmed | null = null,
) {
  const { accountId, bundle, draftId, serviceKey, postalCode, office } = destination;
  const { tenantId, unitId } = office;
  let begun: Begun | null = null;
  let drafted: string | null = null;
  let mayBeDrafted = false;
  let answers: string | null = null;
  let sealed: Sealed | null = unconfirmed;
  let turn: Promise<unknown> = Promise.resolve();

  /** Documents set out while the office is still being looked at, or sending begins: two at once would begin two cases. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  /** Only while this device waits for its receipt: another window may have got it, or the person has given it up there. */
  async function caseOf({ caseId }: Sealed) {
    const kept = await keys.handedOver(accountId, bundle);
    if (kept?.caseId !== caseId) throw new DomainError("case.settled-elsewhere");
    return { caseId, isNew: false };
  }

  const target = `${tenantId}/${unitId}/${postalCode}/${office.ars ?? ""}`;

  async function beginOnce(shown: string | undefined): Promise<Begun> {
    const found = sealed ? await caseOf(sealed) : await keys.caseFor({ accountId, bundle, target });
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

  /** A case to send documents to. The office does not see it before it is submitted. */
  const open = () =>
    inTurn(async () => {
      const current = await beginDraft();
      documents.start(current.caseId);
      // If they stay for now, they end by themselves.
      await leaveOthers(current.caseId).catch(() => undefined);
      return current;
    });

  async function putAnswers(letter: Letter) {
    if (answers === letter.answers) return;
    const file = new File([letter.answers], answersFileName, { type: answersMediaType });
    await documents.put({ slot: "", name: file.name, type: file.type, flags: [], file });
    answers = letter.answers;
  }

  async function seal(letter: Letter, onProgress: OnProgress): Promise<Sealed> {
    onProgress({ step: "seal" });
    // Before the case is asked for: answers that were signed already and have changed make it another one.
    await putAnswers(letter);
    const { caseId } = await open();
    onProgress({ step: "transfer" });
    await documents.transferred();
    await documents.finish();
    const message = await keys.sealFirstText(caseId, { from: letter.from, text: letter.text }, destination);
    return { caseId, message };
  }

  /** The same bytes each time. Resolves only after the receipt was proven to name exactly what was sent. */
  async function submit({ caseId, message }: Sealed): Promise<Receipt> {
    // After a reload the key of the case, and who may sign a receipt, are read anew.
    const { fingerprint } = await inTurn(() => begin());
    const answer = await client.cases.submitCase.mutate({ caseId, message, draftId }).catch(async (error: unknown) => {
      if (isRefusedWith(error, neverArrived)) await beginAnew(caseId);
      throw error;
    });
    return { caseId, fingerprint, ...(await keys.checkReceipt(caseId, answer)) };
  }

  /** The documents stay on the device and go with the next case; what was transferred for this one goes. */
  async function beginAnew(caseId: string) {
    await discardCases({ client, keys }, [caseId]);
    [begun, drafted, sealed] = [null, null, null];
  }

  async function sealAndSubmit(letter: Letter | null, onProgress: OnProgress, isAgain = false): Promise<Receipt> {
    const isSealedNow = sealed === null;
    sealed ??= letter && (await seal(letter, onProgress));
    if (!sealed) throw new CryptoError("E_STATE");
    onProgress({ step: "confirm" });
    try {
      return await submit(sealed);
    } catch (error) {
      // What stands on the screen may be newer than what an earlier try has sealed: then the person sends it.
      if (isAgain || !isSealedNow || !isRefusedWith(error, formerKey)) throw error;
    }
    return sealAndSubmit(letter, onProgress, true);
  }

  return {
    destination,

    /**
     * Proves the key of the office and makes the key of the case. Nothing has left the device then. `shown` is the
     * fingerprint that was on the screen, for somebody to compare: what is sealed for must be the same.
     */
    prepare: async (shown?: string) => ({ fingerprint: (await inTurn(() => begin(shown))).fingerprint }),

    /** Documents may travel while the person is still writing. */
    open: async () => void (await open()),

    /** From here on the office may have it: the content cannot be changed any more, only confirmed. */
    isHandedOver: () => sealed !== null,

    /** From the case on if nothing is sealed yet, else only what is missing: that the office confirms it. */
    async send(letter: Letter | null, onProgress: OnProgress): Promise<Receipt> {
      // Not only while documents travel: without its keys it could neither be signed nor proven.
      const end = underWay.begin();
      try {
        return await sealAndSubmit(letter, onProgress);
      } finally {
        end();
      }
    },

    /** The receipt was shown. Whether this device tidies up after it changes nothing about that. */
    async end() {
      // First of all: a window that does not know it yet must find out that this was sent, and not send it once more.
      if (sealed) await keys.settleCase(accountId, bundle, sealed.caseId).catch(() => undefined);
      await documents.end().catch(() => undefined);
    },
  };
}

export type Shipment = ReturnType<typeof createShipment>;
