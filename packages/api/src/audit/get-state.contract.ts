import { chainFaults } from "@dvd/domain/audit/chain";
import { z } from "zod";

export const getStateInput = z.strictObject({});
export const getStateOutput = z.strictObject({
  /** The id of the chain, as `dvd-audit` wants it. */
  chain: z.uuid(),
  records: z.int(),
  checkedAt: z.iso.datetime().nullable(),
  signed: z.strictObject({ upTo: z.int(), at: z.iso.datetime() }).nullable(),
  fault: z.strictObject({ kind: z.enum(chainFaults), seq: z.int() }).nullable(),
});
