import type { Bytes } from "@dvd/crypto";
import { DomainError, isDomainErrorCode } from "@dvd/domain/errors";

const attempts = 4;
const pauseMs = [500, 2_000, 6_000];

/**
 * Sends one part, again after a lost connection or a server that is just restarting; a refusal is final. The server
 * keeps at most one copy of a part, so sending it twice does no harm.
 */
async function uploadPart(documentId: string, part: number, body: Bytes) {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(`${location.origin}/api/uploads/${documentId}/parts/${part}`, {
      method: "PUT",
      body,
    }).catch(() => null);
    if (response?.ok) return;
    const isPassing = response === null || response.status >= 500;
    if (!isPassing || attempt === attempts) throw new DomainError(await codeOf(response));
    await new Promise((resolve) => {
      setTimeout(resolve, pauseMs[attempt - 1]);
    });
  }
}

type Part = { part: number; body: Bytes };

/** Sends parts in order; those that are stored already are only sealed. `onProgress` hears how many bytes are there. */
export async function uploadParts(
  documentId: string,
  parts: AsyncIterable<Part>,
  stored: readonly number[] = [],
  onProgress?: (sentBytes: number) => void,
) {
  let bytes = 0;
  for await (const { part, body } of parts) {
    if (!stored.includes(part)) await uploadPart(documentId, part, body);
    bytes += body.length;
    onProgress?.(bytes);
  }
}

/** The code that the server gave, `internal` when it gave none. */
export async function codeOf(response: Response | null) {
  const body: unknown = await response?.json().catch(() => null);
  const error: unknown = typeof body === "object" && body !== null && "error" in body ? body.error : null;
  const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  return isDomainErrorCode(code) ? code : "internal";
}
