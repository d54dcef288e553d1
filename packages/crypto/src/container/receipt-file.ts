import { base64, integer, list, object, readLooseJson, text, type Read } from "../json.ts";
import type { SignedBytes } from "../statement/dsse.ts";
import { authorityShape } from "../statement/statement.ts";

const signed = object({ payload: base64, signature: base64 }, {});
const answer = { authority: authorityShape, statements: list(signed, 10_000) };
const places = list(object({ index: integer(0), path: list(base64, 64) }, {}), 10_000);
const log = object({ checkpoint: text(16_384), consistency: list(base64, 128), places }, {});
const statementsShape = object(answer, { receipt: signed, log });
const receiptShape = object({ ...answer, receipt: signed }, {});

export type StatementsFile = { authority: string; statements: SignedBytes[]; log?: Read<typeof log> };
export type ReceiptFile = { authority: string; statements: SignedBytes[]; receipt: SignedBytes };

/** The answer of the directory, or a saved receipt, which has the same in it but for the log. Proves nothing. Throws E_STATEMENT. */
export const readStatementsFile = (json: string): StatementsFile => readLooseJson(json, statementsShape, "E_STATEMENT");

/** A receipt as the portal lets people save it. Proves nothing. Throws E_RECEIPT. */
export const readReceiptFile = (json: string): ReceiptFile => readLooseJson(json, receiptShape, "E_RECEIPT");
