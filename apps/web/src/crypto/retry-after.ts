/** For whoever is told to come back later, and not when. */
const someSeconds = 10;

/** The header's seconds. */
export function retryAfterOf(header: string | null): number {
  const told = Number(header ?? "");
  return told > 0 ? told : someSeconds;
}
