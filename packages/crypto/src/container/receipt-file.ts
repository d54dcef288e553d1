import { base64, list, object, readLooseJson } from "../json.ts";
import type { SignedBytes } from "../statement/dsse.ts";
import { authorityShape } from "../statement/statement.ts";

const signed = object({ payload: base64, signature: base64 }, {});
const answer = { authority: authorityShape, statements: list(signed, 10_000) };
const statementsShape = object(answer, { receipt: signed });
const receiptShape = object({ ...answer, receipt: signed }, {});

export type StatementsFile = { authority: string; statements: SignedBytes[] };
export type ReceiptFile = StatementsFile & { receipt: SignedBytes };

/** The answer of the directory, or a saved receipt, which has the same in it. Proves nothing. Throws E_STATEMENT. */
export const readStatementsFile = (json: string): StatementsFile => readLooseJson(json, statementsShape, "E_STATEMENT");

/** A receipt as the portal lets people save it. Proves nothing. Throws E_RECEIPT. */
export const readReceiptFile = (json: string): ReceiptFile => readLooseJson(json, receiptShape, "E_RECEIPT");
