import { CryptoError } from "@dvd/crypto";
import type { DomainErrorCode } from "@dvd/domain/errors";
import { answersFileName, answersMediaType } from "@dvd/domain/form/answers-document";
import type { Keys } from "../../crypto/client.ts";
import { discardCases } from "../drafts/discard-cases.ts";
import { underWay } from "../uploads/under-way.ts";
import type { UploadQueue } from "../uploads/upload-queue.ts";
import type { Destination } from "./destination.ts";
import { type CasePorts, createShipmentCase, formerKey, isRefusedWith } from "./shipment-case.ts";

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

export type ShipmentPorts = CasePorts & { documents: Pick<UploadQueue, "put" | "transferred" | "finish" | "end"> };

/** What an earlier visit has sealed and nobody has confirmed yet. */
export type Unconfirmed = NonNullable<Awaited<ReturnType<Keys["handedOver"]>>>;

/** The case belongs to it: under another one the server would not know it, and that would prove nothing. */
type Sealed = Pick<Unconfirmed, "caseId" | "message">;

/** Neither in an earlier try nor in this one: the case went with its draft, or it is one of former keys, ours or the office's. */
const neverArrived: readonly DomainErrorCode[] = ["case.not-found", "container.wrong-sender", "keys.not-the-receiver"];

/**
 * One sending on its way to one office. It remembers what is done, and goes on there when it is sent again. Another office
 * is another shipment. `unconfirmed` is what was sealed before the page was loaded anew.
 */
export function createShipment(destination: Destination, ports: ShipmentPorts, unconfirmed: Unconfirmed | null = null) {
  const { accountId, bundle, draftId } = destination;
  const { client, keys, documents } = ports;
  let answers: string | null = null;
  let sealed: Sealed | null = unconfirmed;
  const { begin, open } = createShipmentCase(destination, ports, () => sealed?.caseId ?? null);

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
    const { fingerprint } = await begin();
    const answer = await client.cases.submitCase.mutate({ caseId, message, draftId }).catch(async (error: unknown) => {
      if (isRefusedWith(error, neverArrived)) await beginAnew(caseId);
      throw error;
    });
    return { caseId, fingerprint, ...(await keys.checkReceipt(caseId, answer)) };
  }

  /** The documents stay on the device and go with the next case; what was transferred for this one goes. */
  async function beginAnew(caseId: string) {
    await discardCases({ client, keys }, [caseId]);
    sealed = null;
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
    prepare: async (shown?: string) => ({ fingerprint: (await begin(shown)).fingerprint }),

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
