import { equalBytes } from "@dvd/crypto";
import type { DocumentRow } from "@dvd/db/repositories/documents";
import type { StartUpload } from "./start-upload.contract.ts";

/** An upload goes on only under the very header that it began with; another header is another document. */
export const isSameUpload = (earlier: DocumentRow, input: StartUpload) =>
  earlier.caseId === input.caseId &&
  equalBytes(earlier.header, input.header) &&
  equalBytes(earlier.floeHeader, input.floeHeader);
