import { bytesBeside } from "@dvd/domain/document/limits";
import type { CaseAnswer } from "../../crypto/wire-types.ts";

/** What a citizen has added to their case since it was received, as the server counts it. */
export const addedBytes = ({ summary, documents }: Pick<CaseAnswer, "summary" | "documents">) =>
  bytesBeside(
    new Date(summary.receivedAt),
    "citizen",
    documents.map(({ storedAt, ...document }) => ({ ...document, storedAt: new Date(storedAt) })),
  );
