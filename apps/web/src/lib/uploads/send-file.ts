import { partAt } from "@dvd/crypto";
import { DomainError } from "@dvd/domain/errors";
import type { Keys } from "../../crypto/client.ts";
import type { ApiClient } from "../trpc/client.ts";
import { restartFile } from "./give-up.ts";

/** A container is given up when the server holds something else under its name. More often than this is no accident. */
const containersPerTry = 3;

type SendFile = {
  client: Pick<ApiClient, "documents">;
  keys: Pick<Keys, "sealedFile" | "startFile" | "ownsParts" | "restartFile" | "sendPart">;
  fileId: string;
  caseId: string;
  partsAtOnce: number;
  signal: AbortSignal;
};

type OnProgress = (sentBytes: number, totalBytes: number) => void;

/**
 * Brings the missing parts of a file to the server, until the server has named all of them and each is one that was sealed
 * on this device. Can be called again after any failure.
 */
export async function sendFile(
  { client, keys, fileId, caseId, partsAtOnce, signal }: SendFile,
  onProgress: OnProgress,
) {
  const signed = await keys.sealedFile(fileId);
  if (signed?.caseId === caseId) return;
  for (let containers = 1; containers <= containersPerTry; ) {
    const { documentId, header, floeHeader, bodyLength, parts } = await keys.startFile(fileId, caseId);
    const { stored } = await client.documents.startUpload.mutate({ caseId, documentId, header, floeHeader });
    if (signal.aborted) return;
    if (!(await keys.ownsParts(fileId, stored))) {
      await restartFile({ client, keys }, fileId);
      containers += 1;
      continue;
    }
    const here = new Set(stored.map(({ part }) => part));
    const missing = Array.from({ length: parts }, (_, part) => part).filter((part) => !here.has(part));
    if (missing.length === 0) return;
    const progress = createProgress(bodyLength, [...here], onProgress);
    await sendParts(missing, partsAtOnce, async (part) => {
      if (signal.aborted) return;
      await keys.sendPart(fileId, part, (sentBytes: number) => progress.report(part, sentBytes));
      progress.report(part, partAt(bodyLength, part).length);
    });
    if (signal.aborted) return;
  }
  throw new DomainError("container.seal-invalid");
}

/** Several at a time. After a failure none is begun any more, and those on their way are waited for. */
async function sendParts(missing: number[], atOnce: number, send: (part: number) => Promise<void>) {
  const queue = [...missing];
  const runs = Array.from({ length: atOnce }, async () => {
    for (let part = queue.shift(); part !== undefined; part = queue.shift())
      await send(part).catch((error: unknown) => {
        queue.length = 0;
        throw error;
      });
  });
  const failed = (await Promise.allSettled(runs)).find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
}

function createProgress(bodyLength: number, here: readonly number[], onProgress: OnProgress) {
  const sent = new Map(here.map((part) => [part, partAt(bodyLength, part).length]));
  const tell = () =>
    onProgress(
      [...sent.values()].reduce((sum, bytes) => sum + bytes, 0),
      bodyLength,
    );
  tell();
  return {
    report(part: number, sentBytes: number) {
      sent.set(part, Math.min(sentBytes, partAt(bodyLength, part).length));
      tell();
    },
  };
}
