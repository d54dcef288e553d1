import { CryptoError } from "@dvd/crypto";
import type { DomainErrorCode } from "@dvd/domain/errors";
import { newId } from "../new-id.ts";
import { type Problem, problemOf } from "../problem.ts";
import { dropFile, restartFile } from "./give-up.ts";
import { isUnderWay, type UploadItem, type UploadState } from "./upload-item.ts";
import { createUploadList } from "./upload-list.ts";
import { createUploadSender, type UploadPorts } from "./upload-sender.ts";

export type PickedDocument = Pick<UploadItem, "slot" | "name" | "type" | "flags"> & { file: File };

/**
 * The documents of one thing that somebody is about to send: taken in one after the other, and sent one after the other
 * as soon as there is a case to send them to. Nothing is submitted by that.
 */
export function createUploadQueue(bundle: string, accountId: string, ports: UploadPorts) {
  const { keys, client } = ports;
  const list = createUploadList();
  const sender = createUploadSender(list, ports);
  let taking = Promise.resolve();

  async function take(fileId: string, { file, ...about }: PickedDocument) {
    const report = (bytes: number) => list.set(fileId, { is: "preparing", done: bytes / file.size });
    try {
      const { isKept } = await keys.addFile({ ...about, file, fileId, bundle, accountId }, report);
      // Taken off the list for good while it was read.
      if (!list.find(fileId)) await dropFile(ports, fileId);
      list.change(fileId, { isKept, state: { is: "waiting" } });
    } catch (error) {
      sender.fail(fileId, error, problemOf(error, true));
    }
    void sender.pump();
  }

  return {
    watch: list.watch,
    all: list.all,

    /** What this device has kept from an earlier visit. */
    async load() {
      for (const { isHere, ...file } of await keys.listFiles(accountId, bundle)) {
        const state: UploadState = isHere ? { is: "waiting" } : { is: "missing", wasOther: false };
        if (!list.find(file.fileId)) list.add({ ...file, state, isRemoved: false });
      }
      void sender.pump();
    },

    /** One after the other: a phone that reads ten files at once does nothing else. */
    add(picked: readonly PickedDocument[]) {
      for (const document of picked) {
        const { file, ...about } = document;
        const fileId = newId();
        const state: UploadState = { is: "preparing", done: 0 };
        list.add({ ...about, fileId, size: file.size, isKept: false, isRemoved: false, state });
        taking = taking.then(() => take(fileId, document));
      }
    },

    /**
     * The only one of its type: an earlier one gives way, unless it is the same; what is signed already would be signed for
     * nothing. Resolves when it lies on this device.
     */
    async put(document: PickedDocument) {
      const earlier = list.all().filter(({ type }) => type === document.type);
      for (const { fileId, state } of earlier) {
        if (await keys.giveFile(fileId, document.file)) {
          if (state.is === "missing") list.set(fileId, { is: "waiting" });
          return;
        }
        await this.drop(fileId);
      }
      this.add([document]);
      await taking;
    },

    /** What is not asked for any more does not travel with the rest. */
    async keepSlots(slots: ReadonlySet<string>) {
      for (const { fileId, slot } of list.all()) if (slot !== "" && !slots.has(slot)) await this.drop(fileId);
    },

    /** From now on there is somewhere to send to. For another case than before all of it is sealed and sent anew. */
    start(caseId: string) {
      const former = sender.target();
      sender.sendTo(caseId);
      if (former !== null && former !== caseId)
        for (const item of list.all())
          if (item.state.is === "transferred" || isUnderWay(item)) sender.halt(item.fileId, { is: "waiting" });
      void sender.pump();
    },

    pause: (fileId: string) => sender.halt(fileId, { is: "paused" }),

    /** After a pause and after a failure alike. */
    goOn(fileId: string) {
      list.set(fileId, { is: "waiting" });
      void sender.pump();
    },

    /** The same file, picked once more. Another one is not taken for it. */
    async give(fileId: string, file: File) {
      const isSame = await keys.giveFile(fileId, file);
      list.set(fileId, isSame ? { is: "waiting" } : { is: "missing", wasOther: true });
      void sender.pump();
    },

    /** Stopped and hidden; nothing is lost until `drop`. */
    remove(fileId: string) {
      const isBusy = list.find(fileId)?.state.is !== "preparing";
      if (isBusy) sender.halt(fileId);
      list.change(fileId, { isRemoved: true });
    },

    putBack(fileId: string) {
      const item = list.find(fileId);
      const wasStopped = item && ["sending", "busy", "retrying", "offline"].includes(item.state.is);
      list.change(fileId, { isRemoved: false, ...(wasStopped && { state: { is: "waiting" } }) });
      void sender.pump();
    },

    /** Also with us: what nobody wants any more takes no place from what is sent instead. */
    async drop(fileId: string) {
      list.remove(fileId);
      await dropFile(ports, fileId);
    },

    /** Resolves when all of it lies at the server. Throws what somebody has to look at first. */
    async transferred() {
      await taking;
      for (const { fileId, state, isRemoved } of list.all()) {
        if (isRemoved) await this.drop(fileId);
        else if (state.is === "paused" || state.is === "failed") list.set(fileId, { is: "waiting" });
      }
      await sender.pump();
      const open = list.all().find(({ state }) => state.is !== "transferred");
      if (open) throw sender.whyFailed(open.fileId) ?? new CryptoError("E_SOURCE");
    },

    /** Signs and finishes every document. Asked again after a lost answer, each is finished once. */
    async finish() {
      for (const { fileId } of list.all()) {
        const { documentId, seal } = (await keys.sealedFile(fileId)) ?? (await sign(fileId));
        await client.documents.finishUpload.mutate({ documentId, seal }).catch(async (error: unknown) => {
          // The server does not have it any more: the next try seals and sends it anew.
          if (isGone(problemOf(error))) {
            await restartFile({ client, keys }, fileId);
            list.set(fileId, { is: "waiting" });
          }
          throw error;
        });
      }
    },

    /** All of it has arrived and was submitted: this device keeps nothing of it. */
    async end() {
      for (const { fileId } of list.all()) list.remove(fileId);
      await keys.endBundle(accountId, bundle);
    },

    stop: sender.stop,
  };

  async function sign(fileId: string) {
    const caseId = sender.target();
    if (caseId === null) throw new CryptoError("E_STATE");
    const { documentId, header, floeHeader } = await keys.startFile(fileId, caseId);
    const { stored } = await client.documents.startUpload.mutate({ caseId, documentId, header, floeHeader });
    return keys.sealFile(fileId, stored);
  }
}

export type UploadQueue = ReturnType<typeof createUploadQueue>;

const gone: readonly DomainErrorCode[] = ["document.not-found", "upload.incomplete", "container.seal-invalid"];
const isGone = (problem: Problem) => problem.kind === "refused" && gone.includes(problem.code);
