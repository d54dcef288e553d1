import { DomainError, type DomainErrorCode } from "./errors.ts";

/** `true`, or the code that says why not. A stranger always gets `case.not-found`: existence is not revealed. */
export type Verdict = true | DomainErrorCode;

export function assertCan(verdict: Verdict): asserts verdict is true {
  if (verdict !== true) throw new DomainError(verdict);
}
