import type { AppRouter } from "@dvd/api/root";
import type { TRPCLink } from "@trpc/client";

/**
 * A key for what a person wants to happen once. Every try of it carries the same one, so a try whose answer was lost is
 * found again instead of being done twice. A caller that tries again later by itself brings its own key.
 */
export const keepIntent =
  (newKey: () => string = () => crypto.randomUUID()): TRPCLink<AppRouter> =>
  () =>
  ({ op, next }) =>
    next(op.type === "mutation" ? { ...op, context: { idempotencyKey: newKey(), ...op.context } } : op);

/** What `keepIntent` and `proveWork` have put beside a call, as headers. */
export function headersOf(context: Record<string, unknown>): Record<string, string> {
  const { idempotencyKey, proof } = context;
  return {
    ...(typeof idempotencyKey === "string" && { "idempotency-key": idempotencyKey }),
    ...(typeof proof === "string" && { "dvd-proof": proof }),
  };
}
