import { CryptoError } from "@dvd/crypto";
import { answersFileName, answersMediaType } from "@dvd/domain/form/answers-document";
import { uuidv7 } from "@dvd/domain/ids";
import type { Keys } from "../../crypto/client.ts";
import type { Opened } from "../keys/open-account.ts";
import { readKeys } from "../keys/read-keys.ts";
import { isOldVault, type SavePins } from "../keys/save-pins.ts";
import { problemOf } from "../problem.ts";
import type { ApiClient } from "../trpc/client.ts";
import type { Office } from "./draft.ts";

export type Progress =
  | { step: "seal" }
  | { step: "transfer"; sentBytes: number; totalBytes: number }
  | { step: "confirm" };

export type Receipt = { caseId: string; fingerprint: string } & Awaited<ReturnType<Keys["checkReceipt"]>>;

/** What goes out: where to, and the content in the clear, which the key holder seals. */
export type Parcel = {
  serviceKey: string;
  postalCode: string;
  office: Office;
  from: string;
  text: string;
  /** The form as it was filled in, a document like the others (`domain/form/answers-document.ts`). */
  answers: string;
  files: readonly File[];
};

type Ports = { client: ApiClient; keys: Keys; savePins: SavePins; reopen: () => Promise<Opened> };

type Begun = Awaited<ReturnType<Keys["beginCase"]>>;
type SealedText = Awaited<ReturnType<Keys["sealFirstText"]>>;

/**
 * One parcel on its way. It remembers what is done: sent again after an interruption, it goes on with the same case and
 * never becomes two. What was changed after an interruption is another parcel and another shipment.
 */
export function createShipment(parcel: Parcel, { client, keys, savePins, reopen }: Ports) {
  const caseId = newId();
  let begun: Begun | null = null;
  let isDrafted = false;
  let mayBeDrafted = false;
  const documents = [...parcel.files, new File([parcel.answers], answersFileName, { type: answersMediaType })];
  /** By place in `documents`, as far as they are sealed and transferred. */
  const seals: { documentId: string; seal: string }[] = [];
  let storedDocuments = 0;
  let message: SealedText | null = null;

  async function beginOnce(shown: string | undefined) {
    const { office } = parcel;
    const statements = await readKeys(client, keys, office.tenantId);
    const fresh = await keys.beginCase(caseId, { ...office, ...(shown && { fingerprint: shown }) }, statements);
    await savePins(fresh.vaultUpdate);
    return fresh;
  }

  /**
   * Proves the key of the office and makes the key of the case. Nothing has left the device then. `shown` is the
   * fingerprint that was on the screen, for somebody to compare: what is sealed for must be the same.
   */
  async function prepare(shown?: string) {
    begun ??= await beginOnce(shown).catch(async (error: unknown) => {
      if (!isOldVault(error)) throw error;
      await reopen();
      return beginOnce(shown);
    });
    return { fingerprint: begun.fingerprint };
  }

  async function openDraft({ scopeId, grants }: Begun) {
    const { serviceKey, postalCode } = parcel;
    try {
      await client.cases.openDraft.mutate({ caseId, serviceKey, postalCode, scopeId, grants });
    } catch (error) {
      const problem = problemOf(error);
      // The answer to an earlier try was lost: the id is ours and random, so the case that exists is this one.
      const isOurs = mayBeDrafted && problem.kind === "refused" && problem.code === "case.exists";
      mayBeDrafted = true;
      if (!isOurs) throw error;
    }
    isDrafted = true;
  }

  /** A container can be sealed only once: an interrupted one is left behind unfinished, and a new one begins. */
  async function sealDocument(file: File, onProgress: (sentBytes: number) => void) {
    const documentId = newId();
    const { header, floeHeader } = await keys.beginUpload(caseId, documentId, file);
    const { stored } = await client.documents.startUpload.mutate({ caseId, documentId, header, floeHeader });
    onProgress(0);
    const parts = stored.map(({ part }) => part);
    return { documentId, seal: await keys.sendUpload(documentId, parts, onProgress) };
  }

  /** One after the other, with one progress for all of them. */
  async function sendDocuments(onProgress: (progress: Progress) => void) {
    const sizes = documents.map(({ size }) => size);
    const totalBytes = sum(sizes);
    for (const [place, file] of documents.entries()) {
      const before = sum(sizes.slice(0, place));
      // What is transferred is padded and framed, a little more than the file itself.
      const report = (sent: number) =>
        onProgress({ step: "transfer", sentBytes: before + Math.min(sent, file.size), totalBytes });
      seals[place] ??= await sealDocument(file, report).catch((error: unknown) => explainFailure(file, error));
      if (storedDocuments > place) continue;
      await client.documents.finishUpload.mutate(seals[place]);
      storedDocuments = place + 1;
    }
  }

  /** A file that was moved or edited since it was picked looks like any other failure; looking again tells. */
  async function explainFailure(file: File, error: unknown): Promise<never> {
    throw (await isReadable(file)) ? error : new CryptoError("E_SOURCE");
  }

  return {
    caseId,
    parcel,
    prepare,

    /** From here on the office may have it: the content cannot be changed any more, only confirmed. */
    isHandedOver: () => message !== null,

    /** Resolves only after the receipt was proven to name exactly what was sent. */
    async send(onProgress: (progress: Progress) => void): Promise<Receipt> {
      onProgress({ step: "seal" });
      const { fingerprint } = await prepare();
      if (begun && !isDrafted) await openDraft(begun);
      await sendDocuments(onProgress);
      onProgress({ step: "confirm" });
      message ??= await keys.sealFirstText(caseId, { from: parcel.from, text: parcel.text });
      const answer = await client.cases.submitCase.mutate({ caseId, message });
      return { caseId, fingerprint, ...(await keys.checkReceipt(caseId, answer)) };
    },
  };
}

export type Shipment = ReturnType<typeof createShipment>;

async function isReadable(file: File) {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);

const newId = () => uuidv7<string>(new Date(), crypto.getRandomValues(new Uint8Array(10)));
