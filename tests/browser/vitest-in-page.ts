/**
 * The part of vitest that the tests of packages/crypto use, small enough for a worker of a page. What is not here fails
 * the test that calls it, so nothing passes by being unknown.
 */
export type Result = { name: string; isRow: boolean; error: string | null };

type Work = (...row: never[]) => unknown;
type Check = { name: string; isRow: boolean; run: () => unknown };

const checks: Check[] = [];
const preparations: (() => unknown)[] = [];
let place: string[] = [];

export function describe(name: string, define: () => void) {
  place.push(name);
  define();
  place = place.slice(0, -1);
}

const add = (name: string, isRow: boolean, run: () => unknown) =>
  checks.push({ name: [...place, name].join(" > "), isRow, run });

const each = (rows: readonly unknown[]) => (name: string, work: Work) =>
  rows.forEach((row, index) => {
    const values = Array.isArray(row) ? row : [row];
    add(`${name} [${index}]`, true, () => work(...(values as never[])));
  });

export const it = Object.assign((name: string, work: () => unknown) => add(name, false, work), { each });
export const beforeAll = (work: () => unknown) => preparations.push(work);

/** As text in which two values are equal exactly when vitest's `toEqual` says so: undefined fields do not count. */
function textOf(value: unknown): string {
  if (value instanceof Uint8Array) return `bytes ${Array.from(value).join(" ")}`;
  if (value instanceof Date) return `date ${value.toISOString()}`;
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  if (typeof value !== "object" || value === null) return `${typeof value} ${String(value)}`;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields
    .map(([name, field]) => `${JSON.stringify(name)}:${textOf(field)}`)
    .toSorted()
    .join()}}`;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

function mustBe(isTrue: boolean, expected: unknown, actual: unknown, hint = "") {
  if (!isTrue)
    throw new Error(`${hint} expected ${textOf(expected).slice(0, 200)}, got ${textOf(actual).slice(0, 200)}`);
}

export const expect = (actual: unknown, hint?: string) => ({
  toBe: (expected: unknown) => mustBe(Object.is(actual, expected), expected, actual, hint),
  not: { toBe: (other: unknown) => mustBe(!Object.is(actual, other), `anything but ${textOf(other)}`, actual, hint) },
  toEqual: (expected: unknown) => mustBe(textOf(actual) === textOf(expected), expected, actual, hint),
  toMatchObject(expected: Record<string, unknown>) {
    const part = isObject(actual)
      ? Object.fromEntries(Object.keys(expected).map((name) => [name, actual[name]]))
      : actual;
    mustBe(textOf(part) === textOf(expected), expected, part, hint);
  },
  toBeLessThan: (limit: number) => mustBe(Number(actual) < limit, limit, actual, hint),
  toBeLessThanOrEqual: (most: number) => mustBe(Number(actual) <= most, most, actual, hint),
  toBeGreaterThanOrEqual: (least: number) => mustBe(Number(actual) >= least, least, actual, hint),
});

export async function runChecks(): Promise<Result[]> {
  for (const prepare of preparations) await prepare();
  const results: Result[] = [];
  for (const { name, isRow, run } of checks) {
    try {
      await run();
      results.push({ name, isRow, error: null });
    } catch (error) {
      results.push({ name, isRow, error: String(error) });
    }
  }
  return results;
}
