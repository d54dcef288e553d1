const keyPattern = /(?:[0-9a-z]{5}[-–—\s]+){7}[0-9a-z]{5}/i;

/** The key inside a saved text file, whatever stands around it. Null when there is none. */
export const findRecoveryKey = (fileText: string) => keyPattern.exec(fileText)?.[0] ?? null;

/** Separators that people and word processors put between groups; the same as those that the crypto package skips. */
const isSeparator = (character: string) => /[\s\p{Pd}.,:_]/u.test(character);

const groupLength = 5;

/** Where in the typed text a group stands, so that it can be selected: the eye need not search eight groups. */
export function rangeOfGroup(typed: string, group: number): { start: number; end: number } {
  const places = Array.from(typed, (character, at) => ({ character, at })).filter(
    ({ character }) => !isSeparator(character),
  );
  const first = places[group * groupLength];
  const last = places[Math.min((group + 1) * groupLength, places.length) - 1];
  return { start: first?.at ?? 0, end: (last?.at ?? typed.length - 1) + 1 };
}
