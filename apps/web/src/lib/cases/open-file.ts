import { answersFileName, answersLimits, answersMediaType, readAnswers } from "@dvd/domain/form/answers-document";
import { keyHolder } from "../../crypto/client.ts";
import type { OpenedDocument } from "../../crypto/contents.ts";
import type { StoredDocument } from "../../crypto/wire-types.ts";
import { isPdf } from "../../viewer/is-pdf.ts";
import { safeFileName } from "../safe-file-name.ts";

/** Fetches, proves and decrypts a document, and gives it a name under which it may leave the page. */
export async function openFile(caseId: string, document: StoredDocument) {
  const opened = await keyHolder().openDocument(caseId, document);
  const answers = await answersIn(opened);
  if (answers) return { ...opened, answers, canBeShown: true, name: answersFileName };
  const canBeShown = await isPdf(opened.blob);
  // What a stranger called it is shown and saved under one name, which hides nothing.
  return { ...opened, answers, canBeShown, name: safeFileName(opened.name, canBeShown) };
}

/** A form that somebody filled in; null for every other file, and for one that only says that it is one. */
const answersIn = async ({ type, blob }: OpenedDocument) =>
  type === answersMediaType && blob.size <= answersLimits.bytes ? readAnswers(await blob.text()) : null;
