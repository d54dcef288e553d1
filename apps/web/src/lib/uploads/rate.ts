/** How long the rest will take, from the bytes of the last seconds. Null while nobody can say. */
export function createRate(now: () => number) {
  const seen: { at: number; bytes: number }[] = [];
  return {
    secondsLeft(sentBytes: number, totalBytes: number): number | null {
      const at = now();
      seen.push({ at, bytes: sentBytes });
      while (seen.length > 2 && (seen[0]?.at ?? at) < at - window) seen.shift();
      const [first] = seen;
      if (!first || at - first.at < shortest || sentBytes <= first.bytes) return null;
      return ((totalBytes - sentBytes) * (at - first.at)) / (sentBytes - first.bytes) / 1_000;
    },
  };
}

const window = 15_000;
const shortest = 3_000;
