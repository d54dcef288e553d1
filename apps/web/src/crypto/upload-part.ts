import { DomainError, isDomainErrorCode } from "@dvd/domain/errors";

const attempts = 4;
const pauseMs = [500, 2_000, 6_000];

/**
 * Sends one part, again after a lost connection or a server that is just restarting; a refusal is final. The server
 * keeps at most one copy of a part, so sending it twice does no harm.
 */
export async function uploadPart(documentId: string, part: number, body: Blob) {
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

/** The code that the server gave, `internal` when it gave none. */
export async function codeOf(response: Response | null) {
  const body: unknown = await response?.json().catch(() => null);
  const error: unknown = typeof body === "object" && body !== null && "error" in body ? body.error : null;
  const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  return isDomainErrorCode(code) ? code : "internal";
}
