import { refuseUnless } from "../errors.ts";

export const minimumPaddedLength = 1024;
export const maximumPaddedLength = 2 ** 33;

const exponentOf = (length: number): number => {
  let exponent = 0;
  for (let rest = length; rest >= 2; rest /= 2) exponent += 1;
  return exponent;
};

/**
 * Padmé: only as many leading bits of the length stay visible as the length of its exponent, at most 6.2 % more bytes.
 * Halving and rounding of integers below 2^53 is exact; Math.log2 is not near powers of two.
 */
export function padme(length: number): number {
  if (length <= minimumPaddedLength) return minimumPaddedLength;
  const exponent = exponentOf(length);
  const step = 2 ** (exponent - exponentOf(exponent) - 1);
  const padded = Math.ceil(length / step) * step;
  refuseUnless(padded <= maximumPaddedLength, "E_LIMIT");
  return padded;
}
