/** How people write numbers, dates and accounts, read without guessing: null for what could be meant in two ways. */

/** "1.234,50", "1234,5", "1234" or "12.50", in cents. */
export function readAmount(typed: string): number | null {
  const text = typed.replaceAll(/[\s€]/g, "");
  const isGerman = /^(?:\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,\d{1,2})?$/.test(text);
  if (!isGerman && !/^\d{1,12}\.\d{1,2}$/.test(text)) return null;
  const [euros = "", cents = ""] = isGerman ? text.replaceAll(".", "").split(",") : text.split(".");
  return Number(euros) * 100 + Number(cents.padEnd(2, "0"));
}

export const readWholeNumber = (typed: string): number | null => {
  const text = typed.trim();
  return /^(?:\d{1,3}(?:\.\d{3})+|\d{1,12})$/.test(text) ? Number(text.replaceAll(".", "")) : null;
};

const daysOf = (year: number, month: number) => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** "2026-02-09", or null when there is no such day. Only years of four digits: nobody knows which century "26" is in. */
export function readDate(day: string, month: string, year: string): string | null {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return null;
  const [d, m, y] = [Number(day), Number(month), Number(year)];
  if (y < 1800 || m < 1 || m > 12 || d < 1 || d > daysOf(y, m)) return null;
  return `${year}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
}

const ibanLengths: Readonly<Record<string, number>> = {
  DE: 22,
  AT: 20,
  CH: 21,
  LI: 21,
  LU: 20,
  NL: 18,
  FR: 27,
  PL: 28,
};

/** In groups of four, or null when its check digits (ISO 13616) say that it was mistyped. */
export function readIban(typed: string): string | null {
  const iban = typed.replaceAll(/[\s-]/g, "").toUpperCase();
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/.test(iban)) return null;
  if (iban.length !== (ibanLengths[iban.slice(0, 2)] ?? iban.length)) return null;
  const digits = (iban.slice(4) + iban.slice(0, 4)).replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  const rest = Array.from(digits).reduce((sum, digit) => (sum * 10 + Number(digit)) % 97, 0);
  return rest === 1 ? (iban.match(/.{1,4}/g)?.join(" ") ?? null) : null;
}

export const isEmail = (typed: string) =>
  /^[^\s@,;<>]{1,64}@[^\s@,;<>.]+(?:\.[^\s@,;<>.]+)+$/.test(typed) && typed.length <= 200;

export const isPhone = (typed: string) => /^\+?[\d\s()/-]{5,30}$/.test(typed) && (typed.match(/\d/g)?.length ?? 0) >= 5;
