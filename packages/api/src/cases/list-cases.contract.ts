import { z } from "zod";
import { cursorText, pageSize } from "../wire.ts";
import { caseSummary } from "./case-summary.contract.ts";

/** A citizen's own cases, or the inbox of an official's units: newest first. */
export const listCasesInput = z.strictObject({ cursor: cursorText.optional(), limit: pageSize });
export type ListCases = z.output<typeof listCasesInput>;
export const listCasesOutput = z.strictObject({ cases: z.array(caseSummary), nextCursor: z.string().nullable() });
