import { fromBase64Url } from "../bytes.ts";
import type { LogPolicyStatement } from "../statement/statement.ts";
import type { LogPolicy } from "./cosignature.ts";

/** After this time without a witness, nothing is sealed for keys that the log shows. */
export const checkpointMaxAgeMs = 72 * 3_600_000;

/**
 * The log that an authority's root has named. Readers pass their own age: what is there may be read under an older
 * checkpoint, with a warning.
 */
export const logPolicyOf = (
  { origin, log_key, witnesses, threshold }: LogPolicyStatement,
  maxAgeMs: number = checkpointMaxAgeMs,
): LogPolicy => ({
  origin,
  logKey: fromBase64Url(log_key),
  witnesses: witnesses.map(({ name, key }) => ({ name, spki: fromBase64Url(key) })),
  threshold,
  maxAgeMs,
});
