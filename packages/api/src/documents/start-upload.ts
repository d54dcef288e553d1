import { partCount, partSize } from "@dvd/crypto";
import { getCase, keepCase } from "@dvd/db/repositories/cases";
import { findDocument, listParts } from "@dvd/db/repositories/documents";
import { caseCan } from "@dvd/domain/case/policy";
import { assertCan } from "@dvd/domain/verdict";
import { limits } from "@dvd/domain/document/limits";
import { DomainError } from "@dvd/domain/errors";
import type { ActorCtx } from "../context.ts";
import { getSender } from "../members/get-sender.ts";
import { encodeBase64 } from "../wire.ts";
import { beginWrite } from "./begin-write.ts";
import { checkRoom } from "./check-room.ts";
import { readHeader } from "./read-header.ts";
import { isSameUpload } from "./same-upload.ts";
import type { StartUpload } from "./start-upload.contract.ts";

/** Opens an upload, or finds the one that was interrupted and says which parts are already here. */
export const startUpload = (ctx: ActorCtx, input: StartUpload) =>
  ctx.transact(async (tx) => {
    const found = await getCase(tx, input.caseId);
    assertCan(caseCan.upload(found, ctx.actor));
    const account = await getSender(ctx, tx, found, ctx.now());
    const { bodyLength } = readHeader(input, found, "file", account.signingKeyId);
    if (bodyLength > limits.documentBytes) throw new DomainError("upload.too-large");

    const earlier = await findDocument(tx, input.documentId);
    if (earlier && !isSameUpload(earlier, input)) throw new DomainError("document.exists");
    if (earlier?.state === "STORED") throw new DomainError("upload.already-finished");
    if (!earlier?.blobUpload) {
      await keepCase(tx, found.id);
      const upload = { id: input.documentId, bodyLength };
      const others = await checkRoom(ctx, tx, found, upload);
      // Once more under another id, a receipt would have to name the same container twice.
      if (others.some((other) => isSameUpload(other, input))) throw new DomainError("document.exists");
      const { documentId: id, header, floeHeader } = input;
      await beginWrite(ctx, tx, found, { id, header, floeHeader, bodyLength, isKnown: earlier !== null });
    }
    const here = earlier ? await listParts(tx, input.documentId) : [];
    const stored = here.map(({ part, digests }) => ({ part, digests: encodeBase64(digests) }));
    return { partSize, parts: partCount(bodyLength), stored };
  });
