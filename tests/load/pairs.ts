/**
 * Ratios instead of times: other work on the machine slows both halves of a pair. The reference goes first and the case
 * right after it, again and again; a ratio is the case's speed as a part of the reference's.
 */
export async function measurePairs(
  name: string,
  rounds: number,
  pair: { reference: () => Promise<number>; subject: () => Promise<number> },
) {
  await pair.reference();
  await pair.subject();
  const ratios: number[] = [];
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const reference = await pair.reference();
    const subject = await pair.subject();
    ratios.push(reference / subject);
    times.push(subject);
  }
  console.log(`${name}: ${spread(ratios)} of the reference's speed; ${spread(times, 0)} ms (${rounds} pairs)`);
}

/** Median, and the range in brackets. */
export function spread(values: readonly number[], digits = 2): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number) => (sorted[index] ?? 0).toFixed(digits);
  return `${at(Math.floor(sorted.length / 2))} (${at(0)}–${at(sorted.length - 1)})`;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The highest that `read` gives while `work` runs, asked every few milliseconds. */
export async function highestDuring(read: () => number, work: () => Promise<unknown>): Promise<number> {
  let highest = read();
  const timer = setInterval(() => {
    highest = Math.max(highest, read());
  }, 10);
  await work().finally(() => clearInterval(timer));
  return Math.max(highest, read());
}
