import { CryptoError, type CryptoErrorCode } from "@dvd/crypto";
import { DomainError, isDomainErrorCode } from "@dvd/domain/errors";

/** Calls into a worker: a request with a number, any number of progress notes, one result or one error code. */
export type Request = { id: number; method: string; args: unknown[] };
export type Reply =
  | { id: number; kind: "progress"; value: number }
  | { id: number; kind: "result"; value: unknown }
  | { id: number; kind: "crypto"; code: CryptoErrorCode; group: number | null }
  | { id: number; kind: "domain"; code: string; retryAfterSeconds: number | null };

type Method = (...args: never[]) => unknown;
type Port = { onmessage: ((event: MessageEvent<Request>) => void) | null; postMessage(reply: Reply): void };

export function serve(methods: Record<string, Method>, port: Port) {
  port.onmessage = ({ data: { id, method, args } }) => {
    const onProgress = (value: number) => port.postMessage({ id, kind: "progress", value });
    run(methods[method], [...args, onProgress]).then(
      (value) => port.postMessage({ id, kind: "result", value }),
      (error: unknown) => port.postMessage(describe(id, error)),
    );
  };
}

async function run(method: Method | undefined, args: unknown[]) {
  if (!method) throw new DomainError("internal");
  // The page's side is typed against the very same table of methods.
  return method(...(args as never[]));
}

/** Codes and times only: a message of an error could hold what was decrypted. */
function describe(id: number, error: unknown): Reply {
  if (error instanceof CryptoError) return { id, kind: "crypto", code: error.code, group: error.group ?? null };
  const refusal = error instanceof DomainError ? error : new DomainError("internal");
  const { retryAfterSeconds } = refusal.details;
  return {
    id,
    kind: "domain",
    code: refusal.code,
    retryAfterSeconds: typeof retryAfterSeconds === "number" ? retryAfterSeconds : null,
  };
}

export function errorOf(reply: Extract<Reply, { kind: "crypto" | "domain" }>): Error {
  if (reply.kind === "crypto") return new CryptoError(reply.code, reply.group === null ? {} : { group: reply.group });
  const { code, retryAfterSeconds } = reply;
  return new DomainError(
    isDomainErrorCode(code) ? code : "internal",
    retryAfterSeconds === null ? {} : { retryAfterSeconds },
  );
}
