import { partCount, partSize } from "@dvd/crypto";
import { getAccount } from "@dvd/db/repositories/accounts";
import { getCase } from "@dvd/db/repositories/cases";
import { addUpload, findDocument, listAll, listParts } from "@dvd/db/repositories/documents";
import { accountIdOf } from "@dvd/domain/actor";
import { assertCan, caseCan } from "@dvd/domain/case/policy";
import { limits } from "@dvd/domain/document/limits";
import { DomainError } from "@dvd/domain/errors";
import type { ActorCtx } from "../context.ts";
import { readHeader } from "./read-header.ts";
import { isSameUpload } from "./same-upload.ts";
import type { StartUpload } from "./start-upload.contract.ts";

/** Opens an upload, or finds the one that was interrupted and says which parts are already here. */
export const startUpload = (ctx: ActorCtx, input: StartUpload) =>
  ctx.transact(async (tx) => {
    const found = await getCase(tx, input.caseId);
    assertCan(caseCan.upload(found, ctx.actor));
    const account = await getAccount(tx, accountIdOf(ctx.actor));
    const { bodyLength } = readHeader(input, found, "file", account.signingKeyId);
    if (bodyLength > limits.documentBytes) throw new DomainError("upload.too-large");

    const earlier = await findDocument(tx, input.documentId);
    if (earlier && !isSameUpload(earlier, input)) throw new DomainError("document.exists");
    if (earlier?.state === "STORED") throw new DomainError("upload.already-finished");
    if (!earlier) {
      // Once more under another id, a receipt would have to name the same container twice.
      const others = await listAll(tx, input.caseId);
      if (found.state === "DRAFT" && others.length >= limits.documentsPerSubmission)
        throw new DomainError("upload.too-many");
      if (others.some((other) => isSameUpload(other, input))) throw new DomainError("document.exists");
      const { documentId: id, header, floeHeader } = input;
      const writeId = await ctx.blobs.begin(id);
      const senderKind = ctx.actor.kind;
      const upload = { id, senderKind, header, floeHeader, bodyLength, writeId };
      await addUpload(tx, found, upload, ctx.now()).catch(async (error: unknown) => {
        await ctx.blobs.abort({ key: id, writeId });
        throw error;
      });
    }
    const stored = earlier ? await listParts(tx, input.documentId) : [];
    return { partSize, parts: partCount(bodyLength), stored: stored.map(({ part }) => part) };
  });
