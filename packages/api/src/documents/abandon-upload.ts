import { getAccount } from "@dvd/db/repositories/accounts";
import { countArrivedOnly } from "@dvd/db/repositories/begun-uploads";
import { findDocument } from "@dvd/db/repositories/documents";
import { accountIdOf } from "@dvd/domain/actor";
import { DomainError } from "@dvd/domain/errors";
import type { ActorCtx } from "../context.ts";
import type { AbandonUpload } from "./abandon-upload.contract.ts";
import { freeUpload } from "./free-upload.ts";
import { getCaseOf } from "./get-case-of.ts";
import { readHeader } from "./read-header.ts";

/** Whoever began it does not want it any more: it goes now instead of after seven days, and takes no place from another. */
export const abandonUpload = (ctx: ActorCtx, { documentId }: AbandonUpload) =>
  ctx.transact(async (tx) => {
    const upload = await findDocument(tx, documentId);
    const found = await getCaseOf(ctx, tx, upload, "upload");
    if (!upload) throw new DomainError("document.not-found");
    const { signingKeyId } = await getAccount(tx, accountIdOf(ctx.actor));
    readHeader(upload, found, "file", signingKeyId);
    await countArrivedOnly(tx, [documentId]);
    return { wasOpen: await freeUpload(ctx, tx, documentId) };
  });
