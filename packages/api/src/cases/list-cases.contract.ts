import { caseGroupNames as groups } from "@dvd/domain/case/lifecycle";
import { z } from "zod";
import { cursorText, pageSize } from "../wire.ts";
import { caseSummary } from "./case-summary.contract.ts";

/** The inbox of an official's units: newest first. */
export const listCasesInput = z.strictObject({ cursor: cursorText.optional(), limit: pageSize });
export type ListCases = z.output<typeof listCasesInput>;

/** A citizen's own cases of one kind: what waits for them, what is open, what is over. */
export const listOwnCasesInput = listCasesInput.extend({ group: z.enum(groups).default("open") });
export type ListOwnCases = z.output<typeof listOwnCasesInput>;
export const listCasesOutput = z.strictObject({ cases: z.array(caseSummary), nextCursor: z.string().nullable() });
